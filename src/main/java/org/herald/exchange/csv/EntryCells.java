package org.herald.exchange.csv;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.exchange.csv.Column.Role;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.Language;
import org.herald.model.Picture;
import org.herald.model.State;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.LinkType;
import org.herald.model.kind.PictureType;
import org.herald.model.kind.RowsType;
import org.herald.store.EntryQueries.Told;

/** One entry with its translations as the cells of a row: the counterpart of {@link RowReader}. */
final class EntryCells {

    private static final String ITEM = "item:";
    private static final String ASSET = "asset";

    private final Kind kind;
    private final List<Language> languages;

    EntryCells(Kind kind, List<Language> languages) {
        this.kind = kind;
        this.languages = languages;
    }

    /** Those of its items that a row has: all that were not withdrawn, in languages of the portal, in their order. */
    List<Told> shown(List<Told> items) {
        return languages.stream()
                .flatMap(language -> items.stream()
                        .filter(each -> each.item().language().equals(language)
                                && each.item().state() != State.WITHDRAWN)
                        .limit(1))
                .toList();
    }

    /** The identities that these items name. */
    Set<String> named(List<Told> items) {
        var named = new LinkedHashSet<String>();
        for (Told each : items) {
            named.addAll(each.content().named());
            named.addAll(kind.named(each.content().fields()));
        }
        return named;
    }

    /**
     * The cells by the names of their columns, without empty ones.
     *
     * @param items all of the entry, the original first
     * @param shown those that the row has
     */
    Map<String, String> of(String key, String section, List<Told> items, List<Told> shown, ExportNames names) {
        var cells = new Cells();
        Told original = items.getFirst();
        Told first = shown.contains(original) ? original : shown.getFirst();
        cells.put(Column.of(Role.KEY), key);
        cells.put(Column.of(Role.ORIGINAL), first.item().language().tag());
        cells.put(Column.of(Role.SECTION), section);
        Picture picture = first.content().picture();
        if (picture != null) {
            cells.put(
                    Column.of(Role.PICTURE), names.name(picture.asset().named()).orElse(""));
        }
        shown.forEach(each -> text(cells, each, first, names));
        for (Field field : kind.fields()) {
            if (field.isShared()) {
                field(cells, field, Optional.empty(), original.content(), names);
            } else {
                shown.forEach(
                        each -> field(cells, field, Optional.of(each.item().language()), each.content(), names));
            }
        }
        return cells.byName;
    }

    /** Cells that are filled. */
    private static final class Cells {
        private final Map<String, String> byName = new LinkedHashMap<>();

        void put(Column column, String text) {
            if (!text.isEmpty()) {
                byName.put(column.name(), text);
            }
        }
    }

    private static void text(Cells cells, Told told, Told first, ExportNames names) {
        Item item = told.item();
        Content content = told.content();
        Language language = item.language();
        cells.put(Column.of(Role.HEADLINE, language), content.headline());
        cells.put(Column.of(Role.SLUG, language), item.slug().value());
        cells.put(Column.of(Role.STANDFIRST, language), content.standfirst());
        cells.put(Column.of(Role.BODY, language), names.html(content.body().html()));
        cells.put(Column.of(Role.TAGS, language), Lists.join(content.tags()));
        Picture picture = content.picture();
        if (picture != null && first.content().picture() != null) {
            cells.put(Column.of(Role.PICTURE_ALT, language), picture.alt());
            cells.put(Column.of(Role.PICTURE_CAPTION, language), picture.caption());
            cells.put(Column.of(Role.PICTURE_CREDIT, language), picture.credit());
        }
        cells.put(Column.of(Role.STATE, language), (item.state().isLive() ? State.PUBLISHED : State.DRAFT).word());
        cells.put(
                Column.of(Role.PUBLISHED, language),
                item.state().isLive()
                        ? Optional.ofNullable(item.firstAt())
                                .map(Object::toString)
                                .orElse("")
                        : "");
    }

    /** True when a translation shows another picture than the row can name. */
    static boolean hasOwnPicture(List<Told> shown) {
        return shown.stream()
                        .map(each ->
                                Optional.ofNullable(each.content().picture()).map(Picture::asset))
                        .distinct()
                        .count()
                > 1;
    }

    private static void field(
            Cells cells, Field field, Optional<Language> language, Content content, ExportNames names) {
        content.fields().get(field.name()).ifPresent(value -> {
            var whole = new Column(Role.FIELD, language.orElse(null), field, "");
            parts(field.type(), value, names).forEach((part, text) -> cells.put(whole.with(part), text));
        });
    }

    private static Map<String, String> parts(FieldType type, JsonValue value, ExportNames names) {
        return switch (type) {
            case ChoicesType _ ->
                Map.of(
                        "",
                        Lists.join(
                                value.asList().stream().map(JsonValue::asText).toList()));
            case ItemsType _ ->
                Map.of(
                        "",
                        value.asList().stream()
                                .flatMap(item -> names.name(ITEM + item.asText()).stream())
                                .distinct()
                                .collect(Collectors.joining("; ")));
            case PictureType _ -> files(type.shown(value), names);
            case RowsType _ -> files(type.shown(value), names);
            case LinkType _ -> {
                var parts = new LinkedHashMap<>(type.shown(value));
                parts.replaceAll((part, text) -> text.startsWith(ITEM)
                        ? names.name(text).map(name -> ITEM + name).orElse("")
                        : text);
                yield parts.getOrDefault("url", "").isEmpty() ? Map.of() : parts;
            }
            case FieldType markup
            when markup.isMarkup() -> {
                var parts = new LinkedHashMap<>(type.shown(value));
                parts.replaceAll((_, html) -> names.html(html));
                yield parts;
            }
            default -> type.shown(value);
        };
    }

    /** Parts with file names; a row whose file cannot be named is left out. */
    private static Map<String, String> files(Map<String, String> shown, ExportNames names) {
        var parts = new LinkedHashMap<>(shown);
        parts.replaceAll((part, text) -> part.equals(ASSET) || part.endsWith("-" + ASSET)
                ? names.name("asset:" + text).orElse("")
                : text);
        var lost = shown.keySet().stream()
                .filter(part -> part.equals(ASSET) || part.endsWith("-" + ASSET))
                .filter(part -> parts.getOrDefault(part, "").isEmpty())
                .map(part -> part.substring(0, part.length() - ASSET.length()))
                .toList();
        parts.keySet().removeIf(part -> lost.stream().anyMatch(row -> part.startsWith(row) || row.isEmpty()));
        return parts;
    }

    /** How many values a field of several has in these items. */
    static int rows(Field field, Stream<Told> items) {
        return items.map(each -> each.content().fields().get(field.name()))
                .flatMap(Optional::stream)
                .mapToInt(value -> value.asList().size())
                .max()
                .orElse(0);
    }
}
