package org.herald.exchange.ics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A VEVENT with those of its lines that are looked at. */
final class ParsedEvent {

    private final int line;
    private final CalendarFacts calendar;
    private final Map<String, List<ContentLine>> lines = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * What its calendar says of all its events.
     *
     * @param zone X-WR-TIMEZONE, or empty
     * @param isCancelling true for a message that cancels what it has
     */
    record CalendarFacts(String zone, boolean isCancelling) {}

    /**
     * What was seen while it was read.
     *
     * @param place the name of its line
     * @param isFault true when the event cannot be taken
     */
    record Remark(String place, String value, String message, boolean isFault) {}

    ParsedEvent(int line, CalendarFacts calendar) {
        this.line = line;
        this.calendar = calendar;
    }

    void add(ContentLine content) {
        lines.computeIfAbsent(content.name(), _ -> new ArrayList<>()).add(content);
    }

    void fault(String place, String value, String message) {
        remarks.add(new Remark(place, value, message, true));
    }

    void note(String place, String value, String message) {
        remarks.add(new Remark(place, value, message, false));
    }

    int line() {
        return line;
    }

    CalendarFacts calendar() {
        return calendar;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** The first line of this name. */
    Optional<ContentLine> first(String name) {
        return all(name).stream().findFirst();
    }

    List<ContentLine> all(String name) {
        return lines.getOrDefault(name, List.of());
    }

    /** The text of the first line of this name, without blanks around it; or empty. */
    String text(String name) {
        return first(name).map(content -> content.text().strip()).orElse("");
    }

    /** The value of the first line of this name as it stands there; or empty. */
    String value(String name) {
        return first(name).map(content -> content.value().strip()).orElse("");
    }

    boolean isOverride() {
        return !value("RECURRENCE-ID").isEmpty();
    }

    boolean isCancelled() {
        return calendar.isCancelling() || value("STATUS").equalsIgnoreCase("CANCELLED");
    }

    /** Greater in later states; a number that cannot be read is 0. */
    int sequence() {
        String sequence = value("SEQUENCE");
        return sequence.matches("[0-9]{1,9}") ? Integer.parseInt(sequence) : 0;
    }
}
