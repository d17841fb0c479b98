package org.herald.publish;

import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Which element of one list is which of another, in order, so that as many as possible have a partner. */
final class Alignment {

    static final int NONE = -1;

    private final int[] partners;

    private Alignment(int[] partners) {
        this.partners = partners;
    }

    static <T> Alignment of(List<T> before, List<T> after, BiPredicate<T, T> isSame) {
        int[] partners = new int[before.size()];
        Arrays.fill(partners, NONE);
        int from = 0;
        int to = 0;
        DiffAlgorithmI<T> changes = MyersDiffWithLinearSpace.factory().create(isSame);
        for (var change : changes.computeDiff(before, after, null)) {
            while (from < change.startOriginal) {
                partners[from++] = to++;
            }
            from = change.endOriginal;
            to = change.endRevised;
        }
        while (from < before.size()) {
            partners[from++] = to++;
        }
        slide(partners, before, after);
        return new Alignment(partners);
    }

    /**
     * Of several places at which something may have been put in, the last one is meant: a sentence is added after the
     * full stop, not before it.
     */
    private static <T> void slide(int[] partners, List<T> before, List<T> after) {
        int last = NONE;
        for (int place = 0; place < partners.length; place++) {
            int partner = partners[place];
            boolean isAddedBefore = partner > last + 1 && (place == 0 || partners[place - 1] != NONE);
            if (isAddedBefore && before.get(place).equals(after.get(last + 1))) {
                partners[place] = last + 1;
            }
            last = Math.max(last, partners[place]);
        }
    }

    /** The place in the list after of what stands at this place in the list before, or {@link #NONE}. */
    int partner(int place) {
        return partners[place];
    }
}
