package org.herald.site.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.herald.model.kind.OpeningClock;
import org.herald.model.kind.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Which of some entries are open on a day: the one that was asked for last is remembered. */
final class OpenDay {

    private final OpeningClock clock;
    private final Map<Integer, OpeningHours> hours = new HashMap<>(); // by the slots of the entries
    private final RoaringBitmap open = new RoaringBitmap();
    private @Nullable LocalDate day; // null until one is asked for

    OpenDay(OpeningClock clock) {
        this.clock = clock;
    }

    void add(int slot, OpeningHours of) {
        hours.put(slot, of);
        keep(slot, of);
    }

    void remove(int slot) {
        hours.remove(slot);
        open.remove(slot);
    }

    /** The slots of those that are open on this day. */
    RoaringBitmap on(LocalDate asked) {
        if (!asked.equals(day)) {
            day = asked;
            open.clear();
            hours.forEach(this::keep);
        }
        return open;
    }

    private void keep(int slot, OpeningHours of) {
        if (day != null && clock.calendar(of).isOpenOn(day)) {
            open.add(slot);
        }
    }
}
