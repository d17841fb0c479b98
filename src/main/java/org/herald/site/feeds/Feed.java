package org.herald.site.feeds;

import java.time.Instant;
import java.util.List;
import org.herald.model.Language;

/**
 * The newest of a list, as feed readers are told it. All addresses are absolute.
 *
 * @param id never changes, wherever the list moves
 * @param updatedAt when the newest of what it says was written
 * @param entries newest first
 */
public record Feed(String id, Text text, Addresses at, Publisher by, Instant updatedAt, List<FeedEntry> entries) {

    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * Of what it is about.
     *
     * @param description may be empty
     */
    public record Text(String title, String description, Language language) {}

    /**
     * Where it is.
     *
     * @param page the page of the same list
     * @param feeds what stands before {@code /feed.xml}
     * @param hub where programs may ask to be told of changes (WebSub); empty for none
     */
    public record Addresses(String page, String feeds, String hub) {

        /** The address of the feed itself. */
        public String self(FeedFormat format) {
            return format.at(feeds);
        }
    }

    /** Who publishes it: the portal, its front page and its icon. */
    public record Publisher(String name, String url, String icon) {}
}
