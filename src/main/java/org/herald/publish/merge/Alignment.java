package org.herald.publish.merge;

import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which element of one list is which of another, in order, so that as many as possible have a partner (Myers, "An O(ND)
 * Difference Algorithm", 1986). That takes time with the square of how much differs. When it takes more than may be spent,
 * those that stand once in both lists are partners, and their equal neighbours (Cohen's "patience diff"): fewer have a
 * partner then, but none a wrong one.
 */
final class Alignment {

    static final int NONE = -1;

    private final int[] partners;

    private Alignment(int[] partners) {
        this.partners = partners;
    }

    static <T> Alignment of(List<T> before, List<T> after, Likeness<T> likeness, Effort effort) {
        int[] partners = new int[before.size()];
        Arrays.fill(partners, NONE);
        int head = commonHead(before, after);
        int tail = commonTail(before, after, head);
        for (int place = 0; place < head; place++) {
            partners[place] = place;
        }
        for (int place = 1; place <= tail; place++) {
            partners[before.size() - place] = after.size() - place;
        }
        List<T> olds = before.subList(head, before.size() - tail);
        List<T> news = after.subList(head, after.size() - tail);
        try {
            myers(olds, news, likeness, effort, partners, head);
        } catch (Spent spent) {
            coarse(olds, news, partners, head);
        }
        slide(partners, before, after);
        return new Alignment(partners);
    }

    private static <T> int commonHead(List<T> before, List<T> after) {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        return head;
    }

    private static <T> int commonTail(List<T> before, List<T> after, int head) {
        int most = Math.min(before.size(), after.size()) - head;
        int tail = 0;
        while (tail < most && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }

    private static <T> void myers(
            List<T> before, List<T> after, Likeness<T> likeness, Effort effort, int[] partners, int offset) {
        DiffAlgorithmI<T> changes = MyersDiffWithLinearSpace.factory().create((left, right) -> {
            if (!effort.spend((long) likeness.weight().applyAsInt(left)
                    + likeness.weight().applyAsInt(right))) {
                throw new Spent();
            }
            return likeness.isSame().test(left, right);
        });
        int from = 0;
        int to = 0;
        for (var change : changes.computeDiff(before, after, null)) {
            while (from < change.startOriginal) {
                partners[offset + from++] = offset + to++;
            }
            from = change.endOriginal;
            to = change.endRevised;
        }
        while (from < before.size()) {
            partners[offset + from++] = offset + to++;
        }
    }

    private static <T> void coarse(List<T> before, List<T> after, int[] partners, int offset) {
        Map<T, Integer> olds = places(before);
        Map<T, Integer> news = places(after);
        int[] candidates = new int[before.size()];
        for (int place = 0; place < candidates.length; place++) {
            T element = before.get(place);
            boolean isAnchor = olds.getOrDefault(element, NONE) >= 0 && news.getOrDefault(element, NONE) >= 0;
            candidates[place] = isAnchor ? news.getOrDefault(element, NONE) : NONE;
        }
        int next = 0; // of the list after, behind the last partner
        for (int place : longestRise(candidates)) {
            int partner = candidates[place];
            partners[offset + place] = offset + partner;
            for (int back = 1; place - back >= 0 && partner - back >= next; back++) {
                if (partners[offset + place - back] != NONE
                        || !before.get(place - back).equals(after.get(partner - back))) {
                    break;
                }
                partners[offset + place - back] = offset + partner - back;
            }
            next = partner + 1;
            for (int on = place + 1; on < before.size() && next < after.size(); on++) {
                if (!before.get(on).equals(after.get(next)) || (candidates[on] != NONE && candidates[on] != next)) {
                    break;
                }
                partners[offset + on] = offset + next++;
            }
        }
    }

    /** Where each element stands; less than nought when it stands at several places. */
    private static <T> Map<T, Integer> places(List<T> list) {
        var places = new HashMap<T, Integer>();
        for (int place = 0; place < list.size(); place++) {
            places.merge(list.get(place), place, (_, _) -> NONE);
        }
        return places;
    }

    /** The places of the longest series of candidates that rise (Fredman, 1975). */
    private static List<Integer> longestRise(int[] candidates) {
        int[] ends = new int[candidates.length];
        int[] earlier = new int[candidates.length];
        int length = 0;
        for (int place = 0; place < candidates.length; place++) {
            if (candidates[place] == NONE) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (candidates[ends[middle]] < candidates[place]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            earlier[place] = low == 0 ? NONE : ends[low - 1];
            ends[low] = place;
            length = Math.max(length, low + 1);
        }
        var rise = new ArrayList<Integer>();
        for (int place = length == 0 ? NONE : ends[length - 1]; place != NONE; place = earlier[place]) {
            rise.add(place);
        }
        return rise.reversed();
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

    /** No more comparisons may be made. */
    private static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1;

        Spent() {
            super(null, null, false, false);
        }
    }
}
