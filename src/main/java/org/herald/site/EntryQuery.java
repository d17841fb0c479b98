package org.herald.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.geo.Borders;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.FilterBounds;
import org.herald.model.kind.Kind;
import org.herald.model.kind.YesNoType;
import org.herald.site.directory.Folding;
import org.herald.site.directory.Selection;
import org.herald.web.RouteParameters;
import org.jspecify.annotations.Nullable;

/**
 * The query of a directory's list: what its parameters say of a kind. What a kind does not know is passed over, so that an
 * old link still leads to a list.
 */
record EntryQuery(Kind kind, Map<String, List<String>> values) {

    static final String WORDS = "q";
    static final String NEAR = "near";
    static final String ORDER = "sort";
    static final String BOX = "map";
    static final String AREA = "area";
    static final String PAGE = "page";
    static final String OPEN = "open";
    static final String TODAY = "today";

    /** Before the name of a field. */
    private static final String FIELD = "f.";

    private static final String LEAST = ".from";
    private static final String MOST = ".to";
    private static final int MOST_WORDS = 6;
    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    /** The parameters of all these kinds, in one order. */
    static RouteParameters parameters(String template, Stream<Kind> kinds) {
        var parameters = RouteParameters.of(template).one(WORDS).one(NEAR);
        var seen = new HashSet<String>();
        var all = kinds.toList();
        for (Field field : all.stream().flatMap(kind -> kind.fields().stream()).toList()) {
            switch (field.filter()) {
                case VALUES -> {
                    if (seen.add(field.name())) {
                        parameters = parameters.many(FIELD + field.name());
                    }
                }
                case RANGE -> {
                    if (seen.add(field.name() + LEAST)) {
                        parameters =
                                parameters.one(FIELD + field.name() + LEAST).one(FIELD + field.name() + MOST);
                    }
                }
                case NONE -> {}
            }
        }
        if (all.stream().anyMatch(kind -> !kind.hours().isEmpty())) {
            parameters = parameters.one(OPEN);
        }
        return parameters.one(ORDER).one(AREA).one(BOX).one(PAGE, "1");
    }

    static EntryQuery of(Kind kind, Map<String, List<String>> given, Outlines outlines) {
        var values = new LinkedHashMap<String, List<String>>();
        given.forEach((name, all) -> {
            var meant = all.stream()
                    .filter(value -> means(kind, name, value, outlines))
                    .toList();
            if (!meant.isEmpty()) {
                values.put(name, meant);
            }
        });
        return new EntryQuery(kind, values);
    }

    private static boolean hasHours(Kind kind) {
        return !kind.hours().isEmpty();
    }

    /** True when the list shows how many entries are open today. */
    boolean hasHours() {
        return hasHours(kind);
    }

    boolean isOpenToday() {
        return !text(OPEN).isEmpty();
    }

    private static boolean means(Kind kind, String name, String value, Outlines outlines) {
        return switch (name) {
            case WORDS -> !Folding.words(value).isEmpty();
            case NEAR -> !Blank.is(value);
            case ORDER ->
                orders(kind).contains(value) && !value.equals(kind.order().by());
            case AREA -> outlines.area(value).isPresent();
            case BOX -> Bounds.parse(value).isPresent();
            case OPEN -> hasHours(kind) && value.equals(TODAY);
            case PAGE -> PAGE_NUMBER.matcher(value).matches();
            default ->
                kind.fields().stream().anyMatch(field -> switch (field.filter()) {
                    case VALUES -> name.equals(chosen(field)) && isValue(field.type(), value);
                    case RANGE -> (name.equals(least(field)) || name.equals(most(field))) && !Blank.is(value);
                    case NONE -> false;
                });
        };
    }

    /** False for a word that is not declared, or is not any more. */
    private static boolean isValue(FieldType type, String value) {
        return switch (type) {
            case ChoiceType(var choices) -> choices.stream().map(Choice::word).anyMatch(value::equals);
            case ChoicesType(var choices) -> choices.stream().map(Choice::word).anyMatch(value::equals);
            case YesNoType _ -> value.equals(YesNoType.YES) || value.equals(YesNoType.NO);
            case FieldType _ -> true;
        };
    }

    static String chosen(Field field) {
        return FIELD + field.name();
    }

    static String least(Field field) {
        return FIELD + field.name() + LEAST;
    }

    static String most(Field field) {
        return FIELD + field.name() + MOST;
    }

    String text(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** True when nothing is chosen: the first page of all entries in their own order. */
    boolean isPlain() {
        return values.isEmpty();
    }

    /** True for what search engines need not keep: everything but pages of one choice. */
    boolean isDeep() {
        var choices = values.entrySet().stream()
                .filter(each -> !each.getKey().equals(PAGE))
                .toList();
        return choices.size() > 1
                || choices.stream()
                        .anyMatch(each ->
                                !isChoice(each.getKey()) || each.getValue().size() > 1);
    }

    private boolean isChoice(String name) {
        return kind.fields().stream()
                .anyMatch(field ->
                        field.filter() == Field.Filter.VALUES && chosen(field).equals(name));
    }

    /** The same with one parameter as it says; empty for none; back to the first page. */
    EntryQuery with(String name, List<String> all) {
        var other = new LinkedHashMap<>(values);
        if (!name.equals(PAGE)) {
            other.remove(PAGE);
        }
        if (all.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, all);
        }
        return new EntryQuery(kind, other);
    }

    EntryQuery with(String name, String value) {
        return with(name, value.isEmpty() ? List.of() : List.of(value));
    }

    /** With this value chosen if it was not, and not chosen if it was. */
    EntryQuery toggled(Field field, String value) {
        var all = new ArrayList<>(all(chosen(field)));
        if (!all.remove(value)) {
            all.add(value);
        }
        return with(chosen(field), all);
    }

    /** Numbered from 1. */
    int page() {
        String page = text(PAGE);
        return PAGE_NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
    }

    /** As the address says, when lists can be sorted so; else as the kind is declared. */
    String order() {
        String order = text(ORDER);
        return orders().contains(order) ? order : kind.order().by();
    }

    List<String> orders() {
        return orders(kind);
    }

    private static List<String> orders(Kind kind) {
        return Stream.concat(
                        Stream.of(kind.order().by(), Kind.Order.HEADLINE.by(), Kind.Order.NEWEST.by()),
                        kind.fields().stream().filter(Field::isSort).map(Field::name))
                .distinct()
                .toList();
    }

    /**
     * What it chooses.
     *
     * @param near where the place is that the query names; null when it names none or an unknown one
     * @param outlines of the regions by which the map is cut
     * @param language in which numbers were typed
     */
    Selection selection(@Nullable Point near, Outlines outlines, Language language) {
        var chosen = new LinkedHashMap<String, List<String>>();
        var ranges = new LinkedHashMap<String, Selection.Range>();
        for (Field field : kind.fields()) {
            switch (field.filter()) {
                case VALUES ->
                    Optional.of(all(chosen(field)))
                            .filter(all -> !all.isEmpty())
                            .ifPresent(all -> chosen.put(field.name(), all));
                case RANGE -> {
                    var least = bound(field, least(field), language).map(FilterBounds::least);
                    var most = bound(field, most(field), language).map(FilterBounds::most);
                    if (least.isPresent() || most.isPresent()) {
                        ranges.put(field.name(), new Selection.Range(least.orElse(null), most.orElse(null)));
                    }
                }
                case NONE -> {}
            }
        }
        return new Selection(chosen, ranges, words(), within(outlines).orElse(null), near, order());
    }

    /** The beginnings of words that names must have. */
    List<String> words() {
        return Folding.words(text(WORDS)).stream().limit(MOST_WORDS).toList();
    }

    /** A part of the map goes before a region. */
    private Optional<Predicate<Point>> within(Outlines outlines) {
        return box().<Predicate<Point>>map(box -> box::contains)
                .or(() -> outlines.area(text(AREA)).map(Borders::of));
    }

    Optional<Bounds> box() {
        return Bounds.parse(text(BOX));
    }

    /** The limits that were typed and are none, by the names of their parameters, with the fields that they limit. */
    Map<String, Field> withoutMeaning(Language language) {
        var lost = new LinkedHashMap<String, Field>();
        for (Field field : kind.fields()) {
            if (field.filter() == Field.Filter.RANGE) {
                Stream.of(least(field), most(field))
                        .filter(name -> !Blank.is(text(name))
                                && bound(field, name, language).isEmpty())
                        .forEach(name -> lost.put(name, field));
            }
        }
        return lost;
    }

    private Optional<FilterBounds> bound(Field field, String name, Language language) {
        return FilterBounds.typed(field.type(), text(name), language);
    }

    /** The query as it stands in an address, after the question mark; empty for none. */
    String text(RouteParameters parameters) {
        return parameters.form(values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey(), value)))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
