package org.herald.site.feeds;

import java.util.Optional;
import java.util.stream.Stream;

/** The formats of feeds; the first is the one that is offered when a program takes but one. */
public enum FeedFormat {
    RSS("RSS", ".xml", "application/rss+xml"),
    ATOM("Atom", ".atom", "application/atom+xml"),
    JSON("JSON Feed", ".json", "application/feed+json");

    /** The last word of the address of a feed, behind the address of the page whose feed it is. */
    public static final String WORD = "feed";

    private final String title;
    private final String ending;
    private final String type;

    FeedFormat(String title, String ending, String type) {
        this.title = title;
        this.ending = ending;
        this.type = type;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** Its media type, without the character set. */
    public String type() {
        return type;
    }

    /** The address of the feed of a page in this format. */
    public String at(String page) {
        return page + "/" + WORD + ending;
    }

    /** The format with this ending, without its point. */
    public static Optional<FeedFormat> of(String ending) {
        return Stream.of(values())
                .filter(format -> format.ending.equals("." + ending))
                .findFirst();
    }

    /** The feed as its bytes. */
    public String write(Feed feed) {
        return switch (this) {
            case RSS -> RssWriter.write(feed);
            case ATOM -> AtomWriter.write(feed);
            case JSON -> JsonFeedWriter.write(feed);
        };
    }
}
