package org.herald.site.directory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import org.roaringbitmap.RoaringBitmap;

/** The slots of all entries in one order. It follows changes: only those that changed are compared again. */
final class Ordering {

    /** When fewer than one in so many are asked for, sorting them is less work than going through all. */
    private static final int FEW = 16;

    private final Comparator<Integer> by; // for two slots never 0
    private int[] slots = {}; // in their order; made anew with each change
    private int[] ranks = {}; // by slot

    Ordering(Comparator<Integer> by) {
        this.by = by;
    }

    /** Of these alone, as they stand; it does not follow. */
    static Ordering of(int[] inOrder) {
        var ordering = new Ordering(Comparator.naturalOrder());
        ordering.set(inOrder);
        return ordering;
    }

    /** Takes the slots that changed out and puts those of them that are still filled where they stand now. */
    void follow(RoaringBitmap changed, RoaringBitmap filled) {
        Integer[] added = RoaringBitmap.and(changed, filled).stream().boxed().toArray(Integer[]::new);
        Arrays.sort(added, by);
        int[] kept =
                Arrays.stream(slots).filter(slot -> !changed.contains(slot)).toArray();
        var merged = new int[kept.length + added.length];
        int taken = 0;
        for (int at = 0; at < added.length; at++) {
            int slot = added[at];
            int before = taken + count(kept, taken, other -> by.compare(other, slot) < 0);
            System.arraycopy(kept, taken, merged, taken + at, before - taken);
            merged[before + at] = slot;
            taken = before;
        }
        System.arraycopy(kept, taken, merged, taken + added.length, kept.length - taken);
        set(merged);
    }

    private void set(int[] inOrder) {
        slots = inOrder;
        ranks = new int[Arrays.stream(inOrder).max().orElse(-1) + 1];
        for (int rank = 0; rank < slots.length; rank++) {
            ranks[slots[rank]] = rank;
        }
    }

    /** How many stand first for which this holds; after one for which it does not, it holds for none. */
    int count(IntPredicate which) {
        return count(slots, 0, which);
    }

    private static int count(int[] of, int from, IntPredicate which) {
        int low = from;
        int high = of.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (which.test(of[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - from;
    }

    int size() {
        return slots.length;
    }

    int rank(int slot) {
        return ranks[slot];
    }

    int at(int rank) {
        return slots[rank];
    }

    /** Some of these slots in this order: so many from this one on. */
    int[] of(RoaringBitmap some, int from, int most) {
        boolean isFew = some.getCardinality() < slots.length / FEW;
        var inOrder = isFew
                ? some.stream().map(this::rank).sorted().map(this::at)
                : Arrays.stream(slots).filter(some::contains);
        return inOrder.skip(from).limit(most).toArray();
    }
}
