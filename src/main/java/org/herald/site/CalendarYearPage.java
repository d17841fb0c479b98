package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of a calendar.
 *
 * @param months all twelve; days with events are links
 * @param running those that are on for several days
 */
public record CalendarYearPage(
        Layout frame,
        CalendarHead head,
        List<String> notes,
        List<Calendar> months,
        String runningTitle,
        List<EventRow> running,
        @Nullable Link previous,
        @Nullable Link next)
        implements TemplateInstance {}
