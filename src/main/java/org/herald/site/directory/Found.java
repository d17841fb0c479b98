package org.herald.site.directory;

import java.util.List;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.geo.Distance;
import org.herald.model.geo.Point;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a directory.
 *
 * @param all how many entries there are without any choice
 * @param total how many were found
 * @param page some of them, in order
 * @param counts by field and value, how many entries there would be if this value were chosen beside what is chosen of
 *     other fields; values without any are left out
 * @param places all that were found and are on the map
 * @param openToday how many there would be if only those were chosen that are open today; 0 when nobody asked
 */
public record Found(
        int all, int total, List<Hit> page, Map<String, Map<String, Integer>> counts, Places places, int openToday) {

    /**
     * An entry of the page.
     *
     * @param point null when it has no coordinates
     * @param distance from where the reader asked; null when nobody asked or the entry has no coordinates
     */
    public record Hit(
            ItemId id, @Nullable Point point, @Nullable Distance distance) {}

    /** An entry that has a position. */
    public record Placed(ItemId id, String headline, String path, Point point) {}

    /** An entry by its name. */
    public record Listed(ItemId id, String headline, String path) {}

    /**
     * Entries near an item.
     *
     * @param of its kind
     */
    public record Near(KindName of, List<Neighbour> entries) {

        public Near {
            entries = List.copyOf(entries);
        }
    }

    /** An entry near another one. */
    public record Neighbour(Placed entry, Distance distance) {}

    /** How many were found that have no coordinates. */
    public int withoutPlace() {
        return total - places.size();
    }
}
