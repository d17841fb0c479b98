package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.Body;
import org.herald.model.Words;

/**
 * A text with markup, in the subset of bodies: an object with {@code html}, so that no plain text which was stored before
 * the field had this type is ever taken for markup.
 *
 * @param longest of its HTML, in UTF-16 code units
 */
public record RichTextType(int longest) implements ParsedType {

    public static final int USUAL_LONGEST = 20_000;

    private static final String HTML = "html";

    @Override
    public String word() {
        return "rich-text";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String html = parts.getOrDefault("", "");
        return html.length() > longest
                ? Parsed.unfit("long", html.length(), longest)
                : new Parsed.Value(Texts.members(Map.of(HTML, html)));
    }

    @Override
    public int longestPart() {
        return longest;
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", value.text(HTML));
    }

    @Override
    public String text(JsonValue value) {
        return value.text(HTML)
                .replaceAll("(?i)<br ?/?>|</(?:p|h[1-6]|li|tr|blockquote|figcaption|caption|pre)>", "\n")
                .replaceAll("<[^<>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&")
                .strip();
    }

    @Override
    public boolean isMarkup() {
        return true;
    }

    @Override
    public Set<String> named(JsonValue value) {
        return new Body(value.text(HTML)).named();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        String html = value.text(HTML);
        return html.isEmpty() ? List.of() : List.of(new FactLine.Markup(html));
    }
}
