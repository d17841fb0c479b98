package org.herald.exchange.wxr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.publish.body.EmbeddedContent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/**
 * Turns the content of a post into HTML for a body: blocks or paragraphs, shortcodes, then links and pictures by identity.
 * {@code publish.body.BodyRules} brings the answer under the rules when it is saved.
 */
final class Conversion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>]+");
    private static final Pattern PICTURE_CLASS = Pattern.compile("\\bwp-image-([0-9]{1,18})\\b");
    /** What a body cannot say, and how the report tells what became of it. */
    private static final Map<String, String> CONVERTED = Map.of(
            "script", "left out: a script",
            "form", "converted: a form became its words",
            "svg", "left out: a drawing inside the text; its words stay",
            "math", "converted: a formula became its words",
            "canvas", "converted: a canvas became its words",
            "map", "converted: an image map became its links");

    private static final Map<String, String> EMBEDDED = Map.of(
            "iframe", "an embedded page",
            "video", "a film",
            "audio", "a recording",
            "noembed", "what stood for an embedded object",
            "noframes", "what stood for a frame");

    private final Inventory inventory;
    private final References references;
    private final Notes notes;

    Conversion(Inventory inventory, References references, Notes notes) {
        this.inventory = inventory;
        this.references = references;
        this.notes = notes;
    }

    /**
     * What a text became.
     *
     * @param source the HTML as the old site had it, without shortcodes
     * @param html the HTML for a body
     */
    record Converted(String source, String html) {}

    /**
     * The HTML of a post's content.
     *
     * @param language the language of its words, when the portal does not have it
     */
    Converted html(WxrPart.Post post, Optional<Language> language) {
        String content = Normalizer.normalize(post.written().content(), Normalizer.Form.NFC);
        if (content.contains("<!--nextpage-->")) {
            notes.add("converted: the pages of one post became one text");
        }
        var pictures = inventory.attachmentsOf(post.named().id());
        String written = new Shortcodes(pictures, notes).html(content.replace("\r\n", "\n"));
        String html = Blocks.isWrittenIn(content)
                ? new Blocks(inventory.reusable(), notes).html(written)
                : Paragraphs.of(written);
        String footnotes = footnotes(post);
        var parsed = Jsoup.parseBodyFragment(html + footnotes);
        parsed.outputSettings().prettyPrint(false);
        annotations(parsed);
        tellLosses(parsed);
        bareAddresses(parsed);
        backgrounds(parsed);
        media(parsed);
        pictures(parsed);
        new Links(inventory, references, notes, post.named().link()).convert(parsed);
        parsed.outputSettings().escapeMode(Entities.EscapeMode.base);
        // WCAG 2.2, success criterion 3.1.2: words in another language than the page say so
        language.ifPresent(tag -> parsed.body().children().not("[lang]").attr("lang", tag.tag()));
        return new Converted(
                written + footnotes, Normalizer.normalize(parsed.body().html(), Normalizer.Form.NFC));
    }

    /** The footnotes of the block editor, which it keeps beside the text. */
    private String footnotes(WxrPart.Post post) {
        String json = post.filed().meta().getOrDefault("footnotes", "");
        var out = new StringBuilder();
        try {
            for (JsonNode note : Blank.is(json) ? JSON.createArrayNode() : JSON.readTree(json)) {
                out.append("<li>").append(note.path("content").asText()).append("</li>");
            }
        } catch (JsonProcessingException malformed) {
            notes.add("left out: its footnotes, which cannot be read: " + json);
            return "";
        }
        return out.isEmpty() ? "" : "<ol>" + out + "</ol>";
    }

    /** How a word is read, which stands above it, comes behind it in brackets. */
    private static void annotations(Document parsed) {
        for (Element reading : parsed.select("rt")) {
            var before = reading.previousElementSibling();
            if (before == null || !before.normalName().equals("rp")) {
                reading.prependText(" (").appendText(")");
            }
        }
    }

    private void tellLosses(Document parsed) {
        for (Element element : parsed.body().getAllElements()) {
            Optional.ofNullable(CONVERTED.get(element.normalName())).ifPresent(notes::add);
            if (element.normalName().equals("script")) {
                addresses(element).forEach(address -> notes.add("left out: the link to " + address));
            } else if (element.normalName().equals("abbr") && !Blank.is(element.attr("title"))) {
                notes.add("left out: the explanation of “" + element.text() + "”, “" + element.attr("title") + "”");
            }
        }
    }

    /** What an object or an embedded page would load. */
    private static List<String> addresses(Element element) {
        return Stream.of(
                        element.attr("data"),
                        element.attr("src"),
                        element.select("> param[name=movie], > param[name=src]").attr("value"))
                .filter(address -> !Blank.is(address))
                .toList();
    }

    /** An address alone in its paragraph was shown as what it leads to; here it becomes a link. */
    private void bareAddresses(Document parsed) {
        for (Element element : parsed.select("p, div, figure")) {
            if (element.childNodeSize() == 1
                    && element.childNode(0) instanceof TextNode text
                    && ADDRESS.matcher(text.text().strip()).matches()) {
                String address = text.text().strip();
                text.replaceWith(new Element("a").attr("href", address).text(address));
                notes.add("converted: an embedded address became a link");
            }
        }
    }

    /** A picture behind a text becomes a picture before it. */
    private static void backgrounds(Document parsed) {
        for (Element element : parsed.select("[style*=background]")) {
            background(element.attr("style"))
                    .ifPresent(address -> element.prependChild(
                            new Element("img").attr("src", address).attr("alt", "")));
        }
    }

    /** The address in {@code background: url("...")}. */
    private static Optional<String> background(String style) {
        int named = style.indexOf("background");
        int from = named < 0 ? -1 : style.indexOf("url(", named);
        int end = from < 0 ? -1 : style.indexOf(')', from);
        return end < 0 || style.substring(named, from).contains(";")
                ? Optional.empty()
                : Optional.of(style.substring(from + 4, end).strip().replaceAll("^['\"]|['\"]$", ""))
                        .filter(address -> !Blank.is(address));
    }

    /** Films, recordings and what other sites would play become links; words inside stay. */
    private void media(Document parsed) {
        for (Element element : parsed.select("video, audio")) {
            Element source = element.hasAttr("src") ? element : element.selectFirst("source[src]");
            if (!Blank.is(element.attr("poster"))) {
                var figure = element.closest("figure");
                (figure == null ? element : figure)
                        .before(new Element("img")
                                .attr("src", element.attr("poster"))
                                .attr("alt", ""));
                element.removeAttr("poster");
            }
            String name = source == null ? "" : OldSite.fileName(source.attr("src"));
            if (Blank.is(element.attr("title"))) {
                element.attr("title", name);
            }
        }
        for (var replaced : EmbeddedContent.becomeLinks(parsed.body())) {
            String what = EMBEDDED.getOrDefault(replaced.element(), "an embedded object");
            notes.add(
                    replaced.address().isEmpty()
                            ? "left out: " + what + " without an address; words inside it stay"
                            : "converted: " + what + " became a link, " + replaced.address());
        }
    }

    private void pictures(Document parsed) {
        PictureSources.settle(parsed.body(), inventory::isFile);
        for (Element picture : List.copyOf(parsed.select("img"))) {
            var known = attachment(picture);
            String source = picture.attr("src");
            Optional<Long> asset =
                    known.flatMap(found -> references.attachment(found.id())).or(() -> references.file(source));
            if (asset.isPresent()) {
                if (!inventory.site().isOwnHost(source)
                        && inventory.site().behindProxy(source).isEmpty()) {
                    notes.add("converted: a picture at " + OldSite.host(source)
                            + " was taken for this site's file of the same path, " + OldSite.filePath(source));
                }
                picture.attr("src", "asset:" + asset.get());
                known.filter(_ -> Blank.is(picture.attr("alt"))).ifPresent(found -> picture.attr("alt", found.alt()));
                known.ifPresent(found -> captionInGallery(picture, found));
            } else if (picture.attr("src").strip().toLowerCase(Locale.ROOT).startsWith("data:")) {
                notes.add("left out: a picture that is written into the text itself, of "
                        + picture.attr("src").length() + " characters");
                picture.remove();
            } else if (Blank.is(picture.attr("src"))) {
                notes.add("left out: a picture that the file does not hold");
                picture.remove();
            } else {
                notes.add("converted: a picture of another site became a link");
            }
        }
    }

    private Optional<Inventory.Attachment> attachment(Element picture) {
        var named = PICTURE_CLASS.matcher(picture.className());
        String id = named.find() ? named.group(1) : picture.attr("data-id");
        // the address first: texts that were copied from another site have the numbers of that one
        return inventory
                .attachmentAt(picture.attr("src"))
                .or(() -> Optional.of(id)
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(text -> inventory.attachments().get(Long.parseLong(text))));
    }

    /** Pictures of a gallery shortcode carry the captions of the media library. */
    private static void captionInGallery(Element picture, Inventory.Attachment found) {
        Element parent = picture.parent();
        boolean isBare = parent != null
                && parent.normalName().equals("figure")
                && parent.hasClass("gallery")
                && picture.hasClass("wp-image-" + found.id());
        if (isBare && !Blank.is(found.caption())) {
            var figure = new Element("figure");
            picture.replaceWith(figure);
            figure.appendChild(picture);
            figure.appendChild(
                    new Element("figcaption").text(Jsoup.parse(found.caption()).text()));
        }
    }
}
