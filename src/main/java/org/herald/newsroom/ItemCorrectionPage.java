package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what readers see: the note that they read, and what changes under it.
 *
 * @param read the newest revision, which readers see from then on
 * @param changes what differs from what they see now; nothing when nothing does
 * @param note what was typed
 */
@CheckedTemplate(basePath = "newsroom")
public record ItemCorrectionPage(
        NewsroomFrame frame,
        ItemHead head,
        long read,
        ItemDeskPage.Looked looked,
        @Nullable Changes changes,
        List<String> reasons,
        String note)
        implements TemplateInstance {}
