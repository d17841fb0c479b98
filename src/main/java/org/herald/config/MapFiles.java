package org.herald.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.geo.Area;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.model.kind.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Reads what maps show below the entries: {@code map/country.geojson}, the outline of the land, and its regions from the other
 * {@code map/*.geojson} (RFC 7946). Whatever is wrong stops the start.
 */
public final class MapFiles {

    /** The folder of the site folder in which they stand. */
    public static final String FOLDER = "map";

    static final long MOST_BYTES = 20L << 20;

    private static final String ENDING = ".geojson";
    private static final String COUNTRY = "country" + ENDING;
    private static final String WORD = "[a-z0-9]+(?:-[a-z0-9]+)*+";
    private static final int MOST_NESTED = 20;

    /** Made when there is a file to read: a portal without maps starts without it. */
    private static final class Json {

        static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MOST_NESTED)
                                .maxNumberLength(40)
                                .build())
                        .build())
                .build();
    }

    private final Faults faults = new Faults();
    private final List<Area> country = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final Map<String, Origin> words = new HashMap<>();

    private MapFiles() {}

    /**
     * The outlines of the portal in this folder; none when it has no such files.
     *
     * @throws SettingsFault with everything that is wrong in any of the files
     */
    public static Outlines read(Path site) {
        var read = new MapFiles();
        read.files(site.resolve(FOLDER)).forEach(read::file);
        read.faults.throwIfAny();
        return new Outlines(read.country, read.areas);
    }

    private List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name(file).endsWith(ENDING) && !name(file).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + folder + ": " + fault.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void file(Path file) {
        var whole = Origin.InFile.whole(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                faults.add(
                        whole,
                        "the file is larger than 20 MiB. Simplify the outlines: a map shows no more than a hundred of"
                                + " their corners.");
                return;
            }
            int before = faults.count();
            int features = features(file);
            if (features == 0 && faults.count() == before) {
                faults.add(whole, "there is no feature in the file. Put outlines into it, or remove it.");
            }
        } catch (JsonProcessingException fault) {
            faults.add(origin(file, fault.getLocation()), "this is not JSON: " + fault.getOriginalMessage() + ".");
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + file + ": " + fault.getMessage());
        }
    }

    private static Origin origin(Path file, @Nullable JsonLocation at) {
        return at == null
                ? Origin.InFile.whole(file)
                : new Origin.InFile(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** Reads a collection feature by feature, so that each has its position; how many there are. */
    private int features(Path file) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                faults.add(Origin.InFile.whole(file), "this is not GeoJSON: it must begin with a \"{\".");
                return 0;
            }
            Origin start = origin(file, parser.currentTokenLocation());
            var rest = Json.MAPPER.createObjectNode();
            int features = 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && member.equals("features")) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        features++;
                        Origin origin = origin(file, parser.currentTokenLocation());
                        feature(file, origin, Json.MAPPER.readTree(parser));
                    }
                } else {
                    rest.set(member, Json.MAPPER.<JsonNode>readTree(parser));
                }
            }
            if (rest.has("crs")) {
                faults.add(
                        start,
                        "\"crs\" names other coordinates than those of WGS 84. Convert the file, and leave \"crs\" out"
                                + " (RFC 7946, section 4).");
            }
            if (rest.path("type").asText().equals("FeatureCollection")) {
                return features;
            }
            feature(file, start, rest);
            return 1;
        }
    }

    private void feature(Path file, Origin origin, JsonNode feature) {
        if (!feature.path("type").asText().equals("Feature")) {
            faults.add(
                    origin,
                    "here must stand a GeoJSON \"Feature\", and not \""
                            + feature.path("type").asText() + "\".");
            return;
        }
        boolean isCountry = name(file).equals(COUNTRY);
        int before = faults.count();
        var rings = rings(origin, feature.path("geometry"));
        JsonNode properties = feature.path("properties");
        String word = properties.path("region").asText("");
        Labels names = names(origin, properties.path("name"));
        if (!isCountry) {
            requireWord(origin, word);
            if (names.texts().isEmpty() && faults.count() == before) {
                faults.add(
                        origin,
                        "the region has no name. Add to its \"properties\": \"name\": {\"en\": \"Brest Region\"}, with"
                                + " a name for each language.");
            }
        }
        if (faults.count() == before) {
            (isCountry ? country : areas).add(new Area(word, names, rings));
        }
    }

    private void requireWord(Origin origin, String word) {
        if (!word.matches(WORD)) {
            faults.add(
                    origin,
                    "the region needs a word for addresses, in small letters, digits and hyphens. Add to its"
                            + " \"properties\": \"region\": \"brest\"."
                            + (word.isEmpty() ? "" : " \"" + word + "\" is none."));
            return;
        }
        Origin earlier = words.putIfAbsent(word, origin);
        if (earlier != null) {
            faults.add(
                    origin,
                    "the region \"" + word + "\" is there already, in " + earlier
                            + ". Put its parts into one MultiPolygon.");
        }
    }

    private Labels names(Origin origin, JsonNode name) {
        var texts = new LinkedHashMap<Language, String>();
        if (name.isTextual() && !Blank.is(name.textValue())) {
            texts.put(new Language("und"), name.textValue());
        }
        name.properties().forEach(each -> {
            if (Language.isTag(each.getKey()) && each.getValue().isTextual()) {
                texts.put(new Language(each.getKey()), each.getValue().textValue());
            } else {
                faults.add(
                        origin,
                        "\"name\" has texts by language, such as \"en\": \"Brest Region\", and not \"" + each.getKey()
                                + "\".");
            }
        });
        return new Labels(texts);
    }

    private List<List<Point>> rings(Origin origin, JsonNode geometry) {
        String type = geometry.path("type").asText();
        JsonNode coordinates = geometry.path("coordinates");
        var rings = new ArrayList<List<Point>>();
        switch (type) {
            case "Polygon" -> coordinates.forEach(ring -> ring(origin, ring).ifPresent(rings::add));
            case "MultiPolygon" ->
                coordinates.forEach(
                        polygon -> polygon.forEach(ring -> ring(origin, ring).ifPresent(rings::add)));
            default -> {
                faults.add(
                        origin,
                        "the geometry of an outline is a \"Polygon\" or a \"MultiPolygon\""
                                + (type.isEmpty() ? "." : ", and not a \"" + type + "\"."));
                return List.of();
            }
        }
        if (rings.isEmpty()) {
            faults.add(origin, "the outline has no \"coordinates\".");
        }
        return rings;
    }

    private Optional<List<Point>> ring(Origin origin, JsonNode positions) {
        var ring = new ArrayList<Point>();
        for (JsonNode position : positions) {
            double longitude = position.path(0).asDouble(Double.NaN);
            double latitude = position.path(1).asDouble(Double.NaN);
            boolean isPoint = position.path(0).isNumber()
                    && position.path(1).isNumber()
                    && Math.abs(longitude) <= 180
                    && Math.abs(latitude) <= 90;
            if (!isPoint) {
                faults.add(
                        origin,
                        "the position " + brief(position)
                                + " is not on the Earth: GeoJSON has first the longitude, from"
                                + " -180 to 180, then the latitude, from -90 to 90, in degrees.");
                return Optional.empty();
            }
            ring.add(new Point(latitude, longitude));
        }
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
            faults.add(
                    origin,
                    "a ring has at least four positions, and its last is its first; one has " + ring.size()
                            + (ring.size() < 4 ? "." : " and is not closed."));
            return Optional.empty();
        }
        return Optional.of(ring);
    }

    private static String brief(JsonNode position) {
        String text = position.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
