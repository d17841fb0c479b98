package org.herald.site.directory;

import java.util.List;
import org.herald.model.geo.MapTiles;
import org.jspecify.annotations.Nullable;

/**
 * A map as the template {@code part/map} draws it.
 *
 * @param drawings the same map for wide and for narrow windows, of which the style shows one; none without any place
 * @param tiles whose pictures stand below the drawings
 * @param notes what the map does not show, in sentences
 * @param areas the regions, and the whole map first; none when there are no regions
 * @param moves other parts that are a step away: nearer, farther, to the north and so on
 * @param moving what a script needs to move it; null for a map that stays as it is
 */
public record MapView(
        String title,
        List<Drawing> drawings,
        MapTiles tiles,
        List<String> notes,
        String areasTitle,
        List<Choice> areas,
        String movesTitle,
        List<Choice> moves,
        @Nullable Moving moving) {

    public MapView {
        drawings = List.copyOf(drawings);
        notes = List.copyOf(notes);
        areas = List.copyOf(areas);
        moves = List.copyOf(moves);
    }

    /** True when there is nothing to draw. */
    public boolean isEmpty() {
        return drawings.isEmpty();
    }

    /**
     * One drawing, in units that are nearly pixels of the screen.
     *
     * @param size the end of its class in the style: {@code wide} or {@code narrow}
     * @param label what it is to those who do not see it
     * @param frame from units back to degrees, as {@code MapProjection.frame} writes it
     * @param tiles pictures of a tile server below all else
     * @param country the path of its outline, as SVG writes it; may be empty
     * @param markers in the order of the list
     */
    public record Drawing(
            String size,
            int width,
            int height,
            String label,
            String frame,
            List<Tile> tiles,
            String country,
            List<Shape> shapes,
            List<Name> names,
            List<Marker> markers) {

        public Drawing {
            tiles = List.copyOf(tiles);
            shapes = List.copyOf(shapes);
            names = List.copyOf(names);
            markers = List.copyOf(markers);
        }
    }

    /**
     * What a script needs to move the map.
     *
     * @param whole the address of the map as it is without a choice
     * @param bounds what that map shows: south, west, north, east
     * @param part the address of what is shown now, as a part
     * @param byFingers said to those who move one finger over it
     * @param byWheel said to those who turn the wheel over it
     */
    public record Moving(String whole, String bounds, String part, String byFingers, String byWheel) {}

    /** A square picture. */
    public record Tile(String address, String x, String y, String side) {}

    /**
     * A region: a link for those who point at it. The same link stands among {@link MapView#areas} for everybody else.
     *
     * @param address empty when it leads nowhere
     */
    public record Shape(String path, String address, String name, boolean isChosen) {}

    /** The name of a region, where it has room. */
    public record Name(String x, String y, String text) {}

    /**
     * An entry, or several that are too near each other for markers of their own.
     *
     * @param address empty for the place whose page it is
     * @param label the name, or how many they are and the first names
     * @param count how many, in digits; empty for a single one
     * @param radius of its circle
     * @param isOwn true for the place whose page it is
     */
    public record Marker(String x, String y, String address, String label, String count, int radius, boolean isOwn) {}

    /**
     * Another map of the same entries.
     *
     * @param mark a sign that stands for it where there is little room; empty for the words alone
     */
    public record Choice(String label, String address, String mark, boolean isCurrent) {}
}
