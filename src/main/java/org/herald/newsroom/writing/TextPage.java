package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.CommentLine;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;
import org.jspecify.annotations.Nullable;

/**
 * The screen on which a text is written.
 *
 * @param head of its item; nothing for one that was never saved
 * @param original what it is a translation of; nothing when it is none
 */
@CheckedTemplate(basePath = "newsroom")
public record TextPage(
        NewsroomFrame frame,
        @Nullable ItemHead head,
        FieldErrors errors,
        TextForm form,
        FieldInput.All fields,
        Beside beside,
        @Nullable Original original)
        implements TemplateInstance {

    /**
     * What stands beside the words.
     *
     * @param notices what a writer must know before they go on
     * @param others who else is typing here, in words
     * @param talk what is said about the item; null for one that was never saved
     * @param drafts further drafts of this text by the same person
     */
    public record Beside(
            List<String> notices,
            Options options,
            @Nullable Shown picture,
            Counting counting,
            String others,
            @Nullable Talk talk,
            List<OtherDraft> drafts) {}

    /**
     * What is said about the item.
     *
     * @param back why it came back to its writers; empty when it did not
     * @param open what nobody has resolved yet
     */
    public record Talk(List<CommentLine> back, List<CommentLine> open, List<CommentLine> resolved) {}

    /**
     * What can be chosen.
     *
     * @param tags what tags are called already
     * @param maySettle false where section and address are for others to change
     * @param mayHoldBack false where the embargo is
     */
    public record Options(List<Choice> sections, List<String> tags, boolean maySettle, boolean mayHoldBack) {}

    /** The lead picture. */
    public record Shown(String path, String name, int width, int height) {}

    /** A draft, with where to look at it. */
    public record OtherDraft(long id, String headline, PortalTime.When typed, String version) {}
}
