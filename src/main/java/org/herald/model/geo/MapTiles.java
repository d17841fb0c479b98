package org.herald.model.geo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tile server whose pictures stand below maps.
 *
 * @param template the address of a picture with <code>{z}</code>, <code>{x}</code> and <code>{y}</code> in it; empty for none
 * @param attribution whose the pictures are, as their licence wants it said; empty for none
 * @param link where that leads; empty for none
 */
public record MapTiles(String template, String attribution, String link) {

    /** Of a portal whose maps are its own drawings alone. */
    public static final MapTiles NONE = new MapTiles("", "", "");

    private static final int SIZE = 256; // pixels, as all servers have it
    private static final int DEEPEST = 19;

    /** A drawing that is narrower has units of more than one pixel. */
    private static final int LARGE = 500;

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
    private static final List<String> PLACES = List.of("x", "y", "z");

    /** A picture, and where it stands in a drawing; it is a square with this side. */
    public record Tile(long zoom, long column, long row, double x, double y, double side) {}

    /** True for a template that can be used: with https, a host, and each of the three places once. */
    public static boolean isTemplate(String text) {
        var places = PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .sorted()
                .toList();
        return places.equals(PLACES) && origin(text).isPresent();
    }

    /** The host may hold no place: the content policy names it. */
    private static Optional<String> origin(String template) {
        try {
            var address = new URI(PLACE.matcher(template).replaceAll("1"));
            var plain = new URI(template.replaceFirst("\\{.*", ""));
            boolean isFit = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && address.getHost().equals(plain.getHost())
                    && plain.getRawPath().startsWith("/");
            return isFit
                    ? Optional.of(
                            "https://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    public boolean isNone() {
        return template.isEmpty();
    }

    /** The scheme, host and port that browsers ask: {@code https://tile.example.org}; absent for none. */
    public Optional<String> origin() {
        return origin(template);
    }

    /** The pictures below a drawing; none without a server. */
    public List<Tile> below(MapProjection projection) {
        int size = projection.width() < LARGE ? SIZE / 2 : SIZE;
        return isNone() ? List.of() : projection.tiles(size, DEEPEST);
    }

    public String address(Tile tile) {
        return template.replace("{z}", Long.toString(tile.zoom()))
                .replace("{x}", Long.toString(tile.column()))
                .replace("{y}", Long.toString(tile.row()));
    }
}
