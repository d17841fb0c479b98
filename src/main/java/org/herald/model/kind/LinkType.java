package org.herald.model.kind;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * A link: an object with {@code url}, which is an address of the web or {@code item:12}, and {@code text}, which may be
 * absent.
 */
public record LinkType() implements ParsedType {

    private static final String URL = "url";
    private static final String TEXT = "text";
    private static final int LONGEST_TEXT = 300;
    private static final Pattern OWN = Pattern.compile("item:[1-9][0-9]{0,17}");
    private static final Pattern HOST_ALONE = Pattern.compile("[\\p{L}\\p{N}-]+(?:[.][\\p{L}\\p{N}-]+)+(?:[/?#].*)?");
    private static final Pattern UNSAFE = Pattern.compile("[\\s<>\"\\\\^`{|}\\p{Cntrl}]");

    @Override
    public String word() {
        return "link";
    }

    @Override
    public List<String> parts() {
        return List.of(URL, TEXT);
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String typed = Texts.part(parts, URL);
        String text = Texts.line(parts, TEXT);
        if (text.length() > LONGEST_TEXT) {
            return Parsed.unfit("long", text.length(), LONGEST_TEXT);
        }
        return url(typed)
                .<Parsed>map(url -> new Parsed.Value(Texts.members(Map.of(URL, url, TEXT, text))))
                .orElseGet(() -> Parsed.unfit("link", Texts.quoted(typed)));
    }

    /** The address with its scheme; absent when it is none that leads to a page. */
    private static Optional<String> url(String typed) {
        if (typed.length() > Texts.LONGEST) {
            return Optional.empty();
        }
        if (OWN.matcher(typed).matches()) {
            return Optional.of(typed);
        }
        String url = HOST_ALONE.matcher(typed).matches() ? "https://" + typed : typed;
        return url.length() <= Texts.LONGEST && isWeb(url) ? Optional.of(url) : Optional.empty();
    }

    static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!(lower.startsWith("https://") || lower.startsWith("http://"))
                || UNSAFE.matcher(url).find()) {
            return false;
        }
        try {
            String authority = new URI(url).getRawAuthority();
            return authority != null
                    && !authority.contains("@")
                    && authority.matches("(?:.*[.].*|localhost)(?::[0-9]*)?");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(URL, value.text(URL));
        parts.put(TEXT, value.text(TEXT));
        return parts;
    }

    @Override
    public String text(JsonValue value) {
        return (value.text(TEXT) + "\n" + value.text(URL)).strip();
    }

    @Override
    public Set<String> named(JsonValue value) {
        String url = value.text(URL);
        return OWN.matcher(url).matches() ? Set.of(url) : Set.of();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        String url = value.text(URL);
        String text = value.text(TEXT);
        if (OWN.matcher(url).matches()) {
            return List.of(new FactLine.Own(url, text));
        }
        return isWeb(url) ? List.of(new FactLine.Outward(text.isEmpty() ? brief(url) : text, url)) : List.of();
    }

    /** The address without what every address has. */
    private static String brief(String url) {
        return url.replaceFirst("(?i)^https?://(?:www[.])?", "").replaceFirst("/$", "");
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        String url = value.text(URL);
        return Optional.of(OWN.matcher(url).matches() ? urls.apply(url) : url)
                .filter(each -> isWeb(each))
                .map(JsonValue.Text::new);
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        String url = value.text(URL);
        String text = value.text(TEXT);
        if (!OWN.matcher(url).matches()) {
            return isWeb(url) ? Optional.of(value) : Optional.empty();
        }
        return named.apply(url).map(item -> text.isEmpty() ? item : item.with(TEXT, new JsonValue.Text(text)));
    }
}
