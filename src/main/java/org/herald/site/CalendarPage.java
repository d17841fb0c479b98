package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in a list: those to come, of a day, a week or a range of days, or past ones.
 *
 * @param notes what is said of the list: that its days are past, or that there is more
 * @param empty what is said when there are none; empty otherwise
 * @param nearest pages near it that have some, when it has none
 * @param running those that are on for several days
 * @param runningTitle what they are called
 * @param previous the page before it, by days or of the list
 * @param next the page after it
 */
public record CalendarPage(
        Layout frame,
        CalendarHead head,
        List<String> notes,
        String empty,
        List<Link> nearest,
        List<DayGroup> days,
        String runningTitle,
        List<EventRow> running,
        @Nullable Link previous,
        @Nullable Link next)
        implements TemplateInstance {

    /** A day and what begins on it. */
    public record DayGroup(Link day, String iso, List<EventRow> rows) {}
}
