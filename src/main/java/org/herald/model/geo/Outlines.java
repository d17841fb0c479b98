package org.herald.model.geo;

import java.util.List;
import java.util.Optional;

/**
 * What a portal's maps show below the entries.
 *
 * @param country the land as a whole; none when the portal has no such file
 * @param areas its regions, in the order in which readers choose among them
 */
public record Outlines(List<Area> country, List<Area> areas) {

    /** Of a portal that has none: its maps show the entries alone. */
    public static final Outlines NONE = new Outlines(List.of(), List.of());

    public Outlines {
        country = List.copyOf(country);
        areas = List.copyOf(areas);
    }

    public Optional<Area> area(String word) {
        return areas.stream().filter(area -> area.word().equals(word)).findFirst();
    }

    /** The region in which a point lies. */
    public Optional<Area> around(Point point) {
        return areas.stream().filter(area -> area.contains(point)).findFirst();
    }

    /** The bounds of everything; absent when there is nothing. */
    public Optional<Bounds> bounds() {
        return Bounds.around((country.isEmpty() ? areas : country)
                .stream()
                        .flatMap(area -> area.rings().stream())
                        .flatMap(List::stream)
                        .toList());
    }
}
