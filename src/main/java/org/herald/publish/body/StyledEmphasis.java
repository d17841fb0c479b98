package org.herald.publish.body;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Emphasis and direction that are only written as style, as Word, Google Docs and the editors of other systems do: they
 * become elements and attributes, and elements whose style takes their emphasis back go.
 */
final class StyledEmphasis {

    /** Elements in which no text may stand, and those that are strong by themselves. */
    private static final Set<String> WITHOUT_TEXT = Set.of(
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "ul",
            "ol",
            "menu",
            "dl",
            "img",
            "picture",
            "hr",
            "br",
            "body",
            "figure",
            "select",
            "svg",
            "math",
            "pre",
            "colgroup",
            "col");

    private static final Set<String> INLINE = Set.of("span", "font", "a", "u", "small", "big", "mark");

    private StyledEmphasis() {}

    static void applyIn(Element body) {
        for (Element element : body.select("[style]")) {
            apply(element, declarations(element.attr("style")));
        }
    }

    private static void apply(Element element, Map<String, String> style) {
        String name = BodyElements.WRITTEN_AS.getOrDefault(element.normalName(), element.normalName());
        String weight = style.getOrDefault("font-weight", "");
        String slant = style.getOrDefault("font-style", "");
        if (style.getOrDefault("direction", "").matches("ltr|rtl") && Blank.is(element.attr("dir"))) {
            element.attr("dir", style.getOrDefault("direction", ""));
        }
        boolean isTakenBack = (name.equals("strong") && weight.matches("normal|lighter|[1-4]00"))
                || (name.equals("em") && slant.equals("normal"));
        if (isTakenBack && element.parent() != null) {
            element.tagName("span"); // which stays where it carries a language or a direction
        } else if (!WITHOUT_TEXT.contains(element.normalName())) {
            if (weight.matches("bold|bolder|[6-9]00") && !isStrongAlready(element, name)) {
                wrap(element, "strong");
            }
            if (slant.matches("italic|oblique.*") && !name.equals("em")) {
                wrap(element, "em");
            }
            decorate(element, style);
        }
    }

    private static void decorate(Element element, Map<String, String> style) {
        String line = style.getOrDefault("text-decoration", "") + style.getOrDefault("text-decoration-line", "");
        if (line.contains("line-through") && !element.normalName().matches("s|strike|del")) {
            wrap(element, "s");
        }
        String height = style.getOrDefault("vertical-align", "");
        if (INLINE.contains(element.normalName()) && height.matches("super|sub")) {
            wrap(element, height.equals("super") ? "sup" : "sub");
        }
    }

    private static boolean isStrongAlready(Element element, String name) {
        return name.equals("strong")
                || name.equals("th")
                || BodyElements.isHeading(element)
                || element.closest("h1, h2, h3, h4, h5, h6") != null;
    }

    private static void wrap(Element element, String name) {
        if (element.childNodeSize() == 0) {
            return;
        }
        var wrapper = new Element(name);
        List<Node> inside = List.copyOf(element.childNodes());
        element.appendChild(wrapper);
        wrapper.appendChildren(inside);
    }

    /** The declarations of a style attribute by their exact names: {@code mso-bidi-font-weight} is not a weight. */
    private static Map<String, String> declarations(String style) {
        var declarations = new HashMap<String, String>();
        for (String declaration : style.toLowerCase(Locale.ROOT).split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration
                        .substring(colon + 1)
                        .replace("!important", "")
                        .strip();
                declarations.put(declaration.substring(0, colon).strip(), value);
            }
        }
        for (String part : declarations.getOrDefault("font", "").split("\\s+", -1)) {
            if (part.matches("bold|bolder|[6-9]00")) {
                declarations.putIfAbsent("font-weight", part);
            } else if (part.matches("italic|oblique")) {
                declarations.putIfAbsent("font-style", part);
            }
        }
        return declarations;
    }
}
