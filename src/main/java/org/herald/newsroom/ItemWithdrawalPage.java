package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Takes an item from readers: the reason that they read in its place.
 *
 * @param reason what was typed
 */
@CheckedTemplate(basePath = "newsroom")
public record ItemWithdrawalPage(NewsroomFrame frame, ItemHead head, List<String> reasons, String reason)
        implements TemplateInstance {}
