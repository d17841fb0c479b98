package org.herald.publish.body;

import java.util.List;
import java.util.Locale;
import org.herald.model.Blank;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes plain HTML of elements that a body cannot say, so that their words, links and pictures stay: forms, image maps,
 * drawings and formulas in the text, pictures that a script would load.
 */
final class PlainElements {

    private static final String SECTION = "[CDATA[";

    private PlainElements() {}

    static void replaceIn(Element body) {
        sections(body);
        lazyPictures(body);
        inputs(body);
        for (Element area : body.select("area")) {
            String name = Blank.is(area.attr("alt")) ? area.attr("title") : area.attr("alt");
            link(area, area.attr("href"), name);
        }
        drawings(body);
        formulas(body);
        for (Element reading : body.select("rt")) {
            Element ruby = reading.parent();
            if (ruby != null && ruby.selectFirst("rp") == null) {
                reading.prependText(" (").appendText(")");
            }
        }
    }

    /** The character data of XML, which is a comment to HTML. */
    private static void sections(Element body) {
        body.traverse((node, depth) -> {
            if (node instanceof Comment comment && comment.getData().startsWith(SECTION)) {
                String text = comment.getData().substring(SECTION.length()).replaceFirst("\\]\\]$", "");
                comment.replaceWith(new TextNode(text));
            }
        });
    }

    /** A picture that a script would put in the place of another, and that stands again in {@code noscript}. */
    private static void lazyPictures(Element body) {
        for (Element plain : body.select("noscript:has(img)")) {
            Element picture = plain.selectFirst("img");
            Element before = plain.previousElementSibling();
            if (picture != null
                    && before != null
                    && before.normalName().equals("img")
                    && FigureReader.sourceOf(before).equals(FigureReader.sourceOf(picture))) {
                before.remove();
            }
        }
    }

    private static void inputs(Element body) {
        for (Element input : body.select("input")) {
            switch (input.attr("type").toLowerCase(Locale.ROOT)) {
                case "submit", "button", "reset" -> input.replaceWith(new TextNode(" " + input.attr("value") + " "));
                case "image" ->
                    input.replaceWith(
                            new Element("img").attr("src", input.attr("src")).attr("alt", input.attr("alt")));
                default -> input.remove();
            }
        }
    }

    private static void link(Element element, String address, String name) {
        if (InlineReader.address(address).isEmpty()) {
            element.replaceWith(new TextNode(" " + name + " "));
            return;
        }
        var link = new Element("a").attr("href", address).text(Blank.is(name) ? address : name);
        element.after(new TextNode(" "));
        element.replaceWith(link);
    }

    private static void drawings(Element body) {
        for (Element drawing : body.select("svg")) {
            drawing.select("metadata").remove();
            drawing.select("title").tagName("text");
            drawing.select("a[xlink:href]").forEach(link -> link.attr("href", link.attr("xlink:href")));
            for (Element image : drawing.select("image")) {
                String source = Blank.is(image.attr("href")) ? image.attr("xlink:href") : image.attr("href");
                image.replaceWith(new Element("img").attr("src", source).attr("alt", image.attr("aria-label")));
            }
        }
    }

    private static void formulas(Element body) {
        body.select("math annotation, math annotation-xml").remove();
        for (String script : List.of("sup", "sub")) {
            for (Element raised : body.select("math m" + script)) {
                if (raised.childrenSize() > 1) {
                    raised.child(1).wrap("<" + script + "></" + script + ">");
                }
            }
        }
        for (Element fraction : body.select("math mfrac")) {
            if (fraction.childrenSize() > 1) {
                fraction.child(1).before(new TextNode("/"));
            }
        }
    }
}
