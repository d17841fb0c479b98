package org.herald.site.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.herald.model.ItemId;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * The events of one language. Each stands in a slot; there is a set of slots for each value of a field, for each minute at which
 * events begin, for each last day, and, for the months that were asked for lately, for each of their days. Used by one thread at
 * a time.
 */
final class Events {

    private final List<@Nullable Slot> slots = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final Map<ItemId, Integer> numbers = new HashMap<>();
    private final RoaringBitmap all = new RoaringBitmap();
    private final RoaringBitmap late = new RoaringBitmap();
    private final Map<String, TreeMap<String, RoaringBitmap>> sets = new HashMap<>();
    private final TreeMap<Integer, RoaringBitmap> minutes = new TreeMap<>();
    private final Months months = new Months(this::slot);
    private final Ends ends = new Ends();

    void add(Slot slot) {
        remove(slot.event().id());
        Integer number = free.poll();
        if (number == null) {
            number = slots.size();
            slots.add(null);
        }
        int at = number;
        slots.set(at, slot);
        numbers.put(slot.event().id(), at);
        all.add(at);
        if (slot.isLate()) {
            late.add(at);
        }
        slot.values()
                .forEach((field, values) -> values.forEach(value -> sets.computeIfAbsent(field, _ -> new TreeMap<>())
                        .computeIfAbsent(value, _ -> new RoaringBitmap())
                        .add(at)));
        minutes.computeIfAbsent(slot.minute(), _ -> new RoaringBitmap()).add(at);
        months.add(at, slot);
        ends.add(at, slot);
    }

    void remove(ItemId id) {
        Integer number = numbers.remove(id);
        if (number == null) {
            return;
        }
        int at = number;
        Slot slot = slot(at);
        slot.values()
                .forEach((field, values) -> values.forEach(value -> {
                    RoaringBitmap set = set(field, value);
                    set.remove(at);
                    if (set.isEmpty()) {
                        Objects.requireNonNull(sets.get(field)).remove(value);
                    }
                }));
        RoaringBitmap ofMinute = Objects.requireNonNull(minutes.get(slot.minute()));
        ofMinute.remove(at);
        if (ofMinute.isEmpty()) {
            minutes.remove(slot.minute());
        }
        months.remove(at, slot);
        ends.remove(at, slot);
        slots.set(at, null);
        all.remove(at);
        late.remove(at);
        free.add(at);
    }

    Optional<Slot> find(ItemId id) {
        return Optional.ofNullable(numbers.get(id)).map(this::slot);
    }

    Optional<Integer> number(ItemId id) {
        return Optional.ofNullable(numbers.get(id));
    }

    Slot slot(int number) {
        return Objects.requireNonNull(slots.get(number), "no event in this slot");
    }

    /** Those that the filter lets through; must not be changed. */
    RoaringBitmap chosen(EventFilter filter) {
        if (filter.values().isEmpty()) {
            return all;
        }
        RoaringBitmap[] chosen = filter.values().entrySet().stream()
                .map(each -> set(each.getKey(), each.getValue()))
                .toArray(RoaringBitmap[]::new);
        return FastAggregation.and(chosen);
    }

    private RoaringBitmap set(String field, String value) {
        var ofField = sets.get(field);
        RoaringBitmap set = ofField == null ? null : ofField.get(value);
        return set == null ? new RoaringBitmap() : set;
    }

    /** Those that begin and end on this day; must not be changed. */
    RoaringBitmap on(LocalDate day) {
        return months.of(YearMonth.from(day)).on(day);
    }

    /** Those that begin on this day and go on for several; must not be changed. */
    RoaringBitmap begin(LocalDate day) {
        return months.of(YearMonth.from(day)).begin(day);
    }

    /** Those that are on several days in one go in this month; must not be changed. */
    RoaringBitmap running(YearMonth month) {
        return months.of(month).running();
    }

    /** Those that may be on after the day on which they begin; must not be changed. */
    RoaringBitmap late() {
        return late;
    }

    Ends ends() {
        return ends;
    }

    /** By the earliest minute at which their occurrences begin; must not be changed. */
    NavigableMap<Integer, RoaringBitmap> minutes() {
        return minutes;
    }

    /** How many of these events have each value of each field, under the other choices of the filter. */
    Map<String, Map<String, Integer>> counts(EventFilter filter, RoaringBitmap of) {
        var counts = new TreeMap<String, Map<String, Integer>>();
        sets.forEach((field, values) -> {
            RoaringBitmap among = RoaringBitmap.and(of, chosen(filter.without(field)));
            var ofField = new TreeMap<String, Integer>();
            values.forEach((value, set) -> {
                int count = RoaringBitmap.andCardinality(among, set);
                if (count > 0) {
                    ofField.put(value, count);
                }
            });
            counts.put(field, ofField);
        });
        return counts;
    }
}
