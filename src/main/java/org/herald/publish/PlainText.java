package org.herald.publish;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.JsonValue;
import org.jspecify.annotations.Nullable;

/** Texts without markup as they are kept: one line, without control characters. */
final class PlainText {
    private PlainText() {}

    /** The text as one line; empty when a reader would see nothing of it. */
    static String clean(String text) {
        return Blank.strip(text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "));
    }

    /** The text with each of its lines clean, without empty lines around it. */
    static String cleanLines(String text) {
        return text.lines()
                .map(PlainText::clean)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** The content with its plain texts clean, its body and fields as they were. */
    static Content clean(Content content) {
        return new Content(
                clean(content.headline()),
                clean(content.standfirst()),
                clean(content.picture()),
                tags(content.tags()),
                content.body(),
                content.fields());
    }

    /** The value with its texts clean; null when nothing of it is left. A list that was empty says so: closed on that day. */
    static @Nullable JsonValue clean(JsonValue value) {
        return switch (value) {
            case JsonValue.Text(String text) -> {
                String line = clean(text);
                yield line.isEmpty() ? null : new JsonValue.Text(line);
            }
            case JsonValue.Flag flag -> flag;
            case JsonValue.Decimal decimal -> decimal;
            case JsonValue.Values(var values) -> {
                var clean = values.stream()
                        .map(each -> Optional.ofNullable(clean(each)))
                        .flatMap(Optional::stream)
                        .toList();
                yield clean.isEmpty() && !values.isEmpty() ? null : new JsonValue.Values(clean);
            }
            case JsonValue.Members(var members) -> {
                var clean = new TreeMap<String, JsonValue>();
                members.forEach(
                        (name, member) -> Optional.ofNullable(clean(member)).ifPresent(each -> clean.put(name, each)));
                yield clean.isEmpty() ? null : new JsonValue.Members(clean);
            }
        };
    }

    private static @Nullable Picture clean(@Nullable Picture picture) {
        return picture == null
                ? null
                : new Picture(picture.asset(), clean(picture.alt()), clean(picture.caption()), clean(picture.credit()));
    }

    private static List<String> tags(List<String> tags) {
        return tags.stream().map(PlainText::clean).filter(tag -> !tag.isEmpty()).toList();
    }
}
