package org.herald.site.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.herald.model.event.DayPattern;
import org.herald.model.event.Regular;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The months of one language. Those that were asked for lately are kept; another one is put together from the events that may
 * be on in it: regular ones by their pattern, all with the same one at once, and the others one by one.
 */
final class Months {

    /** A change of an event costs a look at each of them. */
    private static final int KEPT = 36;

    /** An event that takes place within so many months stands under each of them. */
    private static final int MOST_SPANNED = 36;

    private final IntFunction<Slot> slots;
    private final Map<DayPattern, RoaringBitmap> patterns = new HashMap<>();
    private final RoaringBitmap regular = new RoaringBitmap();
    private final Map<YearMonth, RoaringBitmap> single = new HashMap<>(); // to be looked at one by one
    private final RoaringBitmap always = new RoaringBitmap(); // the same for every month
    private final LinkedHashMap<YearMonth, Month> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param slots by their numbers */
    Months(IntFunction<Slot> slots) {
        this.slots = slots;
    }

    void add(int number, Slot slot) {
        slot.regular().ifPresent(each -> {
            regular.add(number);
            patterns.computeIfAbsent(each.pattern(), _ -> new RoaringBitmap()).add(number);
        });
        if (isAlways(slot)) {
            always.add(number);
        } else {
            singly(slot)
                    .forEach(month -> single.computeIfAbsent(month, _ -> new RoaringBitmap())
                            .add(number));
        }
        kept.values().forEach(month -> month.add(number, slot));
    }

    void remove(int number, Slot slot) {
        slot.regular().ifPresent(each -> {
            regular.remove(number);
            removeFrom(patterns, each.pattern(), number);
        });
        always.remove(number);
        if (!isAlways(slot)) {
            singly(slot).forEach(month -> removeFrom(single, month, number));
        }
        kept.values().forEach(month -> month.remove(number));
    }

    private static <K> void removeFrom(Map<K, RoaringBitmap> sets, K key, int number) {
        RoaringBitmap set = sets.get(key);
        if (set != null) {
            set.remove(number);
            if (set.isEmpty()) {
                sets.remove(key);
            }
        }
    }

    private static boolean isAlways(Slot slot) {
        return slot.regular().isEmpty() && !slot.last().isBefore(slot.first().plusMonths(MOST_SPANNED));
    }

    /** The months in which the event is looked at by itself. */
    private static Set<YearMonth> singly(Slot slot) {
        if (slot.regular().isPresent()) {
            return slot.regular().get().odd();
        }
        var months = new TreeSet<YearMonth>();
        var last = YearMonth.from(slot.last());
        for (var month = YearMonth.from(slot.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    Month of(YearMonth which) {
        Month found = kept.get(which);
        if (found != null) {
            return found;
        }
        Month month = make(which);
        kept.put(which, month);
        if (kept.size() > KEPT) {
            var eldest = kept.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return month;
    }

    private Month make(YearMonth which) {
        var month = new Month(which);
        RoaringBitmap singly = RoaringBitmap.or(always, single.getOrDefault(which, new RoaringBitmap()));
        var whole = new RoaringBitmap(); // regular from the first day of the month to its last
        RoaringBitmap.andNot(regular, singly).forEach((IntConsumer) number -> {
            Regular each = slots.apply(number).regular().orElseThrow();
            if (each.from().isAfter(month.from()) || each.until().isBefore(month.until())) {
                singly.add(number);
            } else {
                whole.add(number);
            }
        });
        singly.forEach((IntConsumer) number -> month.add(number, slots.apply(number)));
        patterns.forEach((pattern, numbers) -> add(pattern, RoaringBitmap.and(numbers, whole), month));
        return month;
    }

    private static void add(DayPattern pattern, RoaringBitmap numbers, Month month) {
        if (numbers.isEmpty()) {
            return;
        }
        for (LocalDate day = month.from(); !day.isAfter(month.until()); day = day.plusDays(1)) {
            if (pattern.isOn(day)) {
                month.add(day, numbers);
            }
        }
    }
}
