package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.exchange.csv.Column.Role;
import org.herald.model.Language;
import org.herald.model.Spelling;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.RowsType;

/** Which columns the names of a file's header are. */
final class Header {

    private final CsvOptions options;
    private final Map<String, Column> known = new LinkedHashMap<>();

    Header(CsvOptions options) {
        this.options = options;
        var kind = options.kind();
        for (Column column : Column.all(kind, options.languages(), _ -> Integer.MAX_VALUE)) {
            known.put(column.name(), column);
        }
        for (Field field : kind.fields()) {
            if (field.type() instanceof ChoicesType choices) {
                add(field, choices.parts());
            } else {
                add(field, List.of(""));
            }
        }
    }

    private void add(Field field, List<String> parts) {
        for (String part : parts) {
            if (field.isShared()) {
                var column = new Column(Role.FIELD, null, field, part);
                known.putIfAbsent(column.name(), column);
            } else {
                for (Language language : options.languages()) {
                    var column = new Column(Role.FIELD, language, field, part);
                    known.putIfAbsent(column.name(), column);
                }
            }
        }
    }

    /** How many of these names are columns. */
    long known(List<String> names) {
        return names.stream().filter(name -> find(name).isPresent()).count();
    }

    /** The column of this name, in whatever case; of a text without a language, that of the portal's first one. */
    Optional<Column> find(String name) {
        String plain = plain(name);
        return Optional.ofNullable(known.get(plain))
                .or(() -> Optional.ofNullable(
                        known.get(plain + ":" + options.languages().getFirst())));
    }

    private static String plain(String name) {
        return name.replace("\ufeff", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*([.:])\\s*", "$1")
                .strip();
    }

    /**
     * The columns of these names in their order.
     *
     * @throws CsvFault when one is unknown, stands twice or is missing; all such faults are told at once
     */
    List<Column> columns(List<String> names) {
        var faults = new ArrayList<String>();
        var columns = new ArrayList<Column>();
        var places = new HashMap<Column, Integer>();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            var found = find(name);
            if (found.isEmpty()) {
                faults.add("column " + (place + 1) + " " + unknown(name));
                continue;
            }
            Integer before = places.put(found.get(), place);
            if (before != null) {
                faults.add("columns " + (before + 1) + " and " + (place + 1) + " are the same: \""
                        + found.get().name() + "\".");
            }
            columns.add(found.get());
        }
        if (faults.isEmpty()) {
            missing(columns).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new CsvFault("Nothing was imported, because the columns of the file cannot all be understood:\n"
                    + faults.stream().limit(50).collect(Collectors.joining("\n")));
        }
        return List.copyOf(columns);
    }

    private Optional<String> missing(List<Column> columns) {
        if (columns.stream().noneMatch(column -> column.role() == Role.HEADLINE)) {
            return Optional.of("there is no column \"headline:"
                    + options.languages().getFirst() + "\", nor a headline in another language.");
        }
        String key = options.key();
        if (key != null) {
            return find(key).filter(columns::contains).isPresent()
                    ? Optional.empty()
                    : Optional.of("there is no column \"" + key + "\", which --key names.");
        }
        return columns.contains(Column.of(Role.KEY))
                ? Optional.empty()
                : Optional.of(
                        "there is no column \"key\". Name the column that tells entries from one another with --key,"
                                + " for example --key headline:"
                                + options.languages().getFirst() + ".");
    }

    private String unknown(String name) {
        String plain = plain(name);
        if (plain.isEmpty()) {
            return "has no name.";
        }
        int colon = plain.lastIndexOf(':');
        String tag = colon < 0 ? "" : plain.substring(colon + 1);
        boolean isOtherLanguage = Language.isTag(tag)
                && !options.languages().contains(new Language(tag))
                && known.containsKey(
                        plain.substring(0, colon) + ":" + options.languages().getFirst());
        if (isOtherLanguage) {
            return "\"" + name + "\" is of a language that the portal does not have; it has "
                    + options.languages().stream().map(Language::tag).collect(Collectors.joining(", ")) + ".";
        }
        return "\"" + name + "\" is unknown."
                + Spelling.nearest(plain, known.keySet())
                        .map(near -> " Did you mean \"" + near + "\"?")
                        .orElseGet(() -> " The kind has the fields "
                                + options.kind().fields().stream()
                                        .map(Header::named)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static String named(Field field) {
        boolean isOne = field.type().parts().size() == 1 || field.type() instanceof ChoicesType;
        return isOne
                ? field.name()
                : field.name() + "."
                        + (field.type() instanceof RowsType several
                                ? several.parts().getFirst()
                                : field.type().parts().getFirst())
                        + " …";
    }

    /** The column of the first coordinates of the kind; absent when it has none. */
    Optional<Column> place() {
        return place(options.kind(), options.languages());
    }

    static Optional<Column> place(Kind kind, List<Language> languages) {
        return kind.fields().stream()
                .filter(field -> field.type() instanceof CoordinatesType)
                .findFirst()
                .map(field -> new Column(Role.FIELD, field.isShared() ? null : languages.getFirst(), field, ""));
    }

    /** The column that identifies entries. */
    Column key() {
        String key = options.key();
        return key == null ? Column.of(Role.KEY) : find(key).orElseThrow();
    }
}
