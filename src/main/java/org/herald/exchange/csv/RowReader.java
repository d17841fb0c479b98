package org.herald.exchange.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.herald.exchange.csv.Column.Role;
import org.herald.exchange.csv.References.Reference;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.Picture;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.Spelling;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.jspecify.annotations.Nullable;

/** Understands rows: from cells to values, or to faults by column and value. */
final class RowReader {

    /** Begins every digest; another form makes every row count as changed. */
    private static final String FORM = "1";

    /** The columns of one field in one language, or of a shared one. */
    private record FieldColumns(Column whole, List<Column> parts) {}

    private final CsvOptions options;
    private final Column key;
    private final Map<String, List<Column>> byLanguage = new LinkedHashMap<>();
    private final List<FieldColumns> fields;
    private final Set<String> sections;
    private final FieldCells cells;

    /** @param sections the paths of the portal's sections */
    RowReader(
            Header header,
            List<Column> columns,
            CsvOptions options,
            Set<String> sections,
            Function<Reason, String> words) {
        this.options = options;
        this.key = header.key();
        this.sections = sections;
        this.cells = new FieldCells(options, words);
        var grouped = new LinkedHashMap<Column, List<Column>>();
        for (Column column : columns) {
            if (column.role() == Role.FIELD) {
                grouped.computeIfAbsent(column.with(""), _ -> new ArrayList<>()).add(column);
            }
            Language language = column.language();
            byLanguage
                    .computeIfAbsent(language == null ? "" : language.tag(), _ -> new ArrayList<>())
                    .add(column);
        }
        this.fields = grouped.entrySet().stream()
                .map(entry -> new FieldColumns(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a row says; empty when it has faults, which are noted. */
    Optional<EntryRow> read(Row row, Noting noting) {
        if (!row.extra().isEmpty()) {
            noting.fault("there is more than the columns of the file have: " + FieldCells.line(row.extra()));
        }
        String name = key(row, noting);
        String section = section(row, noting);
        var texts = new LinkedHashMap<Language, EntryRow.Text>();
        Language original = original(row, noting);
        languages(original).forEach(language -> {
            var text = text(row, language, noting);
            if (text.isPresent()) {
                texts.put(language, text.get());
            }
        });
        Fields shared = fields(row, null, noting);
        if (noting.isFaulty() || original == null) {
            return Optional.empty();
        }
        return Optional.of(new EntryRow(row.line(), name, section, original, texts, shared, noting.references()));
    }

    private List<Language> languages(@Nullable Language first) {
        var all = new ArrayList<>(options.languages());
        if (first != null) {
            all.remove(first);
            all.addFirst(first);
        }
        return all;
    }

    private String key(Row row, Noting noting) {
        String cell = Blank.strip(row.cell(key));
        Language language = key.language() == null ? options.languages().getFirst() : key.language();
        if (key.role() == Role.KEY) {
            if (Slug.parse(cell).isEmpty()) {
                noting.fault(
                        key,
                        cell,
                        cell.isEmpty()
                                ? "the row has no key. Write one, such as mir-castle."
                                : "a key has lower-case letters, digits and single hyphens, at most " + Slug.LONGEST
                                        + "."
                                        + Slugs.suggest(cell, language)
                                                .map(slug -> " It could be " + slug + ".")
                                                .orElse(""));
            }
            return cell;
        }
        var made = Slugs.suggest(cell, language);
        if (made.isEmpty()) {
            noting.fault(key, cell, "no key can be made of it, which identifies the entry.");
        }
        return made.map(Slug::value).orElse("");
    }

    private @Nullable String section(Row row, Noting noting) {
        Column column = Column.of(Role.SECTION);
        String cell = Blank.strip(row.cell(column)).replaceAll("^/+|/+$", "");
        if (cell.isEmpty()) {
            return null;
        }
        if (!sections.contains(cell)) {
            noting.fault(
                    column,
                    cell,
                    "there is no such section."
                            + Spelling.nearest(cell, sections)
                                    .map(near -> " Did you mean \"" + near + "\"?")
                                    .orElse(" Add it first, or name another."));
        }
        return cell;
    }

    /** The language named, or the first with a headline; null when there is none, which is noted. */
    private @Nullable Language original(Row row, Noting noting) {
        Column column = Column.of(Role.ORIGINAL);
        String cell = Blank.strip(row.cell(column));
        var with = options.languages().stream()
                .filter(language -> !Blank.is(row.cell(Column.of(Role.HEADLINE, language))))
                .toList();
        if (!cell.isEmpty()) {
            var named = with.stream()
                    .filter(language -> language.tag().equalsIgnoreCase(cell))
                    .findFirst();
            if (named.isEmpty()) {
                noting.fault(column, cell, "the row has no headline in this language, so it cannot be the original.");
            }
            return named.orElse(null);
        }
        if (with.isEmpty()) {
            noting.fault(
                    Column.of(Role.HEADLINE, options.languages().getFirst()),
                    "",
                    "the row has no headline. Write one.");
        }
        return with.isEmpty() ? null : with.getFirst();
    }

    private Optional<EntryRow.Text> text(Row row, Language language, Noting noting) {
        String headline = FieldCells.line(row.cell(Column.of(Role.HEADLINE, language)));
        if (headline.isEmpty()) {
            byLanguage.getOrDefault(language.tag(), List.of()).stream()
                    .filter(column -> !row.cell(column).isEmpty())
                    .filter(column -> column.role() != Role.STATE)
                    .findFirst()
                    .ifPresent(column -> noting.fault(
                            column,
                            row.cell(column),
                            "there is no headline in this language: fill in headline:" + language
                                    + ", or empty what else there is of it."));
            return Optional.empty();
        }
        Column body = Column.of(Role.BODY, language);
        var content = new Content(
                headline,
                FieldCells.line(row.cell(Column.of(Role.STANDFIRST, language))),
                picture(row, language, noting),
                Lists.split(row.cell(Column.of(Role.TAGS, language))).stream()
                        .map(FieldCells::line)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                new Body(cells.html(row.cell(body), body, noting)),
                fields(row, language, noting));
        return Optional.of(new EntryRow.Text(
                content,
                slug(row, language, noting),
                state(row, language, noting),
                published(row, language, noting),
                digest(row, language)));
    }

    private @Nullable Picture picture(Row row, Language language, Noting noting) {
        Column file = Column.of(Role.PICTURE);
        String name = Blank.strip(row.cell(file));
        if (name.isEmpty()) {
            for (Role role : List.of(Role.PICTURE_ALT, Role.PICTURE_CAPTION, Role.PICTURE_CREDIT)) {
                Column about = Column.of(role, language);
                if (!row.cell(about).isEmpty()) {
                    noting.fault(
                            about, row.cell(about), "these are words about a picture, but the row has no picture.");
                }
            }
            return null;
        }
        int place = noting.references().add(new Reference(file.name(), null, name));
        return new Picture(
                new AssetId(place),
                FieldCells.line(row.cell(Column.of(Role.PICTURE_ALT, language))),
                FieldCells.line(row.cell(Column.of(Role.PICTURE_CAPTION, language))),
                FieldCells.line(row.cell(Column.of(Role.PICTURE_CREDIT, language))));
    }

    private static @Nullable String slug(Row row, Language language, Noting noting) {
        Column column = Column.of(Role.SLUG, language);
        String cell = Blank.strip(row.cell(column));
        if (cell.isEmpty()) {
            return null;
        }
        if (Slug.parse(cell).isEmpty()) {
            noting.fault(
                    column,
                    cell,
                    "the last word of an address has lower-case letters, digits and single hyphens."
                            + Slugs.suggest(cell, language)
                                    .map(slug -> " It could be " + slug + ".")
                                    .orElse(""));
        }
        return cell;
    }

    private static @Nullable State state(Row row, Language language, Noting noting) {
        Column column = Column.of(Role.STATE, language);
        String cell = Blank.strip(row.cell(column));
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.equalsIgnoreCase(State.DRAFT.word())) {
            return State.DRAFT;
        }
        if (!cell.equalsIgnoreCase(State.PUBLISHED.word())) {
            noting.fault(column, cell, "write draft or published.");
        }
        return State.PUBLISHED;
    }

    private @Nullable Instant published(Row row, Language language, Noting noting) {
        Column column = Column.of(Role.PUBLISHED, language);
        String cell = Blank.strip(row.cell(column));
        if (cell.isEmpty()) {
            return null;
        }
        String iso = cell.replaceFirst("^([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})", "$3-$2-$1")
                .replaceFirst("-([0-9])-", "-0$1-")
                .replaceFirst("-([0-9])(?![0-9])", "-0$1")
                .replaceFirst(" +(?=[0-9])", "T");
        var instant = parsed(() -> Instant.parse(iso))
                .or(() -> parsed(
                        () -> LocalDateTime.parse(iso).atZone(options.zone()).toInstant()))
                .or(() -> parsed(
                        () -> LocalDate.parse(iso).atStartOfDay(options.zone()).toInstant()));
        if (instant.isEmpty()) {
            noting.fault(column, cell, "this is no time. Write 2026-11-29, 2026-11-29 12:00 or 2026-11-29T10:00:00Z.");
        }
        return instant.orElse(null);
    }

    private static Optional<Instant> parsed(Supplier<Instant> text) {
        try {
            return Optional.of(text.get());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The fields of a language, or the shared ones. */
    private Fields fields(Row row, @Nullable Language language, Noting noting) {
        Fields values = Fields.NONE;
        for (FieldColumns field : fields) {
            Language own = field.whole().language();
            if (language == null ? own != null : !language.equals(own)) {
                continue;
            }
            var parts = new LinkedHashMap<String, String>();
            for (Column column : field.parts()) {
                String cell = row.cell(column);
                if (!cell.isEmpty()) {
                    parts.put(column.part(), cell);
                }
            }
            values = values.with(
                    field.whole().fieldOrThrow().name(),
                    cells.value(field.whole(), parts, noting).orElse(null));
        }
        return values;
    }

    private String digest(Row row, Language language) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(FORM.getBytes(StandardCharsets.UTF_8));
            for (String tag : List.of("", language.tag())) {
                for (Column column : byLanguage.getOrDefault(tag, List.of())) {
                    String cell = row.cell(column);
                    if (!cell.isEmpty()) {
                        digest.update((column.name() + '\0' + cell + '\0').getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
