package org.herald.model.kind;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * A point of the Earth (WGS 84): an object with {@code latitude} and {@code longitude} in decimal notation. Any usual
 * notation, or a link of a map, may be typed into the first input.
 */
public record CoordinatesType() implements ParsedType {

    public static final String LATITUDE = "latitude";
    public static final String LONGITUDE = "longitude";

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    @Override
    public String word() {
        return "coordinates";
    }

    @Override
    public List<String> parts() {
        return List.of(LATITUDE, LONGITUDE);
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        String latitude = Texts.part(parts, LATITUDE);
        String longitude = Texts.part(parts, LONGITUDE);
        if (longitude.isEmpty() || latitude.isEmpty()) {
            String typed = latitude + longitude;
            return CoordinateText.pair(typed)
                    .map(pair -> checked(pair.latitude(), pair.longitude()))
                    .orElseGet(() -> Parsed.unfit("coordinates", Texts.quoted(typed)));
        }
        var north = CoordinateText.one(latitude, true);
        var east = CoordinateText.one(longitude, false);
        if (north.isEmpty() || east.isEmpty()) {
            return Parsed.unfit("coordinates", Texts.quoted(north.isEmpty() ? latitude : longitude));
        }
        return checked(north.get(), east.get());
    }

    private static Parsed checked(BigDecimal latitude, BigDecimal longitude) {
        boolean isLatitude = latitude.abs().compareTo(POLE) <= 0;
        boolean isLongitude = longitude.abs().compareTo(DATE_LINE) <= 0;
        String north = DecimalText.canonical(latitude);
        String east = DecimalText.canonical(longitude);
        if (isLatitude && isLongitude) {
            return new Parsed.Value(Texts.members(Map.of(LATITUDE, north, LONGITUDE, east)));
        }
        boolean areSwapped =
                longitude.abs().compareTo(POLE) <= 0 && latitude.abs().compareTo(DATE_LINE) <= 0;
        return Parsed.unfit(areSwapped ? "coordinates-swapped" : "coordinates-range", north, east);
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(LATITUDE, value.text(LATITUDE));
        parts.put(LONGITUDE, value.text(LONGITUDE));
        return parts;
    }

    @Override
    public String text(JsonValue value) {
        return value.text(LATITUDE).isEmpty() ? "" : value.text(LATITUDE) + ", " + value.text(LONGITUDE);
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        BigDecimal latitude = DecimalText.stored(value.text(LATITUDE));
        BigDecimal longitude = DecimalText.stored(value.text(LONGITUDE));
        if (latitude == null || longitude == null) {
            return List.of();
        }
        var language = new Language(words.tag());
        String text = words.say(
                        latitude.signum() < 0 ? "fact.south" : "fact.north", NumberType.shown(latitude.abs(), language))
                + ", "
                + words.say(
                        longitude.signum() < 0 ? "fact.west" : "fact.east",
                        NumberType.shown(longitude.abs(), language));
        return List.of(new FactLine.Outward(
                text, "geo:" + DecimalText.canonical(latitude) + "," + DecimalText.canonical(longitude)));
    }

    /** Latitude and longitude, joined by a comma: nobody filters by them, but distances and maps are made from them. */
    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        BigDecimal latitude = DecimalText.stored(value.text(LATITUDE));
        BigDecimal longitude = DecimalText.stored(value.text(LONGITUDE));
        return latitude == null || longitude == null
                ? List.of()
                : List.of(FilterValue.of(DecimalText.canonical(latitude) + "," + DecimalText.canonical(longitude)));
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        if (value.text(LATITUDE).isEmpty() || value.text(LONGITUDE).isEmpty()) {
            return Optional.empty();
        }
        var point = new TreeMap<String, JsonValue>();
        point.put("@type", new JsonValue.Text("GeoCoordinates"));
        point.put(LATITUDE, new JsonValue.Text(value.text(LATITUDE)));
        point.put(LONGITUDE, new JsonValue.Text(value.text(LONGITUDE)));
        return Optional.of(new JsonValue.Members(point));
    }

    @Override
    public Optional<JsonValue> json(
            JsonValue value, Language language, Function<String, Optional<JsonValue.Members>> named) {
        BigDecimal latitude = DecimalText.stored(value.text(LATITUDE));
        BigDecimal longitude = DecimalText.stored(value.text(LONGITUDE));
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(JsonValue.Members.of(Map.of(
                        LATITUDE, new JsonValue.Decimal(latitude), LONGITUDE, new JsonValue.Decimal(longitude))));
    }
}
