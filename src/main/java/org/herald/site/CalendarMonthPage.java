package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of a calendar: a grid in wide windows, a list of its days in narrow ones, from the same elements.
 *
 * @param days all of them
 * @param blank how many columns of the first week come before the first day
 * @param running those that are on for several days
 */
public record CalendarMonthPage(
        Layout frame,
        CalendarHead head,
        List<String> notes,
        String empty,
        List<Link> nearest,
        List<Calendar.Weekday> weekdays,
        int blank,
        List<Day> days,
        String runningTitle,
        List<EventRow> running,
        @Nullable Link previous,
        @Nullable Link next)
        implements TemplateInstance {

    /**
     * A day of the month.
     *
     * @param number as the grid shows it
     * @param label as the list and those who listen have it: with the weekday
     * @param path of the day
     * @param more says that there are more events than these; empty when not
     */
    public record Day(
            String number, String label, String iso, String path, boolean isToday, List<EventRow> rows, String more) {

        public boolean isEmpty() {
            return rows.isEmpty();
        }
    }
}
