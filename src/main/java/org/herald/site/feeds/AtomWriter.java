package org.herald.site.feeds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The Atom Syndication Format (RFC 4287). What was withdrawn is said twice: by an entry that tells readers so, and by the
 * element that tells programs (RFC 6721).
 */
final class AtomWriter {

    private AtomWriter() {}

    static String write(Feed feed) {
        var text = feed.text();
        String language = text.language().tag();
        var xml = new Xml()
                .begin(
                        "feed",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:at",
                        "http://purl.org/atompub/tombstones/1.0",
                        "xml:lang",
                        language)
                .element("id", feed.id())
                .element("title", text.title())
                .unlessEmpty("subtitle", text.description())
                .element("updated", date(feed.updatedAt()))
                .empty(
                        "link",
                        "rel",
                        "self",
                        "type",
                        FeedFormat.ATOM.type(),
                        "href",
                        feed.at().self(FeedFormat.ATOM))
                .empty(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        "text/html",
                        "hreflang",
                        language,
                        "href",
                        feed.at().page());
        if (!feed.at().hub().isEmpty()) {
            xml.empty("link", "rel", "hub", "href", feed.at().hub());
        }
        xml.unlessEmpty("icon", feed.by().icon())
                .begin("author")
                .element("name", feed.by().name())
                .element("uri", feed.by().url())
                .end()
                .element("generator", "Herald");
        feed.entries().forEach(entry -> entry(xml, entry, language));
        return xml.write();
    }

    private static void entry(Xml xml, FeedEntry entry, String language) {
        var words = entry.words();
        var times = entry.times();
        xml.begin("entry")
                .element("id", entry.id())
                .element("title", words.headline())
                .empty("link", "rel", "alternate", "type", "text/html", "hreflang", language, "href", entry.url());
        var picture = entry.picture();
        if (picture != null) {
            var file = picture.file();
            xml.empty(
                    "link",
                    "rel",
                    "enclosure",
                    "type",
                    file.type(),
                    "length",
                    Long.toString(file.bytes()),
                    "href",
                    file.url());
        }
        xml.element("published", date(times.publishedAt())).element("updated", date(times.updatedAt()));
        entry.authors()
                .forEach(author -> xml.begin("author").element("name", author).end());
        entry.categories()
                .forEach(category -> xml.empty("category", "term", category.term(), "label", category.label()));
        xml.unlessEmpty("summary", words.summary())
                .element("content", words.html(), "type", "html")
                .end();
        if (times.isWithdrawn()) {
            xml.begin("at:deleted-entry", "ref", entry.id(), "when", date(times.updatedAt()))
                    .unlessEmpty("at:comment", words.summary())
                    .end();
        }
    }

    /** RFC 3339, to the second. */
    static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
