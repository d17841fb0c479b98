package org.herald.model.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Words;

/**
 * A telephone number, stored as it was typed; {@link #uri} is its form by RFC 3966. It has its country's code, or is a
 * short number such as 103.
 */
public record TelephoneType() implements ParsedType {

    private static final Pattern NUMBER = Pattern.compile(
            "([+]?[0-9()./ \\u00a0‑–-]{2,40}?)(?:[,;]?\\s*(?:ext[.]?|extension|x|доб[.]?|дад[.]?|#)\\s*([0-9]{1,8}))?");
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15; // E.164
    private static final int LONGEST_SHORT = 6;

    @Override
    public String word() {
        return "telephone";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.line(parts, "").replaceFirst("(?i)^tel:\\s*", "");
        if (uri(typed).isPresent()) {
            return Parsed.text(typed);
        }
        return Parsed.unfit(isNational(typed) ? "telephone-code" : "telephone", Texts.quoted(typed));
    }

    private static boolean isNational(String typed) {
        return NUMBER.matcher(typed).matches()
                && !typed.startsWith("+")
                && digits(typed).length() > LONGEST_SHORT;
    }

    /** The address by which a telephone calls it: {@code tel:+375171234567;ext=12}. */
    public static Optional<String> uri(String typed) {
        Matcher parts = NUMBER.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String number = digits(parts.group(1));
        boolean isWhole = typed.startsWith("+")
                ? number.length() >= SHORTEST && number.length() <= LONGEST && !number.startsWith("0")
                : number.length() >= 2 && number.length() <= LONGEST_SHORT;
        String extension = parts.group(2) == null ? "" : ";ext=" + parts.group(2);
        return isWhole
                ? Optional.of("tel:" + (typed.startsWith("+") ? "+" : "") + number + extension)
                : Optional.empty();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        return Map.of("", value.asText());
    }

    @Override
    public String text(JsonValue value) {
        return value.asText();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        String number = value.asText();
        return uri(number)
                .<FactLine>map(uri -> new FactLine.Outward(number, uri))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        return uri(value.asText())
                .map(uri -> new JsonValue.Text(uri.substring("tel:".length()).replace(";ext=", " ext. ")));
    }
}
