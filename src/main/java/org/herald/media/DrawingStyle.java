package org.herald.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The style of a drawing: known properties, whose values name nothing outside the drawing. */
final class DrawingStyle {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);

    private static final Pattern SELECTOR = Pattern.compile("[\\w\\s.#,>+~*:()-]+");

    /** Of the drawing itself: {@code url(#sky)}, also in quotes. */
    private static final Pattern OWN_PART = Pattern.compile("url\\(\\s*+(['\"]?)#[^\\s'\"()\\\\]++\\1\\s*+\\)");

    /** What may load or run something, wherever it stands in a value. A backslash could write any of it otherwise. */
    private static final List<String> DANGEROUS = List.of(
            "\\",
            "<",
            "@",
            "{",
            "}",
            "url(",
            "src(",
            "image(",
            "image-set(",
            "cross-fade(",
            "element(",
            "attr(",
            "expression(",
            "script:",
            "data:");

    private DrawingStyle() {}

    /** True for a value that names nothing outside the drawing. */
    static boolean isHarmless(String value) {
        String rest = OWN_PART.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return DANGEROUS.stream().noneMatch(rest::contains);
    }

    /** What is left of the declarations of one element or rule; empty when nothing is. */
    static String declarations(String written) {
        var kept = new ArrayList<String>();
        for (String each : uncommented(written).split(";", -1)) {
            int colon = each.indexOf(':');
            String property = colon < 0 ? "" : each.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = each.substring(colon + 1).strip();
            if (DrawingRules.isProperty(property) && !value.isEmpty() && isHarmless(value)) {
                kept.add(property + ":" + value);
            }
        }
        return String.join(";", kept);
    }

    /** What is left of a style sheet: its plain rules. Whatever begins with @ goes, with its block. */
    static String sheet(String written) {
        String css = uncommented(written);
        var out = new StringBuilder();
        int at = 0;
        while (at < css.length()) {
            int open = opening(css, at);
            if (open == css.length()) {
                break;
            }
            if (css.charAt(open) == ';') {
                at = open + 1; // an instruction such as @import
                continue;
            }
            int close = closing(css, open);
            String selector = css.substring(at, open).strip();
            String declarations = declarations(css.substring(open + 1, close));
            if (SELECTOR.matcher(selector).matches() && !declarations.isEmpty()) {
                out.append(selector).append('{').append(declarations).append('}');
            }
            at = close + 1;
        }
        return out.toString();
    }

    /** Where a block opens or an instruction ends, whichever comes first. */
    private static int opening(String css, int from) {
        int at = from;
        while (at < css.length() && css.charAt(at) != '{' && css.charAt(at) != ';') {
            at++;
        }
        return at;
    }

    /** Where the block that opens here closes; the end of the sheet when it does not. */
    private static int closing(String css, int open) {
        int depth = 0;
        for (int at = open; at < css.length(); at++) {
            if (css.charAt(at) == '{') {
                depth++;
            } else if (css.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        return css.length();
    }

    private static String uncommented(String css) {
        return COMMENT.matcher(css).replaceAll(" ");
    }
}
