package org.herald.newsroom.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;
import org.herald.model.WallTime;

/**
 * A time of the portal's clock as somebody typed it into a form.
 *
 * @param which {@code earlier} or {@code later} for a time that comes twice; empty while it was not asked
 */
record TypedTime(String date, String time, String which) {

    static final TypedTime NONE = new TypedTime("", "", "");

    /** What is meant by it. */
    sealed interface Meaning {}

    /** One instant. */
    record Meant(Instant at) implements Meaning {}

    /** No instant; the reason says why. */
    record Wrong(Reason reason) implements Meaning {}

    /** One of two instants: whoever typed it must say which one. */
    record Twice(Reason reason, Instant earlier, Instant later) implements Meaning {}

    /** The time that this instant is. */
    static TypedTime of(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return new TypedTime(
                local.toLocalDate().toString(),
                local.toLocalTime().withNano(0).toString(),
                local.withLaterOffsetAtOverlap().equals(local)
                                && !local.withEarlierOffsetAtOverlap().equals(local)
                        ? "later"
                        : "");
    }

    boolean isNone() {
        return Blank.is(date) && Blank.is(time);
    }

    /** A date alone means the end of that day. */
    Meaning orEndOfDay(ZoneId zone) {
        return (Blank.is(time) ? new TypedTime(date, "23:59", which) : this).in(zone);
    }

    Meaning in(ZoneId zone) {
        LocalDateTime local;
        try {
            local = WallTime.typed(date.strip() + "T" + time.strip());
        } catch (DateTimeException none) {
            return new Wrong(new Reason("refused.time-none", List.of()));
        }
        return switch (WallTime.of(local, zone)) {
            case WallTime.Once(var at) -> new Meant(at);
            case WallTime.Never(var next) ->
                new Wrong(new Reason("refused.time-never", List.of(clock(local), clock(next))));
            case WallTime.Twice(var earlier, var later) ->
                switch (which) {
                    case "earlier" -> new Meant(earlier);
                    case "later" -> new Meant(later);
                    default -> new Twice(new Reason("refused.time-twice", List.of(clock(local))), earlier, later);
                };
        };
    }

    /** A time as every language of the newsroom writes it; a time itself would be written as an instant of 1970. */
    private static String clock(LocalDateTime local) {
        return local.toLocalTime().toString();
    }
}
