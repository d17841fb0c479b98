package org.herald.site.feeds;

import java.util.List;

/** Writes a list of feeds that feed readers take at once: OPML 2.0. */
public final class FeedOutlines {

    /** The media type of OPML. */
    public static final String TYPE = "text/x-opml";

    private FeedOutlines() {}

    /**
     * A feed, or a heading with feeds below it.
     *
     * @param page the page of the same list; empty for a heading
     * @param language its tag
     */
    public record Outline(String title, String page, String language, List<Outline> below) {

        public Outline {
            below = List.copyOf(below);
        }
    }

    public static String write(String title, String owner, List<Outline> outlines) {
        var xml = new Xml()
                .begin("opml", "version", "2.0")
                .begin("head")
                .element("title", title)
                .element("ownerName", owner)
                .end()
                .begin("body");
        outlines.forEach(outline -> write(xml, outline));
        return xml.write();
    }

    private static void write(Xml xml, Outline outline) {
        if (outline.page().isEmpty()) {
            xml.begin("outline", "text", outline.title());
        } else {
            xml.begin(
                    "outline",
                    "text",
                    outline.title(),
                    "type",
                    "rss",
                    "version",
                    "RSS2",
                    "language",
                    outline.language(),
                    "xmlUrl",
                    FeedFormat.RSS.at(outline.page()),
                    "htmlUrl",
                    outline.page());
        }
        outline.below().forEach(below -> write(xml, below));
        xml.end();
    }
}
