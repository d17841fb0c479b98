package org.herald.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.event.EventTimes;
import org.herald.model.geo.Point;
import org.jspecify.annotations.Nullable;

/**
 * An event to be written.
 *
 * @param name by which calendar programs know it, the same for ever: the item's number and the portal's host
 * @param places where single dates of it are, by the number of the venue
 */
public record CalendarEvent(
        Name name,
        Text text,
        Revision revision,
        Status status,
        EventTimes times,
        Place place,
        Map<ItemId, Place> places) {

    public CalendarEvent {
        places = Map.copyOf(places);
    }

    /** The place of dates with this venue, or of the event when they have none of their own. */
    Place placeOf(@Nullable ItemId venue) {
        return venue == null ? place : places.getOrDefault(venue, place);
    }

    /** What names an event in all calendars of the world (RFC 5545, section 3.8.4.7). */
    public record Name(String item, String host) {

        /** Begins every UID. */
        public static final String BEGINNING = "herald-";

        /** The UID of one time of a series. */
        String uid(int series, String time) {
            return BEGINNING + item + "-" + series + "-" + time + "@" + host;
        }
    }

    /**
     * What it says.
     *
     * @param description may have several lines; empty for none
     * @param url of its page
     */
    public record Text(String title, String description, String url, List<String> categories) {

        public Text {
            categories = List.copyOf(categories);
        }
    }

    /**
     * Which of its states this is.
     *
     * @param sequence greater in each later state
     */
    public record Revision(int sequence, Instant at) {}

    /** Whether it takes place (RFC 5545, section 3.8.1.11). */
    public enum Status {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }

    /**
     * Where it is.
     *
     * @param text name and address; empty when that is not known
     */
    public record Place(String text, @Nullable Point point) {

        public static final Place UNKNOWN = new Place("", null);
    }
}
