package org.herald.site.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.herald.model.geo.Area;
import org.herald.model.geo.MapOutline;
import org.herald.model.geo.MapProjection;
import org.herald.site.directory.MapView.Marker;
import org.herald.site.directory.MapView.Name;

/** Writes the names of regions where nothing is in their way: no marker, no other name, no edge. */
final class MapNames {

    private static final double LETTER = 6.5; // its width
    private static final double LINE = 14; // its height
    private static final int TRIES = 25;

    /** A rectangle, by its middle. */
    private record Box(double x, double y, double width, double height) {

        boolean touches(Box other) {
            return Math.abs(x - other.x) * 2 < width + other.width && Math.abs(y - other.y) * 2 < height + other.height;
        }

        boolean isWithin(MapProjection projection) {
            return x - width / 2 >= 0
                    && x + width / 2 <= projection.width()
                    && y - height / 2 >= 0
                    && y + height / 2 <= projection.height();
        }
    }

    private final MapOutline outline;
    private final MapProjection projection;
    private final List<Box> taken = new ArrayList<>();

    MapNames(MapOutline outline, List<Marker> markers, MapProjection projection) {
        this.outline = outline;
        this.projection = projection;
        markers.forEach(marker -> taken.add(new Box(
                Double.parseDouble(marker.x()),
                Double.parseDouble(marker.y()),
                marker.radius() * 2.0,
                marker.radius() * (marker.isOwn() ? 8.0 : 2.0))));
    }

    List<Name> of(List<Area> areas, Function<Area, String> names) {
        return areas.stream()
                .flatMap(area -> written(area, names.apply(area)).stream())
                .toList();
    }

    /** In the middle of what is to be seen of the area, else some lines above or below; absent when there is no room. */
    private Optional<Name> written(Area area, String name) {
        double width = name.length() * LETTER;
        return outline.greatest(area).flatMap(seen -> {
            for (int turn = 0; turn < TRIES; turn++) {
                int lines = (turn + 1) / 2;
                double y = (seen.top() + seen.bottom()) / 2 + (turn % 2 == 0 ? lines : -lines) * LINE;
                Optional<Box> free = seen.at(y)
                        .filter(level -> level.width() > width)
                        .map(level -> new Box(level.x(), y, width, LINE))
                        .filter(box ->
                                box.isWithin(projection) && taken.stream().noneMatch(box::touches));
                if (free.isPresent()) {
                    taken.add(free.get());
                    return Optional.of(
                            new Name(MapOutline.tenths(free.get().x()), MapOutline.tenths(y + LINE / 4), name));
                }
            }
            return Optional.empty();
        });
    }
}
