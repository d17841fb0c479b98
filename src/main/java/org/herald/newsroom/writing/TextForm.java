package org.herald.newsroom.writing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.newsroom.TypedNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the form of the text screen carries, as typed: which draft it is, the words, the picture, the place.
 *
 * @param remark a comment on the item; empty for none
 */
public record TextForm(Of of, Texts texts, Figure figure, SettingsFields settings, String remark) {

    TextForm(Of of, Texts texts, Figure figure, SettingsFields settings) {
        this(of, texts, figure, settings, "");
    }

    /**
     * Which draft it is, and what becomes of it; empty where nothing is known.
     *
     * @param base the revision that the typing began with; of a translation, the revision of the original
     */
    public record Of(
            String draft, String version, String item, String base, String kind, String language, String group) {

        /** What the browser keeps its unsent texts under. */
        public String key() {
            return item.isEmpty() ? "draft-" + draft : "item-" + item;
        }

        public boolean isKept() {
            return !draft.isEmpty();
        }
    }

    /**
     * The words; tags have commas between them.
     *
     * @param fields what stands in the inputs of fields, by their names
     */
    public record Texts(String headline, String standfirst, String tags, String body, Map<String, String> fields) {}

    /** The lead picture; without an asset there is none. */
    public record Figure(String asset, String alt, String caption, String credit) {}

    /**
     * Where it is to stand, with what the screen showed; what equals it is not wished.
     *
     * @param section empty when the screen did not let choose
     */
    public record SettingsFields(
            String section,
            String sectionBefore,
            String slug,
            String slugBefore,
            String embargo,
            String embargoBefore) {

        /** What was typed in place of what stood there; nothing when it is the same. */
        static @Nullable String changed(String typed, String before) {
            return typed.strip().equals(before.strip()) ? null : typed.strip();
        }
    }

    static TextForm read(MultivaluedMap<String, String> fields) {
        var form = new Reading(fields);
        return new TextForm(
                new Of(
                        form.get("draft"),
                        form.get("version"),
                        form.get("item"),
                        form.get("base"),
                        form.get("kind"),
                        form.get("language"),
                        form.get("group")),
                new Texts(
                        form.get("headline"),
                        form.get("standfirst"),
                        form.get("tags"),
                        form.get("body"),
                        form.beginning(FieldInput.PREFIX)),
                new Figure(form.get("picture"), form.get("alt"), form.get("caption"), form.get("credit")),
                new SettingsFields(
                        form.get("section"),
                        form.get("section-before"),
                        form.getOr("slug", "slug-before"),
                        form.get("slug-before"),
                        form.getOr("embargo", "embargo-before"),
                        form.get("embargo-before")),
                form.get("remark"));
    }

    /** Fields of a form; one that was not sent is empty, and lines end in one way. */
    private record Reading(MultivaluedMap<String, String> fields) {

        String get(String name) {
            return Optional.ofNullable(fields.getFirst(name)).orElse("").replace("\r\n", "\n");
        }

        /** All whose names begin so. */
        Map<String, String> beginning(String prefix) {
            return fields.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .collect(Collectors.toMap(name -> name, this::get));
        }

        /** A field that a screen may leave out, and then means that it stays as it is. */
        String getOr(String name, String other) {
            return fields.containsKey(name) ? get(name) : get(other);
        }
    }

    /** The content that was typed, as an item of this kind. */
    Content content(Kind kind) {
        return new Content(
                texts.headline(),
                texts.standfirst(),
                TypedNumber.read(figure.asset())
                        .map(asset -> new Picture(new AssetId(asset), figure.alt(), figure.caption(), figure.credit()))
                        .orElse(null),
                tags(texts.tags()),
                new Body(texts.body()),
                fields(kind));
    }

    private Fields fields(Kind kind) {
        Fields fields = Fields.NONE;
        for (Field field : kind.fields()) {
            var parts = new HashMap<String, String>();
            String first = FieldInput.name(field, "");
            texts.fields().forEach((name, typed) -> {
                if (name.equals(first)) {
                    parts.put("", typed);
                } else if (name.startsWith(first + ".")) {
                    String part = name.substring(first.length() + 1);
                    if (isPart(field.type(), part)) {
                        parts.put(part, typed);
                    }
                }
            });
            fields = fields.with(field.name(), field.type().typed(parts));
        }
        return fields;
    }

    /** Those of the type, and short words: what an older form of the field had is not lost. */
    private static boolean isPart(FieldType type, String part) {
        return type.parts().contains(part) || KindName.isName(part);
    }

    TextForm withDraft(long draft, long version) {
        return new TextForm(
                new Of(
                        Long.toString(draft),
                        Long.toString(version),
                        of.item(),
                        of.base(),
                        of.kind(),
                        of.language(),
                        of.group()),
                texts,
                figure,
                settings,
                remark);
    }

    /** The form once its comment was taken. */
    TextForm withoutRemark() {
        return new TextForm(of, texts, figure, settings);
    }

    static Texts texts(Kind kind, Content content) {
        var inputs = new HashMap<String, String>();
        for (Field field : kind.fields()) {
            content.fields()
                    .get(field.name())
                    .ifPresent(value -> field.type()
                            .shown(value)
                            .forEach((part, shown) -> inputs.put(FieldInput.name(field, part), shown)));
        }
        return new Texts(
                content.headline(),
                content.standfirst(),
                String.join(", ", content.tags()),
                content.body().html(),
                inputs);
    }

    static Figure figure(Content content) {
        var picture = content.picture();
        return picture == null
                ? new Figure("", "", "", "")
                : new Figure(picture.asset().toString(), picture.alt(), picture.caption(), picture.credit());
    }

    /** A tag stands once, however often it is typed. */
    private static List<String> tags(String typed) {
        return Arrays.stream(typed.split("[,;\n]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
