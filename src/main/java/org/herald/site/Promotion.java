package org.herald.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion block or a list of links. The text, the path and the image may be absent.
 *
 * @param links of a list; a promotion has none
 * @param entries of a directory, when the block shows some
 * @param events of a calendar; null when the block shows none
 */
public record Promotion(
        String title,
        String text,
        String path,
        @Nullable Image image,
        List<Link> links,
        List<DirectoryPage.EntryCard> entries,
        @Nullable Events events) {

    /**
     * What takes place next.
     *
     * @param dated each event once, with its next date
     * @param runningTitle what those are called that are on for several days and have begun
     */
    public record Events(List<EventRow> dated, String runningTitle, List<EventRow> running) {}

    private static final int SHORT = 90;

    public Promotion {
        links = List.copyOf(links);
        entries = List.copyOf(entries);
    }

    /** A promotion without a list. */
    public Promotion(String title, String text, String path, @Nullable Image image) {
        this(title, text, path, image, List.of(), List.of(), null);
    }

    /** True for a notice of which phones show the beginning until it is chosen. */
    public boolean isLong() {
        return title.length() + text.length() > SHORT;
    }

    public boolean isLink() {
        return !path.isEmpty();
    }
}
