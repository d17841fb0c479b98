package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.Body;
import org.herald.model.Words;

/**
 * A text with markup, in the subset of bodies.
 *
 * @param longest of its HTML, in UTF-16 code units
 */
public record RichTextType(int longest) implements ParsedType {

    public static final int USUAL_LONGEST = 20_000;

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
        return html.length() > longest ? Parsed.unfit("long", html.length(), longest) : Parsed.text(html);
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", value.asText());
    }

    @Override
    public String text(JsonValue value) {
        return value.asText()
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
        return new Body(value.asText()).named();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        String html = value.asText();
        return html.isEmpty() ? List.of() : List.of(new FactLine.Markup(html));
    }
}
