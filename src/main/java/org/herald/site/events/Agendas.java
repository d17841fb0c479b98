package org.herald.site.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.event.Occurrence;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Lists of events in the order of time, from the sets of an index. Of many events, only those that can be among the first are
 * computed.
 */
final class Agendas {

    static final Comparator<Listed> BY_TIME = Comparator.comparing(Listed::occurrence)
            .thenComparing(listed -> listed.event().headline())
            .thenComparingLong(listed -> listed.event().id().value());

    /** So few events are looked at one by one; of more, the days to come and the minutes of a day are. */
    static final int FEW = 200;
    /** So far ahead days are looked at, before the rest is asked one by one. */
    private static final int DAYS_AHEAD = 800;
    /** What is on until late elsewhere in the world began at most so many days ago, if it is on for one day. */
    private static final int DAYS_AFTER = 2;

    private Agendas() {}

    /** What is on for several days in one go. */
    static List<Listed> running(Events of, RoaringBitmap chosen, LocalDate from, LocalDate until) {
        var running = new ArrayList<Listed>();
        runningNumbers(of, chosen, from, until).forEach((IntConsumer) number -> {
            Slot slot = of.slot(number);
            slot.occurrences().within(from, until).stream()
                    .filter(Occurrence::isSeveralDays)
                    .forEach(occurrence -> running.add(new Listed(slot.event(), occurrence)));
        });
        running.sort(BY_TIME);
        return running;
    }

    /** The events that are on for several days in one go in the months of these days. */
    static RoaringBitmap runningNumbers(Events of, RoaringBitmap chosen, LocalDate from, LocalDate until) {
        var running = new RoaringBitmap();
        for (var month = YearMonth.from(from); !month.isAfter(YearMonth.from(until)); month = month.plusMonths(1)) {
            running.or(RoaringBitmap.and(of.running(month), chosen));
        }
        return running;
    }

    /** The occurrences that begin and end on a day, in their order: at least so many of the first, when there are so many. */
    static List<Listed> on(Events of, RoaringBitmap chosen, LocalDate day, int atLeast) {
        RoaringBitmap which = RoaringBitmap.and(of.on(day), chosen);
        var listed = new ArrayList<Listed>();
        byMinute(of, which, atLeast, listed, number -> {
            Slot slot = of.slot(number);
            slot.occurrences().within(day, day).stream()
                    .filter(occurrence -> !occurrence.isSeveralDays())
                    .forEach(occurrence -> listed.add(new Listed(slot.event(), occurrence)));
        });
        listed.sort(BY_TIME);
        return listed;
    }

    /** Goes through events of a day from its first minute on, until so many are found that no later one comes before. */
    private static void byMinute(
            Events of, RoaringBitmap which, int atLeast, List<Listed> found, IntConsumer eachNumber) {
        if (which.getCardinality() <= FEW) {
            which.forEach(eachNumber);
            return;
        }
        int before = found.size();
        for (var each : of.minutes().entrySet()) {
            RoaringBitmap.and(each.getValue(), which).forEach(eachNumber);
            int minute = each.getKey();
            long settled = found.stream()
                    .skip(before)
                    .filter(listed -> Slot.minute(listed.occurrence().start()) <= minute)
                    .count();
            if (settled >= atLeast) {
                return;
            }
        }
    }

    /** What is not over, as {@link EventIndex#coming} describes it. */
    static Agenda coming(Events of, RoaringBitmap chosen, Instant now, LocalDate today, int skip, int most) {
        RoaringBitmap left = RoaringBitmap.andNot(chosen, of.ends().before(today.minusDays(DAYS_AFTER)));
        var running = new ArrayList<Listed>();
        for (int number : runningNumbers(of, left, today.minusDays(1), today)) {
            next(of.slot(number), now).filter(listed -> hasBegun(listed, now)).ifPresent(running::add);
        }
        running.forEach(listed -> of.number(listed.event().id()).ifPresent(left::remove));
        var dated = new ArrayList<Listed>();
        int wanted = skip + most + 1;
        LocalDate day = today.minusDays(DAYS_AFTER);
        for (;
                day.isBefore(today.plusDays(DAYS_AHEAD)) && left.getCardinality() > FEW && dated.size() < wanted;
                day = day.plusDays(1)) {
            settle(of, left, day, now, today, wanted - dated.size(), dated);
        }
        if (dated.size() < wanted) {
            left.forEach((IntConsumer) number -> next(of.slot(number), now).ifPresent(dated::add));
        }
        dated.sort(BY_TIME);
        running.sort(BY_TIME);
        return cut(dated, running, skip, most);
    }

    /** Takes the events whose next date is on this day from those that are left. */
    private static void settle(
            Events of,
            RoaringBitmap left,
            LocalDate day,
            Instant now,
            LocalDate today,
            int atLeast,
            List<Listed> dated) {
        RoaringBitmap which = RoaringBitmap.and(RoaringBitmap.or(of.on(day), of.begin(day)), left);
        if (day.isBefore(today)) {
            which.and(of.late());
        }
        byMinute(
                of,
                which,
                atLeast,
                dated,
                number -> nextOn(of.slot(number), day, now).ifPresent(listed -> {
                    dated.add(listed);
                    left.remove(number);
                }));
    }

    /** An event with its next date, where that is on this day. */
    private static Optional<Listed> nextOn(Slot slot, LocalDate day, Instant now) {
        List<Occurrence> on = slot.occurrences().within(day, day).stream()
                .filter(occurrence ->
                        occurrence.firstDay().equals(day) && occurrence.until().isAfter(now))
                .toList();
        if (on.isEmpty()) {
            return Optional.empty();
        }
        // of those that are cancelled the next ones count as well
        return on.stream().noneMatch(Occurrence::isCancelled)
                ? Optional.of(new Listed(slot.event(), on.getFirst()))
                : next(slot, now)
                        .filter(listed -> listed.occurrence().firstDay().equals(day));
    }

    static boolean hasBegun(Listed listed, Instant now) {
        return listed.occurrence().isSeveralDays()
                && !listed.occurrence().from().isAfter(now);
    }

    /** An event with its next date that is not over; a cancelled date only where there is no other. */
    static Optional<Listed> next(Slot slot, Instant now) {
        List<Occurrence> after = slot.occurrences().after(now, 3);
        return after.stream()
                .filter(occurrence -> !occurrence.isCancelled())
                .findFirst()
                .or(() -> after.stream().findFirst())
                .map(occurrence -> new Listed(slot.event(), occurrence));
    }

    /** What is over, newest first. */
    static Agenda past(Events of, RoaringBitmap chosen, Instant now, LocalDate today, int skip, int most) {
        var found = new ArrayList<Listed>();
        int skipped = 0;
        for (var each : of.ends().backFrom(today).entrySet()) {
            boolean isNear = !each.getKey().isBefore(today.minusDays(DAYS_AFTER));
            int[] numbers = RoaringBitmap.and(each.getValue(), chosen).toArray();
            for (int at = numbers.length - 1; at >= 0; at--) {
                Slot slot = of.slot(numbers[at]);
                if (isNear && !slot.occurrences().after(now, 1).isEmpty()) {
                    continue;
                }
                if (skipped < skip) {
                    skipped++;
                    continue;
                }
                slot.occurrences().before(now, 1).stream()
                        .findFirst()
                        .ifPresent(occurrence -> found.add(new Listed(slot.event(), occurrence)));
                if (found.size() > most) {
                    return cut(found, List.of(), 0, most);
                }
            }
        }
        return cut(found, List.of(), 0, most);
    }

    /** Those that are over. */
    static RoaringBitmap over(Events of, Instant now, LocalDate today) {
        RoaringBitmap sure = of.ends().before(today.minusDays(DAYS_AFTER));
        RoaringBitmap over = sure.clone();
        RoaringBitmap.andNot(of.ends().before(today.plusDays(DAYS_AFTER)), sure).forEach((IntConsumer) number -> {
            if (of.slot(number).occurrences().after(now, 1).isEmpty()) {
                over.add(number);
            }
        });
        return over;
    }

    static Agenda cut(List<Listed> dated, List<Listed> running, int skip, int most) {
        return new Agenda(
                dated.stream().skip(skip).limit(most).toList(),
                running.stream().limit(most).toList(),
                dated.size() > skip + most || running.size() > most);
    }

    /** The slots of these, for questions that are asked of all of them. */
    static Stream<Slot> slots(Events of, RoaringBitmap which) {
        return which.stream().mapToObj(of::slot);
    }
}
