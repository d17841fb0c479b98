package org.herald.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One month of the archive: days with stories are links. Weeks begin as the portal sets, or else as the language's region begins them.
 *
 * @param title the month and year, {@code August 2024}
 * @param path the month's own page
 * @param previous the nearest earlier month with stories
 * @param next the nearest later month with stories
 * @param weeks rows of seven days each
 */
public record Calendar(
        String title,
        String path,
        @Nullable Link previous,
        @Nullable Link next,
        List<Weekday> weekdays,
        List<List<Day>> weeks) {

    /** The head of a column: {@code Su}, {@code Sunday}. */
    public record Weekday(String narrow, String full) {}

    /**
     * A cell.
     *
     * @param number day of the month; empty outside the month
     * @param path the day's page; empty for days without stories
     * @param label what the link says to those who hear it: {@code 19 August 2024, 3 stories}
     */
    public record Day(String number, String path, String label, boolean isToday) {

        public static final Day OUTSIDE = new Day("", "", "", false);

        public boolean isLink() {
            return !path.isEmpty();
        }
    }
}
