package org.herald.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.geo.Area;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.model.kind.AddressType;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.TextType;
import org.herald.model.kind.YearType;
import org.herald.store.SearchQueries.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes documents of what readers see. */
final class DocumentReader {

    /** The field of articles in which the place stands from which they report. */
    private static final String DATELINE = "dateline";

    /** Before the number of an item that a field names. */
    private static final String ITEM = "item:";

    private final Kinds kinds;
    private final Outlines outlines;

    DocumentReader(Kinds kinds, Outlines outlines) {
        this.kinds = kinds;
        this.outlines = outlines;
    }

    /**
     * The documents of some groups of translations.
     *
     * @param headlines the names of items, by language
     */
    List<SearchDocument> documents(
            List<List<Words>> groups, Function<Set<ItemId>, Map<ItemId, Map<Language, String>>> headlines) {
        var named = new LinkedHashSet<ItemId>();
        groups.forEach(group -> group.forEach(words -> named.addAll(named(words))));
        var names = named.isEmpty() ? Map.<ItemId, Map<Language, String>>of() : headlines.apply(named);
        return groups.stream()
                .flatMap(group -> group.stream()
                        .flatMap(words ->
                                kinds.find(words.kind()).stream().map(kind -> document(kind, words, group, names))))
                .toList();
    }

    private Set<ItemId> named(Words words) {
        var named = new LinkedHashSet<ItemId>();
        kinds.find(words.kind())
                .ifPresent(kind -> kind.named(words.content().fields()).stream()
                        .filter(each -> each.startsWith(ITEM))
                        .forEach(each -> named.add(new ItemId(Long.parseLong(each.substring(ITEM.length()))))));
        return named;
    }

    private String context(Kind kind, Words words, Map<ItemId, Map<Language, String>> names) {
        var language = words.language();
        return Stream.of(
                        words.titles().stream(),
                        kind.stands() == Kind.Stands.DATED || kind.stands() == Kind.Stands.STANDING
                                ? Stream.<String>empty()
                                : Stream.of(kind.one(), kind.many()).flatMap(name -> name.in(language).stream()),
                        named(words).stream()
                                .flatMap(item ->
                                        Optional.ofNullable(names.getOrDefault(item, Map.of())
                                                        .get(language))
                                                .stream()))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private SearchDocument document(
            Kind kind, Words words, List<Words> group, Map<ItemId, Map<Language, String>> headlines) {
        var content = words.content();
        var names = new LinkedHashSet<String>();
        names.add(content.headline());
        group.forEach(other -> names.add(other.content().headline()));
        return new SearchDocument(
                words.id(),
                words.kind(),
                words.language(),
                words.path(),
                words.sections(),
                kind.stands() == Kind.Stands.DATED,
                words.publishedAt(),
                words.publishedOn(),
                List.copyOf(names),
                content.standfirst(),
                plain(content.body().html()),
                content.tags(),
                facts(kind, content.fields(), words.language()),
                context(kind, words, headlines),
                places(kind, content.fields()),
                values(kind, content.fields()));
    }

    private static String facts(Kind kind, Fields fields, Language language) {
        return kind.fields().stream()
                .flatMap(field -> fields.get(field.name()).stream().map(value -> text(field.type(), value, language)))
                .filter(text -> !Blank.is(text))
                .collect(Collectors.joining("\n"));
    }

    private static String text(FieldType type, JsonValue value, Language language) {
        return switch (type) {
            case ChoiceType(var choices) -> labels(choices, type, value, language);
            case ChoicesType(var choices) -> labels(choices, type, value, language);
            case TextType text -> text.isMarkup() ? plain(text.text(value)) : text.text(value);
            case AddressType _, YearType _ -> type.text(value);
            case FieldType _ -> "";
        };
    }

    private static String labels(List<Choice> choices, FieldType type, JsonValue value, Language language) {
        var words = type.filterValues(value).stream().map(FilterValue::value).toList();
        return choices.stream()
                .filter(choice -> words.contains(choice.word()))
                .map(choice -> choice.label().in(language).orElse(choice.word()))
                .collect(Collectors.joining(", "));
    }

    private List<String> places(Kind kind, Fields fields) {
        Stream<String> areas = kind.place().stream()
                .flatMap(field -> fields.get(field.name()).stream())
                .flatMap(value -> Point.of(value).stream())
                .flatMap(point -> outlines.around(point).stream())
                .map(Area::word)
                .map(SearchDocument.AREA::concat);
        Stream<String> datelines = kind.field(DATELINE).stream()
                .map(field -> fields.text(field.name()))
                .filter(text -> !Blank.is(text));
        return Stream.concat(areas, datelines).toList();
    }

    private static Map<String, List<String>> values(Kind kind, Fields fields) {
        var values = new LinkedHashMap<String, List<String>>();
        for (Field field : kind.fields()) {
            if (field.filter() == Field.Filter.VALUES) {
                Optional<List<String>> chosen = fields.get(field.name())
                        .map(value -> field.type().filterValues(value).stream()
                                .map(FilterValue::value)
                                .distinct()
                                .toList());
                chosen.filter(all -> !all.isEmpty()).ifPresent(all -> values.put(field.name(), all));
            }
        }
        return values;
    }

    /** The text of a body, a paragraph a line. */
    static String plain(String html) {
        if (html.isEmpty()) {
            return "";
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                switch (node) {
                    case TextNode text -> line.append(text.getWholeText());
                    case Element element
                    when element.isBlock() || element.normalName().equals("br") -> end();
                    case Node _ -> {}
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    end();
                }
            }

            private void end() {
                String text = Blank.strip(line.toString().replaceAll("\\s+", " "));
                if (!text.isEmpty()) {
                    lines.add(text);
                }
                line.setLength(0);
            }
        });
        return String.join("\n", lines);
    }
}
