package org.herald.site.feeds;

import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the specifications of feeds ask for (RSS 2.0 with the Best Practices Profile, RFC 4287, RFC 6721, JSON Feed 1.1), and
 * that two parsers read the same.
 */
public final class FeedRules {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final Set<String> OF_ITEM = Set.of(
            "title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source");

    private final List<String> problems = new ArrayList<>();

    private FeedRules() {}

    /**
     * One entry as a parser reads it.
     *
     * @param updated in RFC 3339, or empty
     */
    public record Read(String id, String url, String title, String html, String updated) {}

    /** What is wrong with a feed. */
    public static List<String> problems(FeedFormat format, String text, String self) {
        var rules = new FeedRules();
        switch (format) {
            case RSS -> rules.rss(text, self);
            case ATOM -> rules.atom(text, self);
            case JSON -> rules.json(text, self);
        }
        if (format != FeedFormat.JSON) {
            rules.parsers(text);
        }
        return rules.problems;
    }

    /** The entries, in their order. */
    public static List<Read> entries(FeedFormat format, String text) {
        return switch (format) {
            case RSS ->
                elements(xml(text).getElementsByTagNameNS("*", "item")).stream()
                        .map(item -> new Read(
                                value(item, "guid"),
                                value(item, "link"),
                                value(item, "title"),
                                value(item, "encoded"),
                                value(item, "modified")))
                        .toList();
            case ATOM ->
                elements(xml(text).getElementsByTagNameNS(ATOM, "entry")).stream()
                        .map(entry -> new Read(
                                value(entry, "id"),
                                links(entry, "alternate").getFirst(),
                                value(entry, "title"),
                                value(entry, "content"),
                                value(entry, "updated")))
                        .toList();
            case JSON ->
                new JsonObject(text)
                        .getJsonArray("items").stream()
                                .map(JsonObject.class::cast)
                                .map(item -> new Read(
                                        item.getString("id"),
                                        item.getString("url"),
                                        item.getString("title"),
                                        item.getString("content_html"),
                                        item.getString("date_modified")))
                                .toList();
        };
    }

    private void rss(String text, String self) {
        Document document = xml(text);
        require(document.getDocumentElement().getAttribute("version").equals("2.0"), "not RSS 2.0");
        Element channel = elements(document.getElementsByTagName("channel")).getFirst();
        for (String name : List.of("title", "link", "description", "language", "lastBuildDate")) {
            require(!value(channel, name).isEmpty(), "the channel has no " + name);
        }
        absolute(value(channel, "link"));
        date(value(channel, "lastBuildDate"));
        require(links(channel, "self").equals(List.of(self)), "not at its own address: " + links(channel, "self"));
        var ids = new HashSet<String>();
        for (Element item : elements(channel.getElementsByTagName("item"))) {
            require(ids.add(value(item, "guid")), "twice: " + value(item, "guid"));
            var guid = elements(item.getElementsByTagName("guid")).getFirst();
            require(guid.getAttribute("isPermaLink").equals("false"), "an identity that is no address");
            require(!value(item, "title").isEmpty(), "no title");
            require(!value(item, "description").isEmpty(), "no description");
            absolute(value(item, "link"));
            date(value(item, "pubDate"));
            for (Element child : elements(item.getChildNodes())) {
                require(child.getNamespaceURI() != null || OF_ITEM.contains(child.getLocalName()), child.getTagName());
            }
            for (Element enclosure : elements(item.getElementsByTagName("enclosure"))) {
                absolute(enclosure.getAttribute("url"));
                require(enclosure.getAttribute("length").matches("[1-9][0-9]*"), "an enclosure without length");
                require(enclosure.getAttribute("type").startsWith("image/"), enclosure.getAttribute("type"));
            }
            require(item.getElementsByTagName("enclosure").getLength() <= 1, "several enclosures");
            require(item.getElementsByTagNameNS(CONTENT, "encoded").getLength() == 1, "not whole");
            html(value(item, "encoded"));
        }
    }

    private void atom(String text, String self) {
        Element feed = xml(text).getDocumentElement();
        require(ATOM.equals(feed.getNamespaceURI()) && feed.getLocalName().equals("feed"), "no Atom feed");
        for (String name : List.of("id", "title", "updated")) {
            require(count(feed, name) == 1, count(feed, name) + " of " + name);
        }
        require(links(feed, "self").equals(List.of(self)), "not at its own address: " + links(feed, "self"));
        instant(value(feed, "updated"));
        var ids = new HashSet<String>();
        for (Element entry : elements(feed.getElementsByTagNameNS(ATOM, "entry"))) {
            for (String name : List.of("id", "title", "updated", "published", "content")) {
                require(count(entry, name) == 1, count(entry, name) + " of " + name);
            }
            require(ids.add(value(entry, "id")), "twice: " + value(entry, "id"));
            require(URI.create(value(entry, "id")).isAbsolute(), "no IRI: " + value(entry, "id"));
            require(links(entry, "alternate").size() == 1, "several pages");
            links(entry, "alternate").forEach(this::absolute);
            links(entry, "enclosure").forEach(this::absolute);
            instant(value(entry, "updated"));
            instant(value(entry, "published"));
            require(
                    !value(entry, "updated").isEmpty()
                            && value(entry, "updated").compareTo(value(entry, "published")) >= 0,
                    "updated before it was published");
            html(value(entry, "content"));
        }
        for (Element deleted : elements(feed.getElementsByTagNameNS(TOMBSTONES, "deleted-entry"))) {
            require(ids.contains(deleted.getAttribute("ref")), "a grave without a notice");
            instant(deleted.getAttribute("when"));
        }
    }

    private void json(String text, String self) {
        var feed = new JsonObject(text);
        require("https://jsonfeed.org/version/1.1".equals(feed.getString("version")), "no JSON Feed 1.1");
        require(!feed.getString("title", "").isEmpty(), "no title");
        require(self.equals(feed.getString("feed_url")), "not at its own address");
        absolute(feed.getString("home_page_url"));
        var ids = new HashSet<String>();
        for (Object each : feed.getJsonArray("items")) {
            var item = (JsonObject) each;
            require(ids.add(item.getString("id")), "twice: " + item.getString("id"));
            absolute(item.getString("url"));
            instant(item.getString("date_published"));
            instant(item.getString("date_modified"));
            html(item.getString("content_html"));
            for (Object attachment : item.getJsonArray("attachments", new JsonArray())) {
                absolute(((JsonObject) attachment).getString("url"));
                require(!((JsonObject) attachment).getString("mime_type", "").isEmpty(), "a file without type");
            }
        }
    }

    /** ROME and RSSReader, which share no code, find the same entries. */
    private void parsers(String text) {
        try {
            var rome = new SyndFeedInput()
                    .build(new StringReader(text)).getEntries().stream()
                            .map(entry ->
                                    entry.getUri() + " " + entry.getTitle().strip())
                            .toList();
            var reader = new RssReader()
                    .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .map(item -> item.getGuid().orElse("") + " "
                            + item.getTitle().orElse("").strip())
                    .toList();
            require(rome.equals(reader), "parsers read otherwise:\n" + rome + "\n" + reader);
        } catch (FeedException fault) {
            problems.add("a parser refuses it: " + fault);
        }
    }

    /** Nothing of a page is left in it, and nothing points to nowhere. */
    private void html(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("[href]").forEach(each -> absolute(each.attr("href")));
        body.select("[src]").forEach(each -> absolute(each.attr("src")));
        require(
                body.select("script, style, link, iframe, object, embed, form, source, picture, [class], [srcset],"
                                + " [style]")
                        .isEmpty(),
                "of a page: " + html);
        require(
                body.getAllElements().stream()
                        .flatMap(each -> each.attributes().asList().stream())
                        .noneMatch(each -> each.getKey().startsWith("on")),
                "a script: " + html);
    }

    private void absolute(String address) {
        try {
            var url = URI.create(address);
            require(url.isAbsolute(), "not absolute: " + address);
        } catch (IllegalArgumentException none) {
            problems.add("no address: " + address);
        }
    }

    private void date(String text) {
        checked(text, each -> OffsetDateTime.parse(each, DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    private void instant(String text) {
        checked(text, OffsetDateTime::parse);
    }

    private void checked(String text, Consumer<String> reading) {
        try {
            reading.accept(text);
        } catch (DateTimeException none) {
            problems.add("no date: " + text);
        }
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            problems.add(otherwise);
        }
    }

    static Document xml(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException fault) {
            throw new IllegalArgumentException("Not well-formed: " + text, fault);
        }
    }

    static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** The text of the first child with this name; empty without one. */
    static String value(Element parent, String name) {
        return elements(parent.getChildNodes()).stream()
                .filter(child -> child.getLocalName().equals(name))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static long count(Element parent, String name) {
        return elements(parent.getChildNodes()).stream()
                .filter(child -> ATOM.equals(child.getNamespaceURI())
                        && child.getLocalName().equals(name))
                .count();
    }

    private static List<String> links(Element parent, String relation) {
        return elements(parent.getChildNodes()).stream()
                .filter(child -> ATOM.equals(child.getNamespaceURI())
                        && child.getLocalName().equals("link")
                        && child.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
