package org.herald.events;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.herald.model.Language;

/**
 * A calendar to be written.
 *
 * @param name as calendar programs show it
 * @param page the address of the page of which it is a form; empty for none
 * @param source its own address
 * @param refresh how often programs are asked to look for changes
 * @param zone of the portal, for times without one of their own
 * @param openEnded what is said of an event that goes on until further notice, in the language of the calendar
 */
public record CalendarFeed(
        String name,
        Language language,
        String page,
        String source,
        Duration refresh,
        ZoneId zone,
        String openEnded,
        List<CalendarEvent> events) {

    public CalendarFeed {
        events = List.copyOf(events);
    }
}
