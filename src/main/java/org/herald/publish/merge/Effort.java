package org.herald.publish.merge;

/**
 * How many comparisons of words one merge, or one comparison of two texts, may still cost. It is counted and not timed, so
 * that the same texts come out the same on every machine; when it is spent, what is left is compared more coarsely.
 */
final class Effort {

    /** Less than a second of a slow machine; texts of newspapers need a thousandth of it. */
    private static final long MOST = 60_000_000;

    private long left; // what was not spent yet

    Effort(long most) {
        left = most;
    }

    static Effort usual() {
        return new Effort(MOST);
    }

    /** False when there is not enough left for so many. */
    boolean spend(long comparisons) {
        if (comparisons > left) {
            left = 0;
            return false;
        }
        left -= comparisons;
        return true;
    }

    long left() {
        return left;
    }
}
