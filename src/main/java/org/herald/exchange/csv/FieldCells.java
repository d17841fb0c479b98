package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.exchange.csv.References.Reference;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;
import org.herald.model.Slug;
import org.herald.model.Spelling;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.DateType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.LinkType;
import org.herald.model.kind.PictureType;
import org.herald.model.kind.RowsType;
import org.herald.model.kind.TextType;
import org.herald.model.kind.YesNoType;

/** Reads the cells of a field: what its type reads, and what spreadsheets and people write in its place. */
final class FieldCells {

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "x", "on", "да", "так", "+", "истина", "ісціна");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "off", "нет", "не", "-", "ложь", "хлусня");
    private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final Pattern TIME = Pattern.compile("(.*[0-9]{4}|[0-9]{4}-.*)[ T]0{1,2}:00(?::00(?:[.]0+)?)?");
    private static final Pattern OTHER_MARKS = Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})");
    private static final Pattern HYPHENS = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})");
    private static final String ITEM = "item:";
    private static final String URL = "url";
    private static final String ASSET = "asset";
    private static final int MONTHS = 12;

    private final Kind kind;
    private final CsvOptions options;
    private final Function<Reason, String> words;

    FieldCells(CsvOptions options, Function<Reason, String> words) {
        this.kind = options.kind();
        this.options = options;
        this.words = words;
    }

    /** Thrown for cells that are no value. */
    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        private final String part;

        Unfit(String part, String message) {
            super(message, null, false, false);
            this.part = part;
        }
    }

    /**
     * The value of a field in a language; empty when its cells are, or are no value, which is noted.
     *
     * @param whole the column of the field without a part
     * @param cells by part, without blank ones
     */
    Optional<JsonValue> value(Column whole, Map<String, String> cells, Noting noting) {
        Field field = whole.fieldOrThrow();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        try {
            var parts = parts(field, whole, cells, noting.references());
            var value = Optional.ofNullable(field.type().typed(parts)).map(typed -> clean(field.type(), typed));
            var fault = value.flatMap(field.type()::fault);
            if (fault.isEmpty()) {
                return value;
            }
            String part = meant(fault.get(), cells);
            noting.fault(whole.with(part), cells.getOrDefault(part, ""), words.apply(fault.get()));
        } catch (Unfit unfit) {
            String part = cells.containsKey(unfit.part)
                    ? unfit.part
                    : cells.keySet().iterator().next();
            noting.fault(whole.with(part), cells.getOrDefault(part, ""), String.valueOf(unfit.getMessage()));
        }
        return Optional.empty();
    }

    /** The part that a refusal is about: the one that it repeats, or the first. */
    private static String meant(Reason fault, Map<String, String> cells) {
        return cells.entrySet().stream()
                .filter(cell -> fault.arguments().stream()
                        .anyMatch(argument -> Blank.strip(cell.getValue()).equals(String.valueOf(argument))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> cells.keySet().iterator().next());
    }

    /** The parts as the type reads them. */
    private Map<String, String> parts(Field field, Column whole, Map<String, String> cells, References references)
            throws Unfit {
        return switch (field.type()) {
            case YesNoType _ -> Map.of("", yesNo(cells.getOrDefault("", "")));
            case ChoiceType(List<Choice> choices) -> Map.of("", choice(choices, "", cells.getOrDefault("", "")));
            case ChoicesType(List<Choice> choices) -> choices(choices, cells);
            case DateType _ -> Map.of("", date(cells.getOrDefault("", "")));
            case ItemsType(List<KindName> of) -> items(of, whole, cells, references);
            case PictureType _ -> files(whole, first(field.type(), cells), references);
            case RowsType several -> files(whole, rows(several, cells), references);
            case LinkType _ -> link(whole, first(field.type(), cells), references);
            case FieldType type when type.isMarkup() -> Map.of("", html(cells.getOrDefault("", ""), whole, references));
            default -> first(field.type(), cells);
        };
    }

    /** A cell for the whole value is that of the first part, which reads what stands for all. */
    private static Map<String, String> first(FieldType type, Map<String, String> cells) {
        if (!cells.containsKey("") || type.parts().contains("")) {
            return cells;
        }
        var parts = new LinkedHashMap<>(cells);
        String all = parts.remove("");
        parts.putIfAbsent(type.parts().getFirst(), all == null ? "" : all);
        return parts;
    }

    private static Map<String, String> rows(RowsType type, Map<String, String> cells) {
        if (!cells.containsKey("")) {
            return cells;
        }
        var parts = new LinkedHashMap<>(cells);
        var names = Lists.split(String.valueOf(parts.remove("")));
        for (int row = 1; row <= names.size(); row++) {
            parts.putIfAbsent(row + "-" + type.columns().getFirst(), names.get(row - 1));
        }
        return parts;
    }

    private static String yesNo(String cell) {
        String word = Blank.strip(cell).toLowerCase(Locale.ROOT);
        return YES.contains(word) ? YesNoType.YES : NO.contains(word) ? YesNoType.NO : cell;
    }

    private static String choice(List<Choice> choices, String part, String cell) throws Unfit {
        String typed = Blank.strip(cell);
        return choices.stream()
                .filter(choice -> choice.word().equalsIgnoreCase(typed)
                        || choice.label().texts().values().stream().anyMatch(typed::equalsIgnoreCase))
                .map(Choice::word)
                .findFirst()
                .orElseThrow(() -> new Unfit(part, unknownChoice(choices, typed)));
    }

    private static String unknownChoice(List<Choice> choices, String typed) {
        var known = choices.stream().map(Choice::word).collect(Collectors.toSet());
        return "“" + (typed.length() > 80 ? typed.substring(0, 80) + "…" : typed) + "” cannot be chosen here."
                + Spelling.nearest(typed.toLowerCase(Locale.ROOT), known)
                        .map(near -> " Did you mean " + near + "?")
                        .orElseGet(() -> " Choose one of these: "
                                + choices.stream().map(Choice::word).collect(Collectors.joining(", ")) + ".");
    }

    private static Map<String, String> choices(List<Choice> choices, Map<String, String> cells) throws Unfit {
        var parts = new LinkedHashMap<String, String>();
        for (var cell : cells.entrySet()) {
            if (cell.getKey().isEmpty()) {
                for (String word : Lists.split(cell.getValue().replace(',', ';'))) {
                    parts.put(choice(choices, "", word), YesNoType.YES);
                }
                continue;
            }
            switch (yesNo(cell.getValue())) {
                case YesNoType.YES -> parts.put(cell.getKey(), YesNoType.YES);
                case YesNoType.NO -> {}
                default -> throw new Unfit(cell.getKey(), "Write yes or no, or nothing.");
            }
        }
        return parts;
    }

    /** Dates as spreadsheets write them; with slashes the day or the month may come first. */
    private static String date(String cell) throws Unfit {
        String typed = Blank.strip(cell);
        Matcher timed = TIME.matcher(typed);
        String day = timed.matches() ? timed.group(1) : typed;
        Matcher slashes = SLASHES.matcher(day);
        if (slashes.matches()) {
            int first = Integer.parseInt(slashes.group(1));
            int second = Integer.parseInt(slashes.group(2));
            String year = slashes.group(3);
            String dayFirst = iso(year, second, first);
            String monthFirst = iso(year, first, second);
            if (first <= MONTHS && second <= MONTHS && first != second) {
                throw new Unfit(
                        "", "“" + day + "” may mean " + dayFirst + " or " + monthFirst + ". Write one of these.");
            }
            return first > MONTHS ? dayFirst : monthFirst;
        }
        Matcher marks = OTHER_MARKS.matcher(day);
        if (marks.matches()) {
            return iso(marks.group(1), Integer.parseInt(marks.group(2)), Integer.parseInt(marks.group(3)));
        }
        Matcher hyphens = HYPHENS.matcher(day);
        return hyphens.matches()
                ? iso(hyphens.group(3), Integer.parseInt(hyphens.group(2)), Integer.parseInt(hyphens.group(1)))
                : day;
    }

    private static String iso(String year, int month, int day) {
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day);
    }

    private Map<String, String> items(
            List<KindName> of, Column column, Map<String, String> cells, References references) throws Unfit {
        var places = new ArrayList<String>();
        for (String name : Lists.split(cells.getOrDefault("", "").replace(',', ';'))) {
            places.add(Integer.toString(references.add(item(of, column, name))));
        }
        return Map.of("", String.join(", ", places));
    }

    /** The entry of this name, {@code sight/mir-castle}; the kind may be left out when only one can be meant. */
    private Reference item(List<KindName> of, Column column, String name) throws Unfit {
        String plain = Blank.strip(name.startsWith(ITEM) ? name.substring(ITEM.length()) : name);
        int slash = plain.indexOf('/');
        String key = plain.substring(slash + 1);
        String word = slash >= 0
                ? plain.substring(0, slash)
                : of.size() == 1 ? of.getFirst().word() : kind.name().word();
        if (!KindName.isName(word) || options.kinds().find(new KindName(word)).isEmpty()) {
            throw new Unfit("", "“" + name + "” names no kind of this portal. Write it as sight/mir-castle.");
        }
        var named = new KindName(word);
        if (!of.isEmpty() && !of.contains(named)) {
            throw new Unfit(
                    "",
                    "“" + name + "” may not stand here, only: "
                            + of.stream().map(KindName::word).collect(Collectors.joining(", ")) + ".");
        }
        if (Slug.parse(key).isEmpty() || (slash < 0 && key.matches("[0-9]+"))) {
            throw new Unfit("", "“" + name + "” names no entry. Write kind and key, such as " + word + "/mir-castle.");
        }
        return new Reference(column.name(), named, key);
    }

    private static Map<String, String> files(Column whole, Map<String, String> cells, References references) {
        var parts = new LinkedHashMap<>(cells);
        parts.replaceAll((part, cell) -> part.equals(ASSET) || part.endsWith("-" + ASSET)
                ? Integer.toString(references.add(new Reference(whole.with(part).name(), null, Blank.strip(cell))))
                : cell);
        return parts;
    }

    private Map<String, String> link(Column whole, Map<String, String> cells, References references) throws Unfit {
        String url = Blank.strip(cells.getOrDefault(URL, ""));
        if (!url.startsWith(ITEM)) {
            return cells;
        }
        var parts = new LinkedHashMap<>(cells);
        parts.put(URL, ITEM + references.add(item(List.of(), whole, url)));
        return parts;
    }

    /** HTML whose links and pictures name entries and files. */
    String html(String cell, Column column, Noting noting) {
        try {
            return html(cell, column, noting.references());
        } catch (Unfit unfit) {
            noting.fault(column, cell, String.valueOf(unfit.getMessage()));
            return "";
        }
    }

    private String html(String cell, Column column, References references) throws Unfit {
        Matcher named = References.NAMED.matcher(cell);
        var html = new StringBuilder();
        while (named.find()) {
            boolean isBare = named.group("sort") == null;
            String sort = named.group(isBare ? "bareSort" : "sort").toLowerCase(Locale.ROOT);
            String name = named.group(isBare ? "bare" : "name");
            int place = references.add(
                    sort.equals(ASSET) ? new Reference(column.name(), null, name) : item(List.of(), column, name));
            named.appendReplacement(
                    html, Matcher.quoteReplacement(named.group("attribute") + "=\"" + sort + ":" + place + "\""));
        }
        return named.appendTail(html).toString();
    }

    /** The value as it is saved, so that it can be compared with a saved one. */
    private static JsonValue clean(FieldType type, JsonValue value) {
        if (value instanceof JsonValue.Text(String text) && type instanceof TextType plain) {
            return new JsonValue.Text(
                    plain.hasLines()
                            ? text.lines()
                                    .map(FieldCells::line)
                                    .collect(Collectors.joining("\n"))
                                    .strip()
                            : line(text));
        }
        if (type.isMarkup() && FieldType.unfit(value).isEmpty()) {
            JsonValue clean =
                    type.typed(Map.of("", References.clean(type.shown(value).getOrDefault("", ""))));
            return clean == null ? value : clean;
        }
        return value;
    }

    /** A text as one line. */
    static String line(String text) {
        return Blank.strip(text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "));
    }
}
