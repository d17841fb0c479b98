package org.herald.site.feeds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** RSS 2.0 with the modules that feed readers know: Atom, Content, Dublin Core and Media RSS. */
final class RssWriter {

    /** RFC 822 with a year of four digits, as RSS 2.0 asks for. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private RssWriter() {}

    static String write(Feed feed) {
        var text = feed.text();
        var xml = new Xml()
                .begin(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:dcterms",
                        "http://purl.org/dc/terms/",
                        "xmlns:media",
                        "http://search.yahoo.com/mrss/")
                .begin("channel")
                .element("title", text.title())
                .element("link", feed.at().page())
                .element("description", text.description().isEmpty() ? text.title() : text.description())
                .element("language", text.language().tag())
                .element("lastBuildDate", date(feed.updatedAt()))
                .element("generator", "Herald")
                .element("docs", "https://www.rssboard.org/rss-specification")
                .empty(
                        "atom:link",
                        "rel",
                        "self",
                        "type",
                        FeedFormat.RSS.type(),
                        "href",
                        feed.at().self(FeedFormat.RSS));
        if (!feed.at().hub().isEmpty()) {
            xml.empty("atom:link", "rel", "hub", "href", feed.at().hub());
        }
        feed.entries().forEach(entry -> item(xml, entry));
        return xml.write();
    }

    private static void item(Xml xml, FeedEntry entry) {
        var words = entry.words();
        xml.begin("item")
                .element("title", words.headline())
                .element("link", entry.url())
                .element("guid", entry.id(), "isPermaLink", "false")
                .element("pubDate", date(entry.times().publishedAt()));
        if (entry.times().updatedAt().isAfter(entry.times().publishedAt())) {
            xml.element("dcterms:modified", AtomWriter.date(entry.times().updatedAt()));
        }
        entry.authors().forEach(author -> xml.element("dc:creator", author));
        entry.categories().forEach(category -> xml.element("category", category.label()));
        xml.element("description", words.summary().isEmpty() ? words.headline() : words.summary())
                .element("content:encoded", words.html());
        var picture = entry.picture();
        if (picture != null) {
            picture(xml, picture);
        }
        xml.end();
    }

    private static void picture(Xml xml, FeedEntry.Picture picture) {
        var file = picture.file();
        xml.empty("enclosure", "url", file.url(), "length", Long.toString(file.bytes()), "type", file.type())
                .begin("media:content", "url", picture.shown(), "medium", "image")
                .unlessEmpty("media:title", picture.alt(), "type", "plain")
                .unlessEmpty("media:description", picture.caption(), "type", "plain")
                .unlessEmpty("media:credit", picture.credit())
                .end();
    }

    private static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
