package org.herald.site.events;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** Which events have their last day when. */
final class Ends {

    /** Days whose set of events that ended before is kept: those around today. */
    private static final int KEPT = 8;

    private final TreeMap<LocalDate, RoaringBitmap> byLast = new TreeMap<>(); // without those that have no end
    private final LinkedHashMap<LocalDate, RoaringBitmap> before = new LinkedHashMap<>(16, 0.75f, true);

    void add(int number, Slot slot) {
        if (!slot.last().equals(LocalDate.MAX)) {
            byLast.computeIfAbsent(slot.last(), _ -> new RoaringBitmap()).add(number);
            for (Map.Entry<LocalDate, RoaringBitmap> each : before.entrySet()) {
                if (slot.last().isBefore(each.getKey())) {
                    each.getValue().add(number);
                }
            }
        }
    }

    void remove(int number, Slot slot) {
        RoaringBitmap set = byLast.get(slot.last());
        if (set != null) {
            set.remove(number);
            if (set.isEmpty()) {
                byLast.remove(slot.last());
            }
        }
        before.values().forEach(each -> each.remove(number));
    }

    /** Those whose last day is before this one; must not be changed. */
    RoaringBitmap before(LocalDate day) {
        RoaringBitmap found = before.get(day);
        if (found != null) {
            return found;
        }
        var made = new RoaringBitmap();
        byLast.headMap(day, false).values().forEach(made::or);
        before.put(day, made);
        if (before.size() > KEPT) {
            var eldest = before.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return made;
    }

    /** By their last day, from this one back. */
    NavigableMap<LocalDate, RoaringBitmap> backFrom(LocalDate day) {
        return byLast.headMap(day, true).descendingMap();
    }
}
