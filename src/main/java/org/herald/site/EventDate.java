package org.herald.site;

/**
 * A date of an event.
 *
 * @param mark says that it is cancelled; empty otherwise
 * @param was the time at which it would have been; empty unless it was moved
 * @param ics its address for calendar programs; empty when it has none
 */
public record EventDate(String text, String iso, String mark, String was, String ics) {

    public boolean isOff() {
        return !mark.isEmpty();
    }
}
