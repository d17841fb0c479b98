package org.herald.site.events;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which events a reader wants to see.
 *
 * @param values by field, the value that an event must have; {@link #VENUE} and {@link #TOWN} beside the fields that filter
 */
public record EventFilter(SortedMap<String, String> values) {

    /** The number of an item where the event is. */
    public static final String VENUE = "venue";

    /** The town of a venue: the value of its field of this name. */
    public static final String TOWN = "town";

    public static final EventFilter ALL = new EventFilter(new TreeMap<>());

    public static EventFilter of(Map<String, String> values) {
        return new EventFilter(new TreeMap<>(values));
    }

    /** The same without the value of one field. */
    EventFilter without(String field) {
        var others = new TreeMap<>(values);
        others.remove(field);
        return new EventFilter(others);
    }
}
