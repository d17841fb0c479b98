package org.herald.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Builds the text inside a block: words, links, emphasis, editorial insertions. */
final class InlineReader {

    private static final Map<String, String> WRITTEN_AS = Map.ofEntries(
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("dfn", "em"),
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("ins", "ins"),
            Map.entry("s", "s"),
            Map.entry("strike", "s"),
            Map.entry("del", "s"),
            Map.entry("q", "q"),
            Map.entry("cite", "cite"),
            Map.entry("code", "code"),
            Map.entry("kbd", "code"),
            Map.entry("samp", "code"),
            Map.entry("tt", "code"),
            Map.entry("var", "em"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"));
    private static final String MARKED = "[CDATA[";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern IDENTITY = Pattern.compile("(item|asset):[0-9]{1,18}");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "item", "asset");

    String read(List<Node> nodes) {
        var out = new StringBuilder();
        nodes.forEach(node -> write(node, out));
        return out.toString();
    }

    private void write(Node node, StringBuilder out) {
        switch (node) {
            case TextNode text -> append(text.getWholeText(), out);
            case Element element -> element(element, out);
            case Comment comment when comment.getData().startsWith(MARKED) -> append(marked(comment), out);
            default -> {}
        }
    }

    /** The words of a marked section, which is a comment outside of XML (HTML, section 13.2.5.42): they are not lost. */
    private static String marked(Comment comment) {
        String data = comment.getData().substring(MARKED.length());
        return data.endsWith("]]") ? data.substring(0, data.length() - 2) : data;
    }

    /** Writes text with single spaces and with what HTML has to write otherwise. */
    private static void append(String text, StringBuilder out) {
        int begin = out.length();
        boolean isPlain = true;
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\t' || character == '\n' || character == '\r') {
                character = ' ';
            }
            if (character != ' ' || before != ' ') {
                out.append(character);
            }
            isPlain &= isPlain(character);
            before = character;
        }
        if (!isPlain) {
            String written = out.substring(begin);
            out.setLength(begin);
            out.append(Entities.escape(written));
        }
    }

    /** True for characters that stand for themselves in HTML; of others {@link Entities} knows. */
    private static boolean isPlain(char character) {
        if (character >= ' ' && character < 0x7f) {
            return character != '&' && character != '<' && character != '>' && character != '"' && character != '\'';
        }
        return character > 0xa0 && !Character.isSurrogate(character);
    }

    private void element(Element element, StringBuilder out) {
        String name = element.normalName();
        if (BodyReader.isDropped(element) || name.equals("img")) {
            return;
        }
        if (name.equals("br")) {
            out.append("<br>");
            return;
        }
        String written = WRITTEN_AS.get(name);
        String inside = read(element.childNodes());
        if (name.equals("a")) {
            String address = address(element.attr("href"));
            out.append(
                    address.isEmpty() || isEmpty(inside)
                            ? inside
                            : "<a href=\"" + Entities.escape(address) + "\">" + inside + "</a>");
        } else if (written != null && !isEmpty(inside)) {
            out.append('<').append(written).append(direction(element)).append('>');
            out.append(inside).append("</").append(written).append('>');
        } else if (!direction(element).isEmpty() && !isEmpty(inside)) {
            out.append("<span")
                    .append(direction(element))
                    .append('>')
                    .append(inside)
                    .append("</span>");
        } else {
            out.append(inside);
        }
    }

    /** The {@code lang} and {@code dir} of an element, as attributes. */
    static String direction(Element element) {
        var out = new StringBuilder();
        if (BodyRules.LANGUAGE_TAG.matcher(element.attr("lang")).matches()) {
            out.append(" lang=\"").append(element.attr("lang")).append('"');
        }
        if (element.attr("dir").matches("(?i)ltr|rtl|auto")) {
            out.append(" dir=\"")
                    .append(element.attr("dir").toLowerCase(Locale.ROOT))
                    .append('"');
        }
        return out.toString();
    }

    /** An address that a link may have, or nothing: other schemes can run code in a reader's browser. */
    static String address(String written) {
        String address = written.strip().replaceAll("[\\p{Cntrl}]", "");
        if (address.isEmpty()) {
            return "";
        }
        if (address.startsWith("//")) {
            return "https:" + address;
        }
        int colon = address.indexOf(':');
        int end = address.length();
        for (char stop : new char[] {'/', '?', '#'}) {
            int at = address.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        if (colon < 0 || colon > end) {
            return address.replace(" ", "%20");
        }
        String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean isIdentity = scheme.equals("item") || scheme.equals("asset");
        if (isIdentity && !IDENTITY.matcher(address).matches()) {
            return "";
        }
        return SCHEMES.contains(scheme) ? address.replace(" ", "%20") : "";
    }

    /** True for what begins with a letter or a digit, as nearly everything does. */
    private static boolean isVisible(String html) {
        return !html.isEmpty() && Character.isLetterOrDigit(html.charAt(0));
    }

    /** True for text without a visible character. */
    static boolean isEmpty(String html) {
        return !isVisible(html)
                && Blank.is(TAG.matcher(html)
                        .replaceAll("")
                        .replace("&nbsp;", " ")
                        .replace("\u00a0", " "));
    }
}
