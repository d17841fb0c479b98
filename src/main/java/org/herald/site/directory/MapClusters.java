package org.herald.site.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers points of a drawing, so that no two of those that are left are nearer to each other than a marker needs.
 *
 * <p>The points are taken in the order of the list: one that is far enough from all that lead before it leads a cluster of its
 * own. Then each point joins the nearest leader, the earlier of two that are as near. The leaders near it are found by a
 * grid with cells of that distance: the work grows with the number of points alone. The same points make
 * the same clusters, and each marker stands where an entry is. A cluster comes where the first of its entries stands in the
 * list.
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

    private final double distance;
    private final double left;
    private final double top;
    private final int columns;
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<List<Cluster>> grid; // the clusters near each cell: of it and of those around it
    private long compared; // counts the distances that were measured

    private MapClusters(List<Spot> spots, double distance) {
        this.distance = distance;
        this.left = spots.stream().mapToDouble(Spot::x).min().orElse(0) - distance;
        this.top = spots.stream().mapToDouble(Spot::y).min().orElse(0) - distance;
        this.columns = (int) ((spots.stream().mapToDouble(Spot::x).max().orElse(0) - left) / distance) + 2;
        int rows = (int) ((spots.stream().mapToDouble(Spot::y).max().orElse(0) - top) / distance) + 2;
        this.grid = new ArrayList<>(Collections.nCopies(columns * rows, List.of()));
    }

    /** The clusters in the order of their first entries. */
    static List<Cluster> of(List<Spot> spots, double distance) {
        return gathered(spots, distance).clusters.stream()
                .sorted(Comparator.comparingInt(
                        cluster -> cluster.all().getFirst().number()))
                .toList();
    }

    /** How many distances are measured for these points. */
    static long effort(List<Spot> spots, double distance) {
        return gathered(spots, distance).compared;
    }

    private static MapClusters gathered(List<Spot> spots, double distance) {
        var gathered = new MapClusters(spots, distance);
        spots.forEach(gathered::lead);
        spots.forEach(gathered::join);
        return gathered;
    }

    private int cell(Spot spot) {
        int row = (int) ((spot.y() - top) / distance);
        int column = (int) ((spot.x() - left) / distance);
        return row * columns + column;
    }

    private void lead(Spot spot) {
        int cell = cell(spot);
        for (Cluster cluster : grid.get(cell)) {
            if (isNear(spot, cluster)) {
                return;
            }
        }
        var cluster = new Cluster(spot, new ArrayList<>());
        clusters.add(cluster);
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                add(cluster, cell + row * columns + column);
            }
        }
    }

    private void add(Cluster cluster, int cell) {
        if (grid.get(cell).isEmpty()) {
            grid.set(cell, new ArrayList<>());
        }
        grid.get(cell).add(cluster);
    }

    private boolean isNear(Spot spot, Cluster cluster) {
        compared++;
        return spot.squaredDistance(cluster.leader()) < distance * distance;
    }

    /** The clusters near a cell are in the order of their leaders, so that the earlier of two goes before. */
    private void join(Spot spot) {
        Cluster nearest = null;
        double least = distance * distance;
        for (Cluster cluster : grid.get(cell(spot))) {
            double away = spot.squaredDistance(cluster.leader());
            compared++;
            if (away < least) {
                nearest = cluster;
                least = away;
            }
        }
        if (nearest != null) { // always: it leads one, or was too near to one to lead
            nearest.all().add(spot);
        }
    }
}
