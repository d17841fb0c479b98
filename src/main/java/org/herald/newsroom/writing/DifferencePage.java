package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;

/**
 * What changed between two texts of an item.
 *
 * @param from which text the earlier one is, in words
 * @param to which text the later one is, in words
 */
@CheckedTemplate(basePath = "newsroom")
public record DifferencePage(
        NewsroomFrame frame, ItemHead head, String from, String to, DifferenceView difference, Ways ways)
        implements TemplateInstance {

    /**
     * Where to go from here.
     *
     * @param language of the texts
     * @param restore the number of the earlier revision, when it may be restored; 0 otherwise
     */
    public record Ways(String language, String back, long restore) {}
}
