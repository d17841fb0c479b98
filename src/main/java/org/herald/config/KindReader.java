package org.herald.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldGroup;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Labels;

/** Reads the declaration of one kind; everything that is wrong is added to the faults. */
final class KindReader {

    /** What every item has, and what addresses and formats call their own. */
    private static final Set<String> RESERVED = new TreeSet<>(Set.of(
            "headline",
            "standfirst",
            "picture",
            "tags",
            "body",
            "section",
            "slug",
            "state",
            "kind",
            "language",
            "id",
            "item",
            "url",
            "path",
            "group",
            "original",
            "embargo",
            "published",
            "updated",
            "corrected",
            "withdrawn",
            "revision",
            "draft",
            "newest",
            "page",
            "sort"));

    private final Faults faults;

    KindReader(Faults faults) {
        this.faults = faults;
    }

    /** The name alone; absent when it is missing or wrong. */
    Optional<KindName> name(ConfigNode root) {
        var values = KindKeys.KIND_SCHEMA.read(Optional.of(root), root.origin(), new Faults());
        return values.get(KindKeys.KIND);
    }

    /** @param isAddition true when the file may only add fields to a kind of the product */
    Optional<DeclaredKind> read(ConfigNode root, Origin whole, boolean isAddition) {
        var values = KindKeys.KIND_SCHEMA.read(Optional.of(root), whole, faults);
        if (isAddition) {
            requireFieldsAlone(values);
        } else if (root instanceof ConfigNode.Fields) {
            require(KindKeys.NAMES, "{en: {one: Tourist site, many: Tourist sites}}", values, whole);
            require(KindKeys.STANDS, "directory", values, whole);
        }
        var origins = new LinkedHashMap<String, Origin>();
        var renamed = new LinkedHashMap<String, String>();
        List<FieldGroup> groups = groups(values);
        List<Field> fields = fields(values, origins, renamed);
        requireOtherNames(fields, renamed, origins);
        var order = order(values, fields);
        var stands = values.get(KindKeys.STANDS).orElse(Kind.Stands.STANDING);
        if (!stands.hasSection()) {
            values.node(KindKeys.SECTION)
                    .ifPresent(
                            node -> faults.add(
                                    node.origin(),
                                    "\"section\" is for kinds that stand in a directory or a calendar; this one stands elsewhere."));
        }
        var name = values.get(KindKeys.KIND);
        return name.map(word -> new DeclaredKind(
                new Kind(
                        word,
                        names(values, KindKeys.Name::one),
                        names(values, KindKeys.Name::many),
                        stands,
                        stands.hasSection() ? values.get(KindKeys.SECTION).orElse(word.word()) : null,
                        order,
                        values.get(KindKeys.SCHEMA_ORG_TYPE).orElse(null),
                        groups,
                        fields),
                values.node(KindKeys.KIND).map(ConfigNode::origin).orElse(whole),
                origins,
                renamed));
    }

    private void require(Key<?> key, String example, Values values, Origin whole) {
        if (values.node(key).isEmpty()) {
            faults.add(whole, "\"" + key.name() + "\" is missing. Write for example: " + key.name() + ": " + example);
        }
    }

    private void requireFieldsAlone(Values values) {
        for (Key<?> key :
                List.of(KindKeys.NAMES, KindKeys.STANDS, KindKeys.SECTION, KindKeys.ORDER, KindKeys.SCHEMA_ORG_TYPE)) {
            values.node(key)
                    .ifPresent(
                            node -> faults.add(
                                    node.origin(),
                                    "\"" + key.name()
                                            + "\" of this kind is declared by the product. Its file may add \"groups\" and \"fields\" alone."));
        }
    }

    private Labels names(Values values, Function<KindKeys.Name, String> of) {
        var names = values.get(KindKeys.NAMES).orElse(Map.of());
        var node = values.node(KindKeys.NAMES);
        var asked = new ValueType.Asked(KindKeys.NAMES.name(), false, faults);
        return node.filter(_ -> !names.isEmpty())
                .flatMap(written -> KindKeys.byLanguage(names, written, asked))
                .map(each -> {
                    var texts = new LinkedHashMap<Language, String>();
                    each.forEach((language, name) -> texts.put(language, of.apply(name)));
                    return new Labels(texts);
                })
                .orElse(Labels.NONE);
    }

    private List<FieldGroup> groups(Values values) {
        var groups = new ArrayList<FieldGroup>();
        values.node(KindKeys.GROUPS)
                .ifPresent(node -> values.get(KindKeys.GROUPS).orElse(Map.of()).forEach((name, label) -> {
                    if (KindName.isName(name)) {
                        groups.add(new FieldGroup(name, label));
                    } else {
                        faults.add(node.origin(), "\"" + name + "\" names a group, but must be " + KindKeys.NAME + ".");
                    }
                }));
        return groups;
    }

    private List<Field> fields(Values values, Map<String, Origin> origins, Map<String, String> renamed) {
        var fields = new ArrayList<Field>();
        var groups = values.get(KindKeys.GROUPS).orElse(Map.of()).keySet();
        values.get(KindKeys.FIELDS)
                .map(node -> node instanceof ConfigNode.Fields(Origin _, var each) ? each : List.<ConfigNode.Field>of())
                .orElse(List.of())
                .forEach(written -> {
                    origins.put(written.name(), written.origin());
                    if (isName(written)) {
                        field(written, groups, renamed).ifPresent(fields::add);
                    }
                });
        return fields;
    }

    private boolean isName(ConfigNode.Field written) {
        if (!KindName.isName(written.name())) {
            faults.add(
                    written.origin(), "\"" + written.name() + "\" names a field, but must be " + KindKeys.NAME + ".");
            return false;
        }
        if (RESERVED.contains(written.name())) {
            faults.add(
                    written.origin(),
                    "\"" + written.name()
                            + "\" cannot name a field: every item has one, or the product uses the word. These"
                            + " are taken: " + String.join(", ", RESERVED) + ".");
            return false;
        }
        return true;
    }

    private Optional<Field> field(ConfigNode.Field written, Set<String> groups, Map<String, String> renamed) {
        ConfigNode node = written.value();
        if (!(node instanceof ConfigNode.Fields)) {
            faults.add(
                    node.origin(),
                    "the field \"" + written.name() + "\" is \"" + node.shown()
                            + "\", but must be a map such as {type: text}.");
            return Optional.empty();
        }
        var values = KindKeys.FIELD_SCHEMA.read(Optional.of(node), written.origin(), faults);
        values.get(KindKeys.RENAMED_FROM).ifPresent(earlier -> renamed.put(written.name(), earlier));
        var word = values.get(KindKeys.TYPE);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        requireKeysOfType(word.get(), values);
        requireGroup(values, groups);
        return TypeWords.type(word.get(), values, written.origin(), faults)
                .map(type -> field(written.name(), type, values));
    }

    private Field field(String name, FieldType type, Values values) {
        var filter = values.get(KindKeys.FILTER).orElse(Field.Filter.NONE);
        if (!type.isFiltered(filter)) {
            wrong(KindKeys.FILTER, values, ways(type));
        }
        boolean isSort = values.get(KindKeys.SORT).orElse(false);
        if (isSort && !type.isSorted()) {
            wrong(KindKeys.SORT, values, "off: a list cannot be sorted by the type " + type.word());
        }
        return new Field(
                name,
                type,
                values.get(KindKeys.GROUP).orElse(null),
                values.get(KindKeys.LABEL).orElseGet(() -> label(name)),
                values.get(KindKeys.HELP).orElse(Labels.NONE),
                values.get(KindKeys.REQUIRED).orElse(Field.Required.NO),
                values.get(KindKeys.SHARED).orElse(false),
                filter,
                isSort,
                values.get(KindKeys.CARD).orElse(false),
                values.get(KindKeys.SCHEMA_ORG).orElse(null));
    }

    private void wrong(Key<?> key, Values values, String expected) {
        values.node(key).ifPresent(node -> new ValueType.Asked(key.name(), false, faults).wrong(node, expected));
    }

    /** In which ways a list is narrowed by a type. */
    private static String ways(FieldType type) {
        var ways = Arrays.stream(Field.Filter.values())
                .filter(way -> way != Field.Filter.NONE && type.isFiltered(way))
                .map(way -> way == Field.Filter.RANGE ? "range" : "true")
                .collect(Collectors.joining(" or "));
        return ways.isEmpty()
                ? "false: a list cannot be narrowed by the type " + type.word()
                : ways + " for the type " + type.word();
    }

    private static Labels label(String name) {
        String words = name.replace('-', ' ');
        return new Labels(Map.of(KindKeys.ANY, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
    }

    private void requireGroup(Values values, Set<String> groups) {
        String group = values.get(KindKeys.GROUP).orElse("");
        values.node(KindKeys.GROUP)
                .filter(_ -> !group.isEmpty() && !groups.contains(group))
                .ifPresent(node -> faults.add(
                        node.origin(),
                        "\"group\" is \"" + group + "\", which \"groups\" of this kind does not name."
                                + Faults.didYouMean(group, groups)
                                + (groups.isEmpty()
                                        ? " Write for example: groups: {" + group + ": {en: Visiting}}"
                                        : " Known: " + String.join(", ", groups) + ".")));
    }

    private void requireKeysOfType(String word, Values values) {
        KindKeys.OF_TYPES.forEach((key, types) -> values.node(key)
                .filter(_ -> !types.contains(word))
                .ifPresent(node -> faults.add(
                        node.origin(),
                        "\"" + key.name() + "\" is for fields of the type " + String.join(" or ", types)
                                + ", but this one is of the type " + word + ".")));
    }

    private void requireOtherNames(List<Field> fields, Map<String, String> renamed, Map<String, Origin> origins) {
        var names = fields.stream().map(Field::name).collect(Collectors.toSet());
        renamed.forEach((now, earlier) -> {
            Origin origin = origins.getOrDefault(now, new Origin.Default());
            if (names.contains(earlier)) {
                faults.add(
                        origin,
                        "\"renamed-from\" of \"" + now + "\" is \"" + earlier
                                + "\", which is still declared as a field.");
            } else if (renamed.values().stream().filter(earlier::equals).count() > 1) {
                faults.add(
                        origin,
                        "\"renamed-from\" of \"" + now + "\" is \"" + earlier + "\", as that of another field.");
            }
        });
    }

    private Kind.Order order(Values values, List<Field> fields) {
        var order = new Kind.Order(values.get(KindKeys.ORDER).orElse(Kind.Order.HEADLINE.by()));
        var known = fields.stream()
                .filter(field -> field.type().isSorted())
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of(Kind.Order.NEWEST.by(), Kind.Order.HEADLINE.by()));
        if (!known.contains(order.by())) {
            boolean isField = fields.stream().anyMatch(field -> field.name().equals(order.by()));
            values.node(KindKeys.ORDER)
                    .ifPresent(node -> faults.add(
                            node.origin(),
                            "\"order\" is \"" + order.by() + "\", "
                                    + (isField
                                            ? "a field of a type by which a list cannot be sorted."
                                            : "which is no field.")
                                    + Faults.didYouMean(order.by(), known)
                                    + " Known: " + String.join(", ", known) + "."));
        }
        return order;
    }
}
