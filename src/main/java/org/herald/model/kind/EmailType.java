package org.herald.model.kind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.herald.model.Words;

/** An e-mail address, its host in lower case. */
public record EmailType() implements ParsedType {

    private static final int LONGEST = 254; // RFC 5321, section 4.5.3.1.3, less the brackets
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:[.][\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*+@[\\p{L}\\p{N}-]+(?:[.][\\p{L}\\p{N}-]+)++");

    @Override
    public String word() {
        return "e-mail";
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, "").replaceFirst("(?i)^mailto:", "");
        int at = typed.lastIndexOf('@');
        return typed.length() <= LONGEST && ADDRESS.matcher(typed).matches()
                ? Parsed.text(typed.substring(0, at) + typed.substring(at).toLowerCase(Locale.ROOT))
                : Parsed.unfit("e-mail", Texts.quoted(typed));
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
        String address = value.asText();
        return ADDRESS.matcher(address).matches()
                ? List.of(new FactLine.Outward(
                        address,
                        "mailto:"
                                + address.replace("%", "%25")
                                        .replace("?", "%3F")
                                        .replace("&", "%26")
                                        .replace("#", "%23")))
                : List.of();
    }
}
