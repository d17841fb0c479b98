package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;

/**
 * Takes an item from readers: the reason that they read in its place.
 *
 * @param reason what was typed
 * @param others its translations that readers see, and go on seeing unless they are withdrawn with it
 */
@CheckedTemplate(basePath = "newsroom")
public record ItemWithdrawalPage(
        NewsroomFrame frame, ItemHead head, FieldErrors errors, String reason, List<Other> others)
        implements TemplateInstance {

    /**
     * A translation.
     *
     * @param name of its language, in the visitor's
     * @param reason what was typed for its readers
     */
    public record Other(
            long item,
            String language,
            String name,
            String headline,
            boolean mayWithdraw,
            boolean isChosen,
            String reason) {}
}
