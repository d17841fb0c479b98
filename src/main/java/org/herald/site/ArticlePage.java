package org.herald.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article.
 *
 * @param body HTML of the subset, with the dateline in its first paragraph and all links resolved
 * @param facts the fields that stand in a table
 * @param previous the next older story of the section
 * @param next the next newer story of the section
 * @param more further stories of the section
 */
public record ArticlePage(
        Layout frame,
        Story story,
        RawString body,
        Facts facts,
        List<Note> corrections,
        List<Link> tags,
        @Nullable Link previous,
        @Nullable Link next,
        List<Card> more)
        implements TemplateInstance {

    /**
     * The words above the body; kicker, standfirst, byline and source may be empty.
     *
     * @param notPublished of a preview: what is said in place of when it was published; empty otherwise
     * @param updated when it was last brought up to date without a correction; null for never
     */
    public record Story(
            String kicker,
            String headline,
            String standfirst,
            When published,
            String notPublished,
            @Nullable When updated,
            @Nullable When corrected,
            String byline,
            String source,
            @Nullable Figure picture) {}

    /**
     * The lead picture; caption and credit may be empty.
     *
     * @param full leads to the whole picture; absent when it is shown in full size already
     */
    public record Figure(
            Image image,
            String caption,
            String credit,
            @Nullable Link full) {}

    /** A correction that readers see. */
    public record Note(When at, String text) {}
}
