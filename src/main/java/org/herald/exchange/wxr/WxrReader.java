package org.herald.exchange.wxr;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.herald.model.Blank;

/**
 * Reads a WordPress export part by part and holds one part at a time, so that the size of the file does not matter. The
 * names of elements are told by their prefix, because each version of the format has other namespace addresses.
 */
final class WxrReader implements AutoCloseable {

    /** The custom fields that mean something here; others can be many and large. */
    private static final List<String> META = List.of(
            "_wp_attachment_image_alt",
            "_thumbnail_id",
            "_yoast_wpseo_primary_category",
            "footnotes",
            "_wpml_import_language_code",
            "_wpml_import_translation_group");

    /** Fields that may be there several times. */
    private static final List<String> SEVERAL = EarlierAddresses.FIELDS;

    private static final String TERM_FIELD = "termmeta:";

    private static final List<String> LIMITS = List.of(
            "jdk.xml.entityExpansionLimit", "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

    private final Path file;
    private final CountedStream stream;
    private final RepairedXml repaired;
    private final XMLStreamReader xml;
    private final Map<String, String> site = new HashMap<>();
    private final Queue<WxrPart> found = new ArrayDeque<>();
    private boolean isSiteTold; // turned on by the first item read
    private int items; // read so far

    private WxrReader(Path file, CountedStream stream, RepairedXml repaired, XMLStreamReader xml) {
        this.file = file;
        this.stream = stream;
        this.repaired = repaired;
        this.xml = xml;
    }

    /** @throws WxrFault when the file cannot be read or is no WordPress export */
    static WxrReader open(Path file) {
        var factory = XMLInputFactory.newDefaultFactory();
        // An export has no document type; one that has could read files of this machine (XXE) or grow without end.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK counts every &amp; of a file against limits that are meant for the entities of a document type.
        LIMITS.forEach(limit -> factory.setProperty(limit, 0));
        // Plugins use prefixes that the file does not declare; names are told by their prefix as it is written.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            var counted = new CountedStream(Files.newInputStream(file));
            try {
                var repaired = RepairedXml.of(new BufferedInputStream(counted, 1 << 17));
                var reader = new WxrReader(file, counted, repaired, xml(factory, file, repaired));
                reader.requireExport();
                return reader;
            } catch (IOException | WxrFault fault) {
                counted.close();
                throw fault;
            }
        } catch (NoSuchFileException missing) {
            throw new WxrFault("There is no file " + file + ": name the export that WordPress wrote.");
        } catch (IOException unreadable) {
            throw new WxrFault("Cannot read " + file + ": " + unreadable.getMessage() + ".");
        }
    }

    private static XMLStreamReader xml(XMLInputFactory factory, Path file, RepairedXml repaired) {
        try {
            return factory.createXMLStreamReader(repaired);
        } catch (XMLStreamException fault) {
            throw BrokenXml.of(file, fault, repaired.linesBefore());
        }
    }

    /**
     * The next part, or nothing at the end of the file.
     *
     * @throws WxrFault with line and column where the file is broken
     */
    Optional<WxrPart> next() {
        try {
            while (found.isEmpty() && xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    part();
                }
            }
            if (found.isEmpty()) {
                tellSite();
            }
            return Optional.ofNullable(found.poll());
        } catch (XMLStreamException fault) {
            throw BrokenXml.of(file, fault, repaired.linesBefore());
        }
    }

    /** How much of the file was read. */
    long bytes() {
        return stream.count;
    }

    @Override
    public void close() {
        try {
            xml.close();
            repaired.close();
        } catch (XMLStreamException | IOException fault) {
            throw new WxrFault("Cannot close " + file + ": " + fault.getMessage());
        }
    }

    /** What of the file was not quite XML as far as it was read, by lines. */
    Map<Integer, Notes> repairs() {
        return repaired.notes();
    }

    private void requireExport() {
        try {
            while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a document type, which no export has", xml.getLocation());
                }
            }
        } catch (XMLStreamException fault) {
            throw BrokenXml.of(file, fault, repaired.linesBefore());
        }
        boolean hasPrefix = xml.isStartElement()
                && IntStream.range(0, xml.getAttributeCount())
                        .mapToObj(xml::getAttributeName)
                        .anyMatch(name -> name.getPrefix().equals("xmlns")
                                && name.getLocalPart().equals("wp"));
        if (!hasPrefix || !name().equals("rss")) {
            throw new WxrFault(file + " is not a WordPress export: it does not begin as one (<rss> with the prefix"
                    + " \"wp\"). Export it in WordPress under Tools > Export > All content.");
        }
    }

    private void part() throws XMLStreamException {
        int line = xml.getLocation().getLineNumber() + repaired.linesBefore();
        switch (name()) {
            case "channel" -> {}
            case "title", "link", "language", "wp:base_site_url", "wp:base_blog_url" ->
                site.put(name(), text().strip());
            case "wp:author" -> {
                var author = children();
                add(new WxrPart.Author(line, text(author, "wp:author_login"), text(author, "wp:author_display_name")));
            }
            case "wp:category" -> {
                var category = children();
                add(new WxrPart.Category(
                        line,
                        number(text(category, "wp:term_id")),
                        text(category, "wp:category_nicename"),
                        text(category, "wp:category_parent"),
                        text(category, "wp:cat_name"),
                        text(category, "wp:category_description")));
                fields(category);
            }
            case "wp:tag" -> {
                var tag = children();
                add(new WxrPart.Tag(
                        line, number(text(tag, "wp:term_id")), text(tag, "wp:tag_slug"), text(tag, "wp:tag_name")));
                fields(tag);
            }
            case "wp:term" -> {
                var term = children();
                add(new WxrPart.OtherTerm(
                        text(term, "wp:term_taxonomy").strip(),
                        text(term, "wp:term_slug").strip(),
                        text(term, "wp:term_description")));
            }
            case "item" -> add(post(line));
            default -> skip();
        }
    }

    /** The site comes first, once all of what the channel says of it was read. */
    private void add(WxrPart part) {
        tellSite();
        found.add(part);
    }

    private void tellSite() {
        if (!isSiteTold) {
            isSiteTold = true;
            String address = text(site, "wp:base_blog_url");
            found.add(new WxrPart.Site(
                    text(site, "title"),
                    (address.isEmpty() ? text(site, "link") : address).replaceAll("(?<!/)/+$", ""),
                    text(site, "language")));
        }
    }

    private WxrPart.Post post(int line) throws XMLStreamException {
        items++;
        var texts = new HashMap<String, String>();
        var terms = new ArrayList<WxrPart.Term>();
        var meta = new HashMap<String, String>();
        var fields = new HashSet<String>();
        int comments = 0;
        while (toChild()) {
            switch (name()) {
                case "category" -> {
                    String domain = attribute("domain");
                    String slug = attribute("nicename");
                    terms.add(new WxrPart.Term(domain, slug, text().strip()));
                }
                case "wp:postmeta" -> {
                    var field = children();
                    String key = text(field, "wp:meta_key");
                    if (META.contains(key)) {
                        meta.put(key, text(field, "wp:meta_value"));
                    } else if (SEVERAL.contains(key)) {
                        meta.merge(key, text(field, "wp:meta_value").strip(), (all, next) -> all + "\n" + next);
                    } else if (!key.startsWith("_") && !Blank.is(text(field, "wp:meta_value"))) {
                        fields.add(key);
                    }
                }
                case "wp:comment" -> {
                    comments++;
                    skip();
                }
                // a post of several authors may name each in an element of its own
                case "dc:creator" -> texts.merge("dc:creator", text().strip(), (one, next) -> one + "\n" + next);
                default -> texts.put(name(), text());
            }
        }
        return new WxrPart.Post(
                new WxrPart.Named(
                        line,
                        items,
                        number(text(texts, "wp:post_id")),
                        text(texts, "wp:post_type").strip(),
                        text(texts, "wp:status").strip(),
                        text(texts, "wp:post_name").strip(),
                        text(texts, "link").strip(),
                        text(texts, "guid").strip(),
                        number(text(texts, "wp:post_parent"))),
                new WxrPart.Written(
                        text(texts, "title"),
                        text(texts, "dc:creator").strip(),
                        text(texts, "content:encoded"),
                        text(texts, "excerpt:encoded")),
                new WxrPart.Dated(
                        text(texts, "wp:post_date").strip(),
                        text(texts, "wp:post_date_gmt").strip(),
                        text(texts, "pubDate").strip(),
                        modified(texts)),
                new WxrPart.Filed(
                        terms,
                        meta,
                        fields,
                        text(texts, "wp:attachment_url").strip(),
                        !text(texts, "wp:post_password").strip().isEmpty(),
                        comments));
    }

    private static String modified(Map<String, String> texts) {
        String utc = text(texts, "wp:post_modified_gmt").strip();
        return utc.isEmpty() ? text(texts, "wp:post_modified").strip() : utc;
    }

    /** The texts of an element's children by their names; a term's custom fields by {@code termmeta:} and their key. */
    private Map<String, String> children() throws XMLStreamException {
        var texts = new HashMap<String, String>();
        while (toChild()) {
            if (name().equals("wp:termmeta")) {
                var field = children();
                texts.put(
                        TERM_FIELD + text(field, "wp:meta_key"),
                        text(field, "wp:meta_value").strip());
            } else {
                texts.put(name(), text());
            }
        }
        return texts;
    }

    private void fields(Map<String, String> term) {
        var meta = new HashMap<String, String>();
        term.forEach((name, value) -> {
            if (name.startsWith(TERM_FIELD)) {
                meta.put(name.substring(TERM_FIELD.length()), value);
            }
        });
        if (!meta.isEmpty()) {
            add(new WxrPart.TermFields(number(text(term, "wp:term_id")), meta));
        }
    }

    /** Moves to the next child of the element that is open; false at its end. */
    private boolean toChild() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** The text of the element that is open; elements inside it, which plugins add, are passed over. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "an entity that is not declared: " + xml.getLocalName(), xml.getLocation());
                default -> {}
            }
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private String name() {
        return xml.getLocalName();
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }

    private static long number(String text) {
        return text.strip().matches("[0-9]{1,18}") ? Long.parseLong(text.strip()) : 0;
    }

    /** Counts what is read through it. */
    private static final class CountedStream extends FilterInputStream {

        private long count; // grows as the file is read

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
