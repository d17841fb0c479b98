package org.herald.model.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.AssetId;
import org.herald.model.Language;
import org.herald.model.Picture;
import org.herald.model.Words;

/**
 * A picture: an object with {@code asset}, the number of the file, and the texts {@code alt}, {@code caption} and {@code
 * credit}, of which each may be absent.
 */
public record PictureType() implements ParsedType {

    static final String ASSET = "asset";
    static final String ALT = "alt";
    static final String CAPTION = "caption";
    static final String CREDIT = "credit";
    static final List<String> PARTS = List.of(ASSET, ALT, CAPTION, CREDIT);

    private static final Pattern NUMBER = Pattern.compile("(?:asset:|#|№ ?)?0*([1-9][0-9]{0,17})");

    @Override
    public String word() {
        return "picture";
    }

    @Override
    public List<String> parts() {
        return PARTS;
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        return asset(parts, ASSET, PARTS);
    }

    /** An object of the asset's number and texts about it. */
    static Parsed asset(Map<String, String> parts, String asset, List<String> names) {
        String typed = Texts.part(parts, asset);
        Matcher number = NUMBER.matcher(typed);
        if (!number.matches()) {
            return typed.isEmpty() ? Parsed.unfit("asset-none") : Parsed.unfit("asset", Texts.quoted(typed));
        }
        var members = new LinkedHashMap<String, String>();
        for (String name : names) {
            String text = Texts.line(parts, name);
            if (text.length() > Texts.LONGEST) {
                return Parsed.unfit("long", text.length(), Texts.LONGEST);
            }
            members.put(name, name.equals(asset) ? number.group(1) : text);
        }
        return new Parsed.Value(Texts.members(members));
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        PARTS.forEach(part -> parts.put(part, value.text(part)));
        return parts;
    }

    @Override
    public String text(JsonValue value) {
        String asset = value.text(ASSET);
        return Stream.concat(
                        Stream.of(asset.isEmpty() ? "" : "asset:" + asset),
                        Stream.of(ALT, CAPTION, CREDIT).map(value::text))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Set<String> named(JsonValue value) {
        return named(value, ASSET);
    }

    static Set<String> named(JsonValue value, String asset) {
        String number = value.text(asset);
        return number.matches("[1-9][0-9]{0,17}") ? Set.of("asset:" + number) : Set.of();
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        return named(value).isEmpty() ? List.of() : List.of(new FactLine.Shown(picture(value)));
    }

    private static Picture picture(JsonValue value) {
        return new Picture(
                new AssetId(Long.parseLong(value.text(ASSET))),
                value.text(ALT),
                value.text(CAPTION),
                value.text(CREDIT));
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        String url = named(value).stream().map(urls).collect(Collectors.joining());
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var picture = new TreeMap<String, JsonValue>();
        picture.put("@type", new JsonValue.Text("ImageObject"));
        picture.put("contentUrl", new JsonValue.Text(url));
        Map.of(CAPTION, "caption", CREDIT, "creditText").forEach((part, property) -> {
            if (!value.text(part).isEmpty()) {
                picture.put(property, new JsonValue.Text(value.text(part)));
            }
        });
        return Optional.of(new JsonValue.Members(picture));
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        return json(value, List.of(ALT, CAPTION, CREDIT), named);
    }

    /** What is known of the file, with those texts about it that there are. */
    static Optional<JsonValue> json(
            JsonValue value, List<String> texts, Function<String, Optional<JsonValue.Members>> named) {
        return named.apply("asset:" + value.text(ASSET)).map(file -> {
            JsonValue.Members all = file;
            for (String text : texts) {
                all = value.text(text).isEmpty() ? all : all.with(text, new JsonValue.Text(value.text(text)));
            }
            return all;
        });
    }
}
