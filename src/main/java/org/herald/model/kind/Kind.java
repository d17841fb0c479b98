package org.herald.model.kind;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an item can be: its names, where it stands, its order and its fields. A portal declares kinds in {@code
 * kinds/*.yaml}; {@code article} and {@code page} are declared the same way inside the product.
 *
 * @param one what one item of it is called: "Tourist site"
 * @param many what all of them are called: "Top tourist sites"
 * @param section path of the section that shows the directory or calendar of the kind; null for kinds that have none
 * @param schemaOrg the type of schema.org that it is, for example {@code TouristAttraction}; null when it is none
 * @param groups in the order of forms and pages
 * @param fields in the order of forms and pages: first those without a group, then group by group
 */
public record Kind(
        KindName name,
        Labels one,
        Labels many,
        Stands stands,
        @Nullable String section,
        Order order,
        @Nullable String schemaOrg,
        List<FieldGroup> groups,
        List<Field> fields) {

    /** Some fields of one group, or those that stand in none. */
    public record Part(Optional<FieldGroup> group, List<Field> fields) {}

    public Kind {
        groups = List.copyOf(groups);
        List<String> names = groups.stream().map(FieldGroup::name).toList();
        fields = fields.stream()
                .sorted(Comparator.comparingInt(
                        (Field field) -> field.group() == null ? -1 : names.indexOf(field.group())))
                .toList();
    }

    /** The fields by group; those that stand in none come first. Groups without any are left out. */
    public List<Part> parts() {
        return Stream.concat(
                        Stream.of(Optional.<FieldGroup>empty()), groups.stream().map(Optional::of))
                .map(group -> new Part(
                        group,
                        fields.stream()
                                .filter(field -> group(field).equals(group))
                                .toList()))
                .filter(part -> !part.fields().isEmpty())
                .toList();
    }

    private Optional<FieldGroup> group(Field field) {
        return groups.stream()
                .filter(group -> group.name().equals(field.group()))
                .findFirst();
    }

    /** The kind with other fields, in the order of headlines, as these may lack the one by which it is sorted. */
    public Kind withFields(List<Field> other) {
        return new Kind(name, one, many, stands, section, Order.HEADLINE, schemaOrg, groups, other);
    }

    public Optional<Field> field(String field) {
        return fields.stream().filter(each -> each.name().equals(field)).findFirst();
    }

    /** Where its entries are; the first of its fields that says so. */
    public Optional<Field> place() {
        return fields.stream()
                .filter(field -> field.type() instanceof CoordinatesType)
                .findFirst();
    }

    /** When its items take place; the first of its fields that says so. */
    public Optional<Field> times() {
        return fields.stream()
                .filter(field -> field.type() instanceof EventTimesType)
                .findFirst();
    }

    /** Those of its fields that say when an entry is open. */
    public List<Field> hours() {
        return fields.stream()
                .filter(field -> field.type() instanceof OpeningHoursType)
                .toList();
    }

    /** When an entry with these values is open: by the first of the fields that say so and have a value. */
    public Optional<OpeningHours> hours(Fields values) {
        return hours().stream()
                .flatMap(field -> values.get(field.name()).stream())
                .findFirst()
                .flatMap(OpeningHoursType::of);
    }

    /** The fields that are edited at the original and shown in every translation. */
    public List<Field> shared() {
        return fields.stream().filter(Field::isShared).toList();
    }

    /** The fields of a translation with the shared ones of its original. */
    public Fields withShared(Fields own, Fields original) {
        Fields all = own;
        for (Field field : shared()) {
            all = all.with(field.name(), original.get(field.name()).orElse(null));
        }
        return all;
    }

    /** The items and assets that these fields name: {@code asset:7}, {@code item:12}. */
    public Set<String> named(Fields values) {
        var named = new LinkedHashSet<String>();
        fields.forEach(
                field -> values.get(field.name()).map(field.type()::named).ifPresent(named::addAll));
        return named;
    }

    /** Where an item stands, and what its address is made from. */
    public enum Stands {
        /** In its section's list and the archive, by its published day. */
        DATED,
        /** At its address alone. */
        STANDING,
        /** In the calendar, by its occurrences. */
        CALENDAR,
        /** In the directory of its kind. */
        DIRECTORY;

        /** True when one section shows all items of such a kind. */
        public boolean hasSection() {
            return this == DIRECTORY || this == CALENDAR;
        }

        /** The word of declarations and of the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The order of all items of a kind.
     *
     * @param by {@code newest}, {@code headline}, or the name of a field that sorts
     */
    public record Order(String by) {

        public static final Order NEWEST = new Order("newest");
        public static final Order HEADLINE = new Order("headline");
    }
}
