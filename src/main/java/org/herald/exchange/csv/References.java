package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.ItemId;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.FilesType;
import org.herald.model.kind.GalleryType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.KindName;
import org.herald.model.kind.LinkType;
import org.herald.model.kind.PictureType;
import org.herald.publish.body.BodyRules;
import org.jspecify.annotations.Nullable;

/**
 * What a row names: other entries and files. While a row is read, values hold the places of their names in this list,
 * as if these were identities; they become identities when the row is written.
 */
public final class References {

    /**
     * The name of an entry or a file.
     *
     * @param kind of the entry; null for a file
     * @param name the key of the entry, or the name of the file
     * @param id of an entry that is known to be here; null for one that is looked for by its name
     */
    public record Reference(
            String column,
            @Nullable KindName kind,
            String name,
            @Nullable ItemId id) {

        Reference(String column, @Nullable KindName kind, String name) {
            this(column, kind, name, null);
        }

        boolean isFile() {
            return kind == null;
        }

        /** As it stands in files. */
        String text() {
            return kind == null ? name : kind + "/" + name;
        }
    }

    /** In HTML. */
    static final Pattern NAMED = Pattern.compile("(?i)\\b(?<attribute>href|src)\\s*=\\s*"
            + "(?:([\"'])\\s*(?<sort>item|asset):(?<name>[^\"']*)\\2|(?<bareSort>item|asset):(?<bare>[^\\s\"'<>]+))");

    private static final Pattern LINK = Pattern.compile("(?s)<a href=\"item:([0-9]{1,18})\"[^>]*>(.*?)</a>");
    private static final Pattern PLACE = Pattern.compile("\"(item|asset):([0-9]{1,18})\"");
    private static final String ASSET = "asset";
    private static final String URL = "url";
    private static final String ITEM = "item:";

    /** So great that the number of an item or file, when a row has one, is not taken for a place. */
    private static final int FIRST = 900_000_001;

    private static final int LONGEST = 9; // digits of a place

    private final List<Reference> all = new ArrayList<>();

    /** The place of a name, as the value holds it. */
    public int add(Reference reference) {
        all.add(reference);
        return FIRST + all.size() - 1;
    }

    List<Reference> all() {
        return all;
    }

    /** @throws RowFault for an identity that the row itself wrote, which means nothing here */
    Reference at(int place) {
        int number = place - FIRST;
        if (number < 0 || number >= all.size()) {
            throw new RowFault("a link or picture has a number in place of a name. Write it as item:sight/mir-castle or"
                    + " asset:mir.jpg, in quotation marks.");
        }
        return all.get(number);
    }

    /** The place that stands in an identity; 0, which is none, for a number that is too long. */
    static int place(String digits) {
        return digits.length() > LONGEST ? 0 : Integer.parseInt(digits);
    }

    /**
     * The value with identities in it; null when what it is about is not there.
     *
     * @param ids the identity of what stands at a place; empty while it is not there
     */
    static @Nullable JsonValue resolved(FieldType type, JsonValue value, IntFunction<OptionalLong> ids) {
        return switch (type) {
            case ItemsType _ -> {
                var items = value.asList().stream()
                        .map(each -> ids.apply(place(each.asText())))
                        .filter(OptionalLong::isPresent)
                        .<JsonValue>map(id -> new JsonValue.Text(Long.toString(id.getAsLong())))
                        .distinct()
                        .toList();
                yield items.isEmpty() ? null : new JsonValue.Values(items);
            }
            case PictureType _ -> ofFile(value, ids);
            case GalleryType _, FilesType _ -> {
                var rows = new ArrayList<JsonValue>();
                for (JsonValue row : value.asList()) {
                    JsonValue found = ofFile(row, ids);
                    if (found != null) {
                        rows.add(found);
                    }
                }
                yield rows.isEmpty() ? null : new JsonValue.Values(rows);
            }
            case LinkType _
            when value.text(URL).startsWith(ITEM) -> {
                var id = ids.apply(place(value.text(URL).substring(ITEM.length())));
                yield id.isPresent() ? with(value, URL, ITEM + id.getAsLong()) : null;
            }
            case FieldType markup
            when markup.isMarkup() -> {
                String html = markup.shown(value).getOrDefault("", "");
                yield markup.typed(Map.of("", resolved(html, ids)));
            }
            default -> value;
        };
    }

    private static @Nullable JsonValue ofFile(JsonValue value, IntFunction<OptionalLong> ids) {
        var id = ids.apply(place(value.text(ASSET)));
        return id.isPresent() ? with(value, ASSET, Long.toString(id.getAsLong())) : null;
    }

    private static JsonValue with(JsonValue value, String member, String text) {
        if (!(value instanceof JsonValue.Members(var members))) {
            return value;
        }
        var changed = new TreeMap<>(members);
        changed.put(member, new JsonValue.Text(text));
        return new JsonValue.Members(changed);
    }

    /** HTML with identities in it, without links to what is not there. */
    static String resolved(String html, IntFunction<OptionalLong> ids) {
        String linked = withoutLost(html, ids);
        return PLACE.matcher(linked).replaceAll(found -> {
            var id = ids.apply(place(found.group(2)));
            return Matcher.quoteReplacement("\"" + found.group(1) + ":" + (id.isPresent() ? id.getAsLong() : 0) + "\"");
        });
    }

    /** HTML without the links to what is not there. */
    static String withoutLost(String html, IntFunction<OptionalLong> ids) {
        return LINK.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(
                        ids.apply(place(found.group(1))).isPresent() ? found.group() : found.group(2)));
    }

    /** HTML as it is saved. */
    static String clean(String html) {
        return BodyRules.read(html).html();
    }
}
