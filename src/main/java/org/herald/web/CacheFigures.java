package org.herald.web;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the page cache made, for tests and operators. */
public final class CacheFigures {

    private final LongAdder made = new LongAdder();
    private final LongAdder removed = new LongAdder();
    private final LongAdder inVain = new LongAdder();

    /** @param sameAsBefore true when the page was removed and came out as it had been */
    void countMade(boolean sameAsBefore) {
        made.increment();
        if (sameAsBefore) {
            inVain.increment();
        }
    }

    void countRemoved() {
        removed.increment();
    }

    /** Pages that were removed because something they are made from changed. */
    public long removed() {
        return removed.sum();
    }

    /** Pages that were made and kept. */
    public long made() {
        return made.sum();
    }

    /** Pages that were removed although the change did not touch their words. */
    public long inVain() {
        return inVain.sum();
    }
}
