package org.herald.site.events;

import java.time.LocalDate;
import java.time.YearMonth;
import org.herald.model.event.Occurrence;
import org.roaringbitmap.RoaringBitmap;

/** The sets of one month: which slots have occurrences on its days. */
final class Month {

    private final YearMonth month;
    private final RoaringBitmap[] days; // on which they begin and end
    private final RoaringBitmap[] begins; // with which they begin, to go on for several days
    private final RoaringBitmap running = new RoaringBitmap();

    Month(YearMonth month) {
        this.month = month;
        this.days = sets(month.lengthOfMonth());
        this.begins = sets(month.lengthOfMonth());
    }

    private static RoaringBitmap[] sets(int number) {
        var sets = new RoaringBitmap[number];
        for (int at = 0; at < number; at++) {
            sets[at] = new RoaringBitmap();
        }
        return sets;
    }

    LocalDate from() {
        return month.atDay(1);
    }

    LocalDate until() {
        return month.atEndOfMonth();
    }

    /** Adds an event by its occurrences. */
    void add(int number, Slot slot) {
        if (slot.first().isAfter(until()) || slot.last().isBefore(from())) {
            return;
        }
        for (Occurrence occurrence : slot.occurrences().within(from(), until())) {
            LocalDate first = occurrence.firstDay();
            if (!occurrence.isSeveralDays()) {
                days[first.getDayOfMonth() - 1].add(number);
                continue;
            }
            running.add(number);
            if (!first.isBefore(from())) {
                begins[first.getDayOfMonth() - 1].add(number);
            }
        }
    }

    /** Adds these to a day. */
    void add(LocalDate day, RoaringBitmap numbers) {
        days[day.getDayOfMonth() - 1].or(numbers);
    }

    void remove(int number) {
        running.remove(number);
        for (int at = 0; at < days.length; at++) {
            days[at].remove(number);
            begins[at].remove(number);
        }
    }

    RoaringBitmap on(LocalDate day) {
        return days[day.getDayOfMonth() - 1];
    }

    RoaringBitmap begin(LocalDate day) {
        return begins[day.getDayOfMonth() - 1];
    }

    RoaringBitmap running() {
        return running;
    }
}
