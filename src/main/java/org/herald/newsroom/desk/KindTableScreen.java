package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.State;
import org.herald.model.Words;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.YesNoType;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldText;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Parts;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Sections;
import org.herald.newsroom.desk.KindTablePage.Cell;
import org.herald.newsroom.desk.KindTablePage.Input;
import org.herald.newsroom.desk.KindTablePage.Row;
import org.herald.people.Permission;
import org.herald.store.KindTableQueries;
import org.herald.store.KindTableQueries.Line;
import org.herald.store.KindTableQueries.Translated;

/** Builds the table of a kind's items. */
@Singleton
public final class KindTableScreen {

    private static final int ROWS = 50;

    /** Rows that are read to sort them by a field, which no index knows. */
    private static final int MOST_SORTED = 2_000;

    private final NewsroomFrames frames;
    private final NewsroomQueries queries;
    private final PortalChoices choices;
    private final OpenItems items;

    public KindTableScreen(NewsroomFrames frames, NewsroomQueries queries, PortalChoices choices, OpenItems items) {
        this.frames = frames;
        this.queries = queries;
        this.choices = choices;
        this.items = items;
    }

    /**
     * What was typed into cells and refused.
     *
     * @param values by the names of inputs
     * @param wrong why, by items
     */
    record Refused(Map<String, String> values, Map<Long, List<String>> wrong) {

        static final Refused NOTHING = new Refused(Map.of(), Map.of());
    }

    static String input(long item, Field field) {
        return "v-" + item + "-" + field.name();
    }

    KindTablePage page(Kind kind, KindTableView view, Refused refused, String flash) {
        Words words = frames.words();
        var sections = queries.sections(new Language(words.tag()));
        var filter = view.asked(kind, sections);
        int count = queries.kindTable().count(filter);
        var notices = new ArrayList<String>();
        var lines = lines(kind, view, filter, count, notices, words);
        var columns = view.columns().stream()
                .flatMap(name -> kind.field(name).stream())
                .toList();
        var groups = queries
                .kindTable()
                .translations(lines.stream().map(line -> line.item().group()).toList())
                .stream()
                .collect(Collectors.groupingBy(Translated::group));
        String path = "/newsroom/kinds/" + kind.name();
        boolean mayChange =
                items.rights().may(Permission.WRITE) || items.rights().may(Permission.TRANSLATE);
        return new KindTablePage(
                frames.frame(
                        kind.many()
                                .in(new Language(words.tag()))
                                .orElse(kind.name().word()),
                        Area.DESK,
                        flash),
                new KindTablePage.Ways(
                        path,
                        view.query(),
                        path + "?" + view.edited(!view.isEdited()).query(),
                        view.page() > 1 ? path + "?" + view.at(view.page() - 1).query() : "",
                        view.page() * ROWS < count
                                ? path + "?" + view.at(view.page() + 1).query()
                                : "",
                        view.isEdited() && mayChange,
                        mayChange),
                form(kind, view, sections, count, words),
                heads(columns, view, path, words),
                lines.stream()
                        .map(line -> row(
                                line,
                                columns,
                                view,
                                refused,
                                new Names(
                                        sections,
                                        groups.getOrDefault(line.item().group(), List.of()),
                                        words)))
                        .toList(),
                notices);
    }

    private List<Line> lines(
            Kind kind,
            KindTableView view,
            KindTableQueries.Filter filter,
            int count,
            List<String> notices,
            Words words) {
        int first = (view.page() - 1) * ROWS;
        var field = kind.field(view.sort());
        if (field.isPresent() && count <= MOST_SORTED) {
            var all = new ArrayList<>(
                    queries.kindTable().list(filter, KindTableQueries.Order.HEADLINE, false, 0, MOST_SORTED));
            Comparator<Line> order = Comparator.comparing(line -> sortKey(value(line, field.get()), field.get()));
            all.sort(view.isDescending() ? order.reversed() : order);
            return all.stream().skip(first).limit(ROWS).toList();
        }
        if (field.isPresent()) {
            notices.add(words.say("kinds.too-many-to-sort", MOST_SORTED));
        }
        var order = switch (view.sort()) {
            case KindTableView.CHANGED -> KindTableQueries.Order.CHANGED;
            case KindTableView.STATE -> KindTableQueries.Order.STATE;
            default -> KindTableQueries.Order.HEADLINE;
        };
        return queries.kindTable().list(filter, order, view.isDescending(), first, ROWS);
    }

    /** What the item says in a field; of a translation a shared field is that of its original. */
    private static Optional<JsonValue> value(Line line, Field field) {
        return (field.isShared() ? line.ofOriginal() : line.head().content().fields()).get(field.name());
    }

    /** Absent values stand before all others. */
    private static String sortKey(Optional<JsonValue> found, Field field) {
        return found.stream()
                .flatMap(value -> field.type().filterValues(value).stream())
                .map(FilterValue::sort)
                .findFirst()
                .orElse("");
    }

    private static List<KindTablePage.Head> heads(List<Field> columns, KindTableView view, String path, Words words) {
        var heads = new ArrayList<KindTablePage.Head>();
        heads.add(head(KindTableView.HEADLINE, words.say("desk.headline"), view, path));
        heads.add(head(KindTableView.STATE, words.say("desk.state"), view, path));
        columns.forEach(field -> heads.add(
                field.type().isSorted()
                        ? head(field.name(), Parts.label(words, field), view, path)
                        : new KindTablePage.Head(Parts.label(words, field), "", "")));
        heads.add(new KindTablePage.Head(words.say("kinds.languages"), "", ""));
        return heads;
    }

    private static KindTablePage.Head head(String by, String label, KindTableView view, String path) {
        String sorted = !view.sort().equals(by) ? "none" : view.isDescending() ? "descending" : "ascending";
        return new KindTablePage.Head(label, path + "?" + view.sorted(by).query(), sorted);
    }

    /** What a row is described with. */
    private record Names(Sections sections, List<Translated> group, Words words) {}

    private Row row(Line line, List<Field> columns, KindTableView view, Refused refused, Names names) {
        var item = line.item();
        long id = item.id().value();
        State change = line.change();
        boolean mayWrite = view.isEdited() && items.mayWrite(item);
        return new Row(
                id,
                id + "-" + line.head().id(),
                line.head().content().headline(),
                item.language().tag(),
                new KindTablePage.Standing(
                        item.state().word(),
                        change == null ? "" : change.word(),
                        names.sections().title(item.section())),
                columns.stream()
                        .map(field -> cell(
                                line,
                                field,
                                mayWrite && !(item.isTranslation() && field.isShared()),
                                refused,
                                names.words()))
                        .toList(),
                where(names),
                refused.wrong().getOrDefault(id, List.of()));
    }

    private static Cell cell(Line line, Field field, boolean isInput, Refused refused, Words words) {
        var value = value(line, field);
        String text = value.map(each -> FieldText.of(field, each, words)).orElse("");
        if (!isInput || !KindTableView.isEditable(field.type())) {
            return new Cell(text, null);
        }
        String name = input(line.item().id().value(), field);
        String typed = refused.values().getOrDefault(name, shown(field, value));
        return new Cell(
                text,
                input(
                        field,
                        name,
                        Parts.label(words, field) + ": " + line.head().content().headline(),
                        typed,
                        words));
    }

    private static String shown(Field field, Optional<JsonValue> value) {
        return value.map(each -> field.type().shown(each).getOrDefault("", "")).orElse("");
    }

    /** The input of a field that one input holds. */
    static Input input(Field field, String name, String label, String value, Words words) {
        return new Input(
                name, label, value, field.type() instanceof NumberType ? "decimal" : "", options(field, value, words));
    }

    private static List<Choice> options(Field field, String value, Words words) {
        var labels = new LinkedHashMap<String, String>();
        if (field.type() instanceof ChoiceType || field.type() instanceof YesNoType) {
            labels.put("", "–");
            labels.putAll(labels(field, words));
            labels.putIfAbsent(value, value);
        }
        return labels.entrySet().stream()
                .map(each -> Choice.of(each.getKey(), each.getValue(), value))
                .toList();
    }

    private static Map<String, String> labels(Field field, Words words) {
        var language = new Language(words.tag());
        var labels = new LinkedHashMap<String, String>();
        switch (field.type()) {
            case ChoiceType(var all) -> all.forEach(each -> labels.put(each.word(), each.in(language)));
            case ChoicesType(var all) -> all.forEach(each -> labels.put(each.word(), each.in(language)));
            default -> {
                labels.put(YesNoType.YES, words.say("field.yes"));
                labels.put(YesNoType.NO, words.say("field.no"));
            }
        }
        return labels;
    }

    private List<KindTablePage.Where> where(Names names) {
        var others =
                names.group().stream().collect(Collectors.toMap(Translated::language, each -> each, (one, _) -> one));
        return Stream.concat(
                        choices.languages().stream(),
                        others.keySet().stream().sorted(Comparator.comparing(Language::tag)))
                .distinct()
                .map(language -> {
                    var other = others.get(language);
                    return other == null
                            ? new KindTablePage.Where(
                                    language.tag(), LanguageNames.name(language, names.words()), 0, "", false)
                            : new KindTablePage.Where(
                                    language.tag(),
                                    LanguageNames.name(language, names.words()),
                                    other.item().value(),
                                    other.state().word(),
                                    other.isStale());
                })
                .toList();
    }

    private KindTablePage.FilterForm form(Kind kind, KindTableView view, Sections sections, int count, Words words) {
        var rows = view.rows();
        return new KindTablePage.FilterForm(
                rows.words(),
                Stream.of(State.values())
                        .map(state -> Choice.of(state.word(), words.say("state." + state.word()), rows.state()))
                        .toList(),
                sections.choices(rows.section()),
                choices.languages().stream()
                        .map(language ->
                                Choice.of(language.tag(), LanguageNames.name(language, words), rows.language()))
                        .toList(),
                kind.fields().stream()
                        .filter(KindTableView::isFiltered)
                        .map(field -> new KindTablePage.FieldFilter(
                                "is." + field.name(),
                                Parts.label(words, field),
                                labels(field, words).entrySet().stream()
                                        .map(each -> Choice.of(
                                                each.getKey(),
                                                each.getValue(),
                                                rows.values().getOrDefault(field.name(), "")))
                                        .toList()))
                        .toList(),
                kind.fields().stream()
                        .map(field -> new Choice(
                                field.name(),
                                Parts.label(words, field),
                                view.columns().contains(field.name())))
                        .toList(),
                words.say("kinds.count", count));
    }
}
