package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;

/**
 * Asks whether a draft is to be thrown away.
 *
 * @param words how many words would go
 * @param back where the text is written
 */
@CheckedTemplate(basePath = "newsroom")
public record DiscardPage(NewsroomFrame frame, List<String> reasons, TextPage.OtherDraft draft, long words, String back)
        implements TemplateInstance {}
