package org.herald.site.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers points of a drawing, so that no two of those that are left are nearer to each other than a marker needs.
 *
 * <p>The points are taken in the order of the list: one that is far enough from all that lead before it leads a cluster of its
 * own. Then each point joins the nearest leader, the earlier of two that are as near. The leaders are found in a grid with
 * cells of that distance, of which nine are looked at: the work grows with the number of points alone. The same points make
 * the same clusters, and each marker stands where an entry is.
 */
final class MapClusters {

    /**
     * A point of a drawing.
     *
     * @param number of the entry in the list
     */
    record Spot(int number, double x, double y) {

        double squaredDistance(Spot other) {
            double right = x - other.x;
            double down = y - other.y;
            return right * right + down * down;
        }
    }

    /**
     * Points that share a marker.
     *
     * @param leader where the marker stands
     * @param all with the leader, in the order of the list
     */
    record Cluster(Spot leader, List<Spot> all) {}

    private record Cell(long column, long row) {}

    private final double distance;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<Cell, List<Cluster>> grid = new HashMap<>();
    private long compared; // counts the distances that were measured

    private MapClusters(double distance) {
        this.distance = distance;
    }

    /** The clusters in the order of their leaders. */
    static List<Cluster> of(List<Spot> spots, double distance) {
        return gathered(spots, distance).clusters;
    }

    /** How many distances are measured for these points. */
    static long effort(List<Spot> spots, double distance) {
        return gathered(spots, distance).compared;
    }

    private static MapClusters gathered(List<Spot> spots, double distance) {
        var gathered = new MapClusters(distance);
        spots.forEach(gathered::lead);
        spots.forEach(gathered::join);
        return gathered;
    }

    private void lead(Spot spot) {
        if (nearest(spot) == null) {
            var cluster = new Cluster(spot, new ArrayList<>());
            clusters.add(cluster);
            grid.computeIfAbsent(cell(spot), _ -> new ArrayList<>()).add(cluster);
        }
    }

    private void join(Spot spot) {
        Cluster nearest = nearest(spot);
        if (nearest != null) { // always: it leads one, or was too near to one to lead
            nearest.all().add(spot);
        }
    }

    /** The cluster whose leader is nearest; null when all are at least the distance away. */
    private @Nullable Cluster nearest(Spot spot) {
        Cell cell = cell(spot);
        Cluster nearest = null;
        double least = distance * distance;
        for (long column = cell.column() - 1; column <= cell.column() + 1; column++) {
            for (long row = cell.row() - 1; row <= cell.row() + 1; row++) {
                for (Cluster cluster : grid.getOrDefault(new Cell(column, row), List.of())) {
                    double away = spot.squaredDistance(cluster.leader());
                    compared++;
                    boolean isEarlier = nearest != null
                            && away == least
                            && cluster.leader().number() < nearest.leader().number();
                    if (away < least || isEarlier) {
                        nearest = cluster;
                        least = away;
                    }
                }
            }
        }
        return nearest;
    }

    private Cell cell(Spot spot) {
        return new Cell((long) Math.floor(spot.x() / distance), (long) Math.floor(spot.y() / distance));
    }
}
