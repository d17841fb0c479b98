package org.herald.exchange.wxr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/**
 * Turns the content of a post into HTML for a body: blocks or paragraphs, shortcodes, then links and pictures by identity.
 * {@code publish.BodyRules} brings the answer under the rules when it is saved.
 */
final class Conversion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>]+");
    private static final Pattern PICTURE_CLASS = Pattern.compile("\\bwp-image-([0-9]{1,18})\\b");
    /** What a body cannot say, and how the report calls it. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "script", "a script",
            "form", "a form",
            "object", "an embedded object",
            "embed", "an embedded object",
            "svg", "a drawing inside the text",
            "math", "a formula",
            "canvas", "a canvas",
            "map", "an image map");

    private final Inventory inventory;
    private final References references;
    private final Notes notes;

    Conversion(Inventory inventory, References references, Notes notes) {
        this.inventory = inventory;
        this.references = references;
        this.notes = notes;
    }

    /** The HTML of a post's content. */
    String html(WxrPart.Post post) {
        String content = post.written().content();
        if (content.contains("<!--nextpage-->")) {
            notes.add("converted: the pages of one post became one text");
        }
        var pictures = inventory.attachmentsOf(post.named().id());
        String written = new Shortcodes(pictures, notes).html(content.replace("\r\n", "\n"));
        String html = Blocks.isWrittenIn(content)
                ? new Blocks(inventory.reusable(), notes).html(written)
                : Paragraphs.of(written);
        var parsed = Jsoup.parseBodyFragment(html + footnotes(post));
        parsed.outputSettings().prettyPrint(false);
        tellLosses(parsed);
        bareAddresses(parsed);
        backgrounds(parsed);
        media(parsed);
        pictures(parsed);
        links(parsed);
        return parsed.body().html();
    }

    /** The footnotes of the block editor, which it keeps beside the text. */
    private static String footnotes(WxrPart.Post post) {
        String json = post.filed().meta().getOrDefault("footnotes", "");
        var out = new StringBuilder();
        try {
            for (JsonNode note : Blank.is(json) ? JSON.createArrayNode() : JSON.readTree(json)) {
                out.append("<li>").append(note.path("content").asText()).append("</li>");
            }
        } catch (JsonProcessingException malformed) {
            return "";
        }
        return out.isEmpty() ? "" : "<ol>" + out + "</ol>";
    }

    private void tellLosses(Document parsed) {
        for (Element element : parsed.body().getAllElements()) {
            String words = LEFT_OUT.get(element.normalName());
            if (words != null) {
                notes.add("left out: " + words);
            } else if (element.normalName().equals("iframe")) {
                notes.add("converted: an embedded page became a link");
            }
        }
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

    private void media(Document parsed) {
        for (Element element : parsed.select("video, audio")) {
            Element source = element.hasAttr("src") ? element : element.selectFirst("source[src]");
            String address = source == null ? "" : source.attr("src");
            if (!Blank.is(address)) {
                String name = OldSite.fileName(address);
                element.replaceWith(new Element("p")
                        .appendChild(new Element("a").attr("href", address).text(Blank.is(name) ? address : name)));
            }
            notes.add("converted: " + (element.normalName().equals("audio") ? "a recording" : "a film")
                    + " became a link");
        }
    }

    private void pictures(Document parsed) {
        for (Element picture : List.copyOf(parsed.select("img"))) {
            var known = attachment(picture);
            Optional<Long> asset = known.flatMap(found -> references.attachment(found.id()))
                    .or(() -> references.file(picture.attr("src")));
            if (asset.isPresent()) {
                picture.attr("src", "asset:" + asset.get());
                known.filter(_ -> Blank.is(picture.attr("alt"))).ifPresent(found -> picture.attr("alt", found.alt()));
                known.ifPresent(found -> captionInGallery(picture, found));
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
        return Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> inventory.attachments().get(Long.parseLong(text)))
                .or(() -> inventory.attachmentAt(picture.attr("src")));
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

    private void links(Document parsed) {
        for (Element link : List.copyOf(parsed.select("a"))) {
            String address = link.attr("href").strip();
            if (address.isEmpty() || address.startsWith("#")) {
                link.unwrap();
            } else {
                identity(address).ifPresent(identity -> link.attr("href", identity));
            }
        }
        parsed.body().select("[style]").removeAttr("style");
        parsed.outputSettings().escapeMode(Entities.EscapeMode.base);
    }

    /** What an address of the old site means here; an address that means nothing here stays as it is. */
    private Optional<String> identity(String address) {
        var path = inventory.site().path(address);
        Optional<String> item = path.flatMap(references::item).map(id -> "item:" + id);
        if (item.isPresent()
                || path.filter(at -> inventory.itemAt(at).isPresent()).isPresent()) {
            return item;
        }
        Optional<String> file = path.flatMap(inventory::attachmentOfPage)
                .flatMap(attachment -> references.attachment(attachment.id()))
                .or(() -> references.file(address))
                .map(id -> "asset:" + id);
        if (file.isPresent()) {
            return file;
        }
        if (path.filter(at -> at.matches("/(tag|category)/.*|/\\?cat=.*|/")).isPresent()) {
            return path;
        }
        path.ifPresent(_ -> notes.add(
                "kept as it is written: a link to an address of the old site that is not in the file, " + address));
        return Optional.empty();
    }
}
