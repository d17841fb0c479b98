package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;

/**
 * Publishes the change that waits behind what readers see: what differs, and how they are told of it.
 *
 * @param read the newest revision, which readers see from then on
 * @param looked what the checks find, and what differs from what readers see now
 * @param typed what was typed into the form that was refused
 */
@CheckedTemplate(basePath = "newsroom")
public record ItemCorrectionPage(
        NewsroomFrame frame,
        ItemHead head,
        long read,
        ItemDeskPage.Looked looked,
        Asked asked,
        FieldErrors errors,
        Typed typed)
        implements TemplateInstance {

    /**
     * What the form asks.
     *
     * @param isOpen false when nothing can be published now
     */
    public record Asked(boolean isOpen, boolean mayUpdate, boolean mayCorrect) {}
}
