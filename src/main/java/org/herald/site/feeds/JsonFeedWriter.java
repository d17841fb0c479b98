package org.herald.site.feeds;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.herald.model.kind.JsonValue;

/** JSON Feed 1.1. */
final class JsonFeedWriter {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeedWriter() {}

    static String write(Feed feed) {
        var members = members();
        put(members, "version", VERSION);
        put(members, "title", feed.text().title());
        put(members, "description", feed.text().description());
        put(members, "language", feed.text().language().tag());
        put(members, "home_page_url", feed.at().page());
        put(members, "feed_url", feed.at().self(FeedFormat.JSON));
        put(members, "favicon", feed.by().icon());
        members.put(
                "authors",
                new JsonValue.Values(List.of(author(feed.by().name(), feed.by().url()))));
        if (!feed.at().hub().isEmpty()) {
            var hub = members();
            put(hub, "type", "WebSub");
            put(hub, "url", feed.at().hub());
            members.put("hubs", new JsonValue.Values(List.of(new JsonValue.Members(hub))));
        }
        String language = feed.text().language().tag();
        members.put(
                "items",
                new JsonValue.Values(feed.entries().stream()
                        .map(entry -> item(entry, language))
                        .toList()));
        return new JsonValue.Members(members).canonical();
    }

    private static JsonValue item(FeedEntry entry, String language) {
        var members = members();
        put(members, "id", entry.id());
        put(members, "url", entry.url());
        put(members, "title", entry.words().headline());
        put(members, "summary", entry.words().summary());
        put(members, "language", language);
        put(members, "date_published", AtomWriter.date(entry.times().publishedAt()));
        put(members, "date_modified", AtomWriter.date(entry.times().updatedAt()));
        members.put("content_html", new JsonValue.Text(Xml.legal(entry.words().html())));
        if (!entry.authors().isEmpty()) {
            members.put(
                    "authors",
                    new JsonValue.Values(entry.authors().stream()
                            .map(name -> author(name, ""))
                            .toList()));
        }
        if (!entry.categories().isEmpty()) {
            members.put(
                    "tags",
                    new JsonValue.Values(entry.categories().stream()
                            .<JsonValue>map(category -> new JsonValue.Text(Xml.legal(category.label())))
                            .toList()));
        }
        var picture = entry.picture();
        if (picture != null) {
            put(members, "image", picture.shown());
            var file = members();
            put(file, "url", picture.file().url());
            put(file, "mime_type", picture.file().type());
            put(file, "title", picture.alt());
            file.put(
                    "size_in_bytes",
                    new JsonValue.Decimal(BigDecimal.valueOf(picture.file().bytes())));
            members.put("attachments", new JsonValue.Values(List.of(new JsonValue.Members(file))));
        }
        return new JsonValue.Members(members);
    }

    private static JsonValue author(String name, String url) {
        var members = members();
        put(members, "name", name);
        put(members, "url", url);
        return new JsonValue.Members(members);
    }

    private static SortedMap<String, JsonValue> members() {
        return new TreeMap<>();
    }

    private static void put(SortedMap<String, JsonValue> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, new JsonValue.Text(Xml.legal(text)));
        }
    }
}
