package org.herald.publish.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * Two changes of one list put side by side, by the rules of diff3 (Khanna, Kunal and Pierce, "A Formal Investigation of
 * Diff3", 2007): where all three lists have partners they are in step; what lies between two such places is a stretch.
 */
final class ThreeWay {

    private ThreeWay() {}

    /** A piece of the three lists. */
    sealed interface Piece<T> {}

    /** One element that has a partner in all three lists; they need not be equal. */
    record Step<T>(T base, T mine, T theirs) implements Piece<T> {}

    /** What stands between two steps; each of the three may be empty. */
    record Stretch<T>(List<T> base, List<T> mine, List<T> theirs) implements Piece<T> {

        Stretch {
            base = List.copyOf(base);
            mine = List.copyOf(mine);
            theirs = List.copyOf(theirs);
        }
    }

    static <T> List<Piece<T>> of(List<T> base, List<T> mine, List<T> theirs, Likeness<T> likeness, Effort effort) {
        var toMine = Alignment.of(base, mine, likeness, effort);
        var toTheirs = Alignment.of(base, theirs, likeness, effort);
        var pieces = new ArrayList<Piece<T>>();
        int here = 0;
        int inMine = 0;
        int inTheirs = 0;
        for (int place = 0; place < base.size(); place++) {
            int left = toMine.partner(place);
            int right = toTheirs.partner(place);
            if (left == Alignment.NONE || right == Alignment.NONE) {
                continue;
            }
            addStretch(pieces, base.subList(here, place), mine.subList(inMine, left), theirs.subList(inTheirs, right));
            pieces.add(new Step<>(base.get(place), mine.get(left), theirs.get(right)));
            here = place + 1;
            inMine = left + 1;
            inTheirs = right + 1;
        }
        addStretch(
                pieces,
                base.subList(here, base.size()),
                mine.subList(inMine, mine.size()),
                theirs.subList(inTheirs, theirs.size()));
        return pieces;
    }

    private static <T> void addStretch(List<Piece<T>> pieces, List<T> base, List<T> mine, List<T> theirs) {
        if (!base.isEmpty() || !mine.isEmpty() || !theirs.isEmpty()) {
            pieces.add(new Stretch<>(base, mine, theirs));
        }
    }
}
