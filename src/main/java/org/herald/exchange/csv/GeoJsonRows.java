package org.herald.exchange.csv;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.herald.exchange.csv.Column.Role;
import org.herald.model.Blank;
import org.herald.model.kind.CoordinatesType;

/** The features of a GeoJSON file: properties are cells, a point is the first coordinates field of the kind. */
final class GeoJsonRows implements RowSource {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Numbers with more zeros at an end stay as they are written, and are no value of any field. */
    private static final int MOST_ZEROS = 100;

    private final EntryFile file;
    private final Header header;
    private final JsonParser parser;
    private final List<Column> columns;
    private final Map<String, Column> byName;

    private boolean isAtEnd; // once the last feature was read; what comes behind the list is none

    private GeoJsonRows(
            EntryFile file, Header header, JsonParser parser, List<Column> columns, Map<String, Column> byName) {
        this.file = file;
        this.header = header;
        this.parser = parser;
        this.columns = columns;
        this.byName = byName;
    }

    static GeoJsonRows open(EntryFile file, Header header) throws IOException {
        var names = new LinkedHashSet<String>();
        try (var parser = begin(file)) {
            var scan = new GeoJsonRows(file, header, parser, List.of(), Map.of());
            for (var feature = scan.feature(); feature.isPresent(); feature = scan.feature()) {
                names.addAll(scan.cells(feature.get().json()).keySet());
            }
        }
        var listed = List.copyOf(names);
        var columns = listed.isEmpty() ? List.<Column>of() : header.columns(listed); // a kind may have no entries
        var byName = new HashMap<String, Column>();
        for (int place = 0; place < listed.size(); place++) {
            byName.put(listed.get(place), columns.get(place));
        }
        return new GeoJsonRows(file, header, begin(file), columns, byName);
    }

    private static JsonParser begin(EntryFile file) throws IOException {
        var encoding = Encoding.of(file);
        var parser = JSON.getFactory().createParser(encoding.reader(file));
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.START_ARRAY && "features".equals(parser.currentName())) {
                return parser;
            }
        }
        parser.close();
        throw new CsvFault("Nothing was imported: " + file.name()
                + " is no FeatureCollection of GeoJSON: it has no list \"features\".");
    }

    /** A feature with the line at which it begins. */
    private record Feature(int line, JsonNode json) {}

    private Optional<Feature> feature() {
        try {
            JsonToken token = isAtEnd ? JsonToken.END_ARRAY : parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                isAtEnd = true;
                return Optional.empty();
            }
            int line = parser.currentTokenLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                throw new CsvFault("Nothing was imported: in line " + line + " of " + file.name()
                        + " the list \"features\" has something that is no feature.");
            }
            return Optional.of(new Feature(line, JSON.readTree(parser)));
        } catch (JsonProcessingException fault) {
            JsonLocation at = fault.getLocation();
            throw new CsvFault("Nothing was imported: " + file.name() + " is no JSON"
                    + (at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr()) + ": "
                    + fault.getOriginalMessage() + ".");
        } catch (IOException fault) {
            throw file.unreadable(fault);
        }
    }

    /** The cells of a feature by the names that the file gives them. */
    private Map<String, String> cells(JsonNode feature) {
        var cells = new HashMap<String, String>();
        feature.path("properties").properties().forEach(member -> cells.put(member.getKey(), text(member.getValue())));
        JsonNode id = feature.path("id");
        if (!id.isMissingNode() && !cells.containsKey(Role.KEY.word())) {
            cells.put(Role.KEY.word(), text(id));
        }
        JsonNode point = feature.path("geometry").path("coordinates");
        header.place().filter(_ -> point.isArray() && point.size() >= 2).ifPresent(place -> {
            cells.putIfAbsent(place.with(CoordinatesType.LATITUDE).name(), text(point.get(1)));
            cells.putIfAbsent(place.with(CoordinatesType.LONGITUDE).name(), text(point.get(0)));
        });
        return cells;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(GeoJsonRows::text)
                    .collect(Collectors.joining("; "));
        }
        if (value.isNumber()) {
            var number = value.decimalValue();
            boolean isWritten =
                    Math.abs((long) number.scale()) <= MOST_ZEROS; // 1e999999999 has a thousand million digits
            return isWritten ? number.toPlainString() : number.toString();
        }
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<ImportNote> notes() {
        return List.of();
    }

    @Override
    public Optional<Row> next() {
        return feature().map(feature -> {
            var cells = new HashMap<String, String>();
            var unfit = new ArrayList<String>();
            cells(feature.json()).forEach((name, cell) -> {
                Column column = byName.get(name);
                if (column == null) {
                    unfit.add(name);
                } else if (!Blank.is(cell)) {
                    cells.put(column.name(), cell);
                }
            });
            geometryFault(feature.json().path("geometry")).ifPresent(unfit::add);
            return new Row(feature.line(), cells, String.join(", ", unfit));
        });
    }

    private Optional<String> geometryFault(JsonNode geometry) {
        if (geometry.isNull() || geometry.isMissingNode()) {
            return Optional.empty();
        }
        if (!geometry.path("type").asText().equals("Point")) {
            return Optional.of("a geometry that is no point; only points are taken");
        }
        JsonNode coordinates = geometry.path("coordinates");
        if (!coordinates.isArray() || coordinates.size() < 2) {
            return Optional.of("a point without longitude and latitude");
        }
        return header.place().isPresent()
                ? Optional.empty()
                : Optional.of("a point, but entries of this kind have no coordinates");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
