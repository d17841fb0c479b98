package org.herald.site.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.herald.model.ItemId;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.event.TimeSpan;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The events of one language. Each stands in a slot; there is a set of slots for each value of a field, and, for the months
 * that were asked for lately, for each of their days. Used by one thread at a time.
 */
final class Events {

    /** Months are kept while they are asked for; a change of an event costs a look at each of them. */
    private static final int MONTHS_KEPT = 36;

    private static final int MINUTES_OF_HOUR = 60;

    /** An event and what it is found by. */
    static final class Slot {

        private final Event event;
        private final Occurrences occurrences;
        private final Map<String, List<String>> values;
        private final LocalDate first;
        private final LocalDate last;
        private final int minute; // at which it usually begins

        Slot(Event event, Map<String, List<String>> values, ZoneId portal) {
            this.event = event;
            this.occurrences = new Occurrences(event.times(), portal);
            this.values = values;
            this.first = occurrences.first();
            this.last = occurrences.last().orElse(LocalDate.MAX);
            this.minute = minute(event.times());
        }

        private static int minute(EventTimes times) {
            return times.series().stream()
                    .flatMap(series -> series.times().stream())
                    .map(TimeSpan::from)
                    .min(LocalTime::compareTo)
                    .map(time -> 1 + time.getHour() * MINUTES_OF_HOUR + time.getMinute())
                    .orElse(0);
        }

        Event event() {
            return event;
        }

        Occurrences occurrences() {
            return occurrences;
        }

        LocalDate first() {
            return first;
        }

        /** {@link LocalDate#MAX} for an event without an end. */
        LocalDate last() {
            return last;
        }

        int minute() {
            return minute;
        }
    }

    /** The sets of one month. */
    private static final class Month {

        private final YearMonth month;
        private final RoaringBitmap[] days;
        private final RoaringBitmap running = new RoaringBitmap(); // on several days in one go

        Month(YearMonth month) {
            this.month = month;
            this.days = new RoaringBitmap[month.lengthOfMonth()];
            for (int day = 0; day < days.length; day++) {
                days[day] = new RoaringBitmap();
            }
        }

        void add(int number, Slot slot) {
            LocalDate from = month.atDay(1);
            LocalDate until = month.atEndOfMonth();
            if (slot.first.isAfter(until) || slot.last.isBefore(from)) {
                return;
            }
            for (Occurrence occurrence : slot.occurrences.within(from, until)) {
                if (occurrence.isSeveralDays()) {
                    running.add(number);
                } else {
                    days[occurrence.firstDay().getDayOfMonth() - 1].add(number);
                }
            }
        }

        void remove(int number) {
            running.remove(number);
            for (RoaringBitmap day : days) {
                day.remove(number);
            }
        }
    }

    private final List<@Nullable Slot> slots = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final Map<ItemId, Integer> numbers = new HashMap<>();
    private final RoaringBitmap all = new RoaringBitmap();
    private final Map<String, TreeMap<String, RoaringBitmap>> sets = new HashMap<>();
    private final LinkedHashMap<YearMonth, Month> months = new LinkedHashMap<>(16, 0.75f, true);

    void add(Slot slot) {
        remove(slot.event.id());
        Integer number = free.poll();
        if (number == null) {
            number = slots.size();
            slots.add(null);
        }
        slots.set(number, slot);
        numbers.put(slot.event.id(), number);
        all.add(number);
        int at = number;
        slot.values.forEach((field, values) -> values.forEach(value -> sets.computeIfAbsent(field, _ -> new TreeMap<>())
                .computeIfAbsent(value, _ -> new RoaringBitmap())
                .add(at)));
        months.values().forEach(month -> month.add(at, slot));
    }

    void remove(ItemId id) {
        Integer number = numbers.remove(id);
        if (number == null) {
            return;
        }
        int at = number;
        slot(at).values
                .forEach((field, values) -> values.forEach(value -> {
                    RoaringBitmap set = set(field, value);
                    set.remove(at);
                    if (set.isEmpty()) {
                        Objects.requireNonNull(sets.get(field)).remove(value);
                    }
                }));
        months.values().forEach(month -> month.remove(at));
        slots.set(at, null);
        all.remove(at);
        free.add(at);
    }

    Optional<Slot> find(ItemId id) {
        return Optional.ofNullable(numbers.get(id)).map(this::slot);
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
        return month(YearMonth.from(day)).days[day.getDayOfMonth() - 1];
    }

    /** Those that are on several days in one go in this month; must not be changed. */
    RoaringBitmap running(YearMonth month) {
        return month(month).running;
    }

    private Month month(YearMonth which) {
        Month kept = months.get(which);
        if (kept != null) {
            return kept;
        }
        var month = new Month(which);
        all.forEach((IntConsumer) number -> month.add(number, slot(number)));
        months.put(which, month);
        if (months.size() > MONTHS_KEPT) {
            var eldest = months.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return month;
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
