package org.herald.publish;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.WallTime;

/** What embargoes forbid, and how they are read from what an editor types. */
final class Embargoes {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Embargoes() {}

    /** True when the embargo of an item has not ended at this instant. */
    static boolean holdBack(UnitOfWork unit, ItemId item, Instant at) {
        return unit.transaction().items().embargo(item).filter(at::isBefore).isPresent();
    }

    /** Why an item that is held back cannot go out, with the time by the portal's clocks. */
    static <T> Outcome<T> refusal(UnitOfWork unit, ItemId item) {
        Instant until = unit.transaction().items().embargo(item).orElseThrow();
        return Outcome.refused("refused.embargo", written(until, unit.zone()));
    }

    static String written(Instant instant, ZoneId zone) {
        return WRITTEN.format(instant.atZone(zone).truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * The instant that is meant by a time on the portal's clocks; nothing for an empty text. Of a time that comes twice it
     * is the later: what is held back is held back until nobody can be wrong.
     */
    static Outcome<Optional<Instant>> read(String typed, ZoneId zone) {
        if (Blank.is(typed)) {
            return Outcome.done(Optional.empty());
        }
        try {
            var time = WallTime.typed(typed.strip().replace(' ', 'T'));
            return switch (WallTime.of(time, zone)) {
                case WallTime.Once(var at) -> Outcome.done(Optional.of(at));
                case WallTime.Twice(var _, var later) -> Outcome.done(Optional.of(later));
                case WallTime.Never(var next) ->
                    Outcome.refused("refused.embargo-no-such-time", WRITTEN.format(time), WRITTEN.format(next));
            };
        } catch (DateTimeException unreadable) {
            return Outcome.refused("refused.embargo-unreadable", typed);
        }
    }
}
