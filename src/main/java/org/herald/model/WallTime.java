package org.herald.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instants at which clocks in a zone show a time: one, none when they are put forward, two when they are put back. */
public sealed interface WallTime {

    int LAST_YEAR = 9999;

    Pattern TYPED =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt]| +)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?");

    /** The usual case. */
    record Once(Instant at) implements WallTime {}

    /**
     * No clock shows this time: it lies in the hour that is left out.
     *
     * @param next what clocks show right after that hour began
     */
    record Never(LocalDateTime next) implements WallTime {}

    /** Clocks show it before they are put back, and again after: whoever asks must say which one they mean. */
    record Twice(Instant earlier, Instant later) implements WallTime {}

    /**
     * A time as forms send it (HTML, section 2.3.5.5) or as it is typed where a browser has no field for it: seconds may be
     * left out, an hour may have one digit, points may stand for colons. Its year is one that a field can show.
     *
     * @throws DateTimeException when it is none
     */
    static LocalDateTime typed(String text) {
        Matcher parts = TYPED.matcher(text.strip());
        String written = parts.matches()
                ? parts.group(1)
                        + (parts.group(2).length() == 1 ? "T0" : "T")
                        + parts.group(2)
                        + ":"
                        + parts.group(3)
                        + (parts.group(4) == null ? "" : ":" + parts.group(4))
                : text.strip();
        var time = LocalDateTime.parse(written);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("No field shows the year " + time.getYear());
        }
        return time;
    }

    static WallTime of(LocalDateTime time, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        return switch (offsets.size()) {
            case 0 -> new Never(zone.getRules().getTransition(time).getDateTimeAfter());
            case 1 -> new Once(time.toInstant(offsets.getFirst()));
            default -> new Twice(time.toInstant(offsets.getFirst()), time.toInstant(offsets.getLast()));
        };
    }
}
