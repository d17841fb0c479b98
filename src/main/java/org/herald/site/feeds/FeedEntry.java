package org.herald.site.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed, or the notice that it was withdrawn. All addresses are absolute.
 *
 * @param id never changes, whatever becomes of its address
 * @param url its page
 * @param authors may be empty
 * @param categories its section, then its tags
 * @param picture null for none
 */
public record FeedEntry(
        String id,
        String url,
        Words words,
        Times times,
        List<String> authors,
        List<Category> categories,
        @Nullable Picture picture) {

    public FeedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /**
     * What it says.
     *
     * @param summary plain text; may be empty
     * @param html all of it, as {@link FeedHtml} writes it
     */
    public record Words(String headline, String summary, String html) {}

    /**
     * When.
     *
     * @param updatedAt of its last correction or update, or of its withdrawal
     * @param isWithdrawn true for a notice
     */
    public record Times(Instant publishedAt, Instant updatedAt, boolean isWithdrawn) {}

    /**
     * What it is filed under.
     *
     * @param term the same in every language and for ever, as far as there is such a name
     */
    public record Category(String term, String label) {}

    /**
     * The picture above its text.
     *
     * @param file as it was given to the portal
     * @param shown in a moderate size
     */
    public record Picture(File file, String shown, String alt, String caption, String credit) {

        /** A file with its media type and length in bytes. */
        public record File(String url, String type, long bytes) {}
    }
}
