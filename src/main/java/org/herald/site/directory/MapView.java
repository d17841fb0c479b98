package org.herald.site.directory;

import java.util.List;

/**
 * A map as the template {@code part/map} draws it.
 *
 * @param drawings the same map for wide and for narrow windows, of which the style shows one; none without any place
 * @param notes what the map does not show, in sentences
 * @param areas the regions, and the whole map first; none when there are no regions
 * @param moves other parts that are a step away: nearer, farther, to the north and so on
 */
public record MapView(
        String title,
        List<Drawing> drawings,
        List<String> notes,
        String areasTitle,
        List<Choice> areas,
        String movesTitle,
        List<Choice> moves) {

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
     * @param country the path of its outline, as SVG writes it; may be empty
     * @param markers in the order of the list
     */
    public record Drawing(
            String size,
            int width,
            int height,
            String label,
            String country,
            List<Shape> shapes,
            List<Name> names,
            List<Marker> markers) {

        public Drawing {
            shapes = List.copyOf(shapes);
            names = List.copyOf(names);
            markers = List.copyOf(markers);
        }
    }

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
