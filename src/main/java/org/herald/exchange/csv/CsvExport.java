package org.herald.exchange.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.herald.model.Asset;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.RowsType;
import org.herald.store.Database;
import org.herald.store.EntryQueries;
import org.herald.store.EntryQueries.Told;
import org.herald.store.OutlineQueries;

/**
 * All entries of a kind in a file, as {@link CsvImport} reads it: what readers see of each, or its newest text while they see
 * none. The same entries give the same bytes.
 */
public final class CsvExport {

    private static final int AT_ONCE = 300;
    private static final JsonFactory JSON = new JsonFactory();

    /** Every file in a zip has it, so that the same entries give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Kind kind;
    private final List<Language> languages;
    private final EntryQueries queries;
    private final KnownEntries known;
    private final EntryCells cells;
    private final Map<SectionId, String> sections = new HashMap<>();

    /**
     * What an export did.
     *
     * @param withdrawn entries that are in no language shown any more, which are left out
     * @param pictured entries of which a translation shows another picture than the original, which is left out
     */
    public record Exported(int entries, int withdrawn, int pictured) {}

    /** @param languages of the portal, in the order of its columns */
    public CsvExport(Kind kind, List<Language> languages, Database database) {
        this.kind = kind;
        this.languages = List.copyOf(languages);
        this.queries = new EntryQueries(database);
        this.known = new KnownEntries(queries, languages);
        this.cells = new EntryCells(kind, this.languages);
        new OutlineQueries(database).sections().forEach(section -> sections.put(section.id(), section.path()));
    }

    /** Takes one entry. */
    @FunctionalInterface
    private interface Taking {
        void take(Map<String, String> cells, ExportNames names) throws IOException;
    }

    /** Writes CSV. */
    public Exported csv(Writer out) throws IOException {
        return csv(out, new TreeMap<>());
    }

    private Exported csv(Writer out, SortedMap<String, Asset> files) throws IOException {
        var columns = Column.all(kind, languages, this::rows);
        var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        writer.writeRecord(columns.stream().map(Column::name).toList());
        var exported = each((row, names) -> {
            writer.writeRecord(columns.stream()
                    .map(column -> CellGuard.written(row.getOrDefault(column.name(), "")))
                    .toList());
            files.putAll(names.files());
        });
        writer.flush();
        return exported;
    }

    /** How many columns a field of several values needs. */
    private int rows(Field field) {
        if (!(field.type() instanceof RowsType)) {
            return 1;
        }
        int most = 1;
        for (var some = originals(new ItemId(0)); !some.isEmpty(); some = originals(some.getLast())) {
            var items = queries.told(some).values().stream().flatMap(List::stream);
            most = Math.max(most, EntryCells.rows(field, items));
        }
        return most;
    }

    private List<ItemId> originals(ItemId after) {
        return queries.originals(kind.name(), after, AT_ONCE);
    }

    /** Writes a FeatureCollection: a point for the first coordinates, all other cells as properties. */
    public Exported geoJson(Writer out) throws IOException {
        var place = Header.place(kind, languages);
        out.write("{\"type\":\"FeatureCollection\",\"features\":[");
        var before = new Object() {
            String text = "\n"; // between features
        };
        var exported = each((row, _) -> {
            out.write(before.text);
            before.text = ",\n";
            feature(out, row, place);
        });
        out.write("\n]}\n");
        out.flush();
        return exported;
    }

    private static void feature(Writer out, Map<String, String> row, Optional<Column> place) throws IOException {
        var properties = new LinkedHashMap<>(row);
        try (JsonGenerator json = JSON.createGenerator(new FilterWriter(out) {
            @Override
            public void close() {
                // the file goes on
            }
        })) {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeStringField("id", row.getOrDefault("key", ""));
            json.writeFieldName("geometry");
            String latitude = place.map(column -> properties.remove(
                            column.with(CoordinatesType.LATITUDE).name()))
                    .orElse("");
            String longitude = place.map(column -> properties.remove(
                            column.with(CoordinatesType.LONGITUDE).name()))
                    .orElse("");
            if (latitude.isEmpty() || longitude.isEmpty()) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeStringField("type", "Point");
                json.writeArrayFieldStart("coordinates");
                json.writeNumber(longitude);
                json.writeNumber(latitude);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeObjectFieldStart("properties");
            for (var cell : properties.entrySet()) {
                json.writeStringField(cell.getKey(), cell.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /**
     * Writes a zip file: the CSV, and the files that it names in {@code files/}.
     *
     * @param bytes where the bytes of a file are; empty when they are missing
     */
    public Exported zip(OutputStream out, Function<Asset, Optional<Path>> bytes) throws IOException {
        var files = new TreeMap<String, Asset>();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        begin(zip, kind.name() + ".csv");
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        var exported = csv(writer, files);
        writer.flush();
        zip.closeEntry();
        for (var file : files.entrySet()) {
            Path path = bytes.apply(file.getValue())
                    .orElseThrow(
                            () -> new CsvFault("The file " + file.getKey() + " is missing in the portal's files."));
            begin(zip, "files/" + file.getKey());
            Files.copy(path, zip);
            zip.closeEntry();
        }
        zip.finish();
        return exported;
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private Exported each(Taking taking) throws IOException {
        int entries = 0;
        int withdrawn = 0;
        int pictured = 0;
        for (var some = originals(new ItemId(0)); !some.isEmpty(); some = originals(some.getLast())) {
            var told = queries.told(some);
            var keys = ExportNames.keys(queries, known, new HashSet<>(some));
            var named = new LinkedHashSet<String>();
            told.values().forEach(items -> named.addAll(cells.named(items)));
            var names = ExportNames.of(queries, known, named);
            for (ItemId original : some) {
                List<Told> items = told.getOrDefault(new GroupId(original.value()), List.of());
                var shown = cells.shown(items);
                String key = keys.get(original);
                if (shown.isEmpty() || key == null) {
                    withdrawn++;
                    continue;
                }
                entries++;
                pictured += EntryCells.hasOwnPicture(shown) ? 1 : 0;
                String section = sections.getOrDefault(items.getFirst().item().section(), "");
                taking.take(cells.of(key.substring(key.indexOf('/') + 1), section, items, shown, names), names);
            }
        }
        return new Exported(entries, withdrawn, pictured);
    }
}
