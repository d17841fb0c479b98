package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.NewsroomFrame;

/**
 * Asks what a new item is to be.
 *
 * @param drafts new items that the same person began and never saved
 */
@CheckedTemplate(basePath = "newsroom")
public record NewItemPage(
        NewsroomFrame frame,
        List<Choice> kinds,
        List<Choice> languages,
        List<Choice> sections,
        List<TextPage.OtherDraft> drafts)
        implements TemplateInstance {}
