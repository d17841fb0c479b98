package org.herald.site.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrences;
import org.herald.model.event.Regular;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;

/** An event and what it is found by. */
final class Slot {

    private static final int MINUTES_OF_HOUR = 60;

    private final Event event;
    private final Occurrences occurrences;
    private final Map<String, List<String>> values;
    private final LocalDate first;
    private final LocalDate last;
    private final int minute;
    private final boolean isLate;
    private final Optional<Regular> regular;

    Slot(Event event, Map<String, List<String>> values, ZoneId portal) {
        this.event = event;
        this.occurrences = new Occurrences(event.times(), portal);
        this.values = values;
        this.first = occurrences.first();
        this.last = occurrences.last().orElse(LocalDate.MAX);
        this.minute =
                event.times().series().stream().mapToInt(Slot::minute).min().orElse(0);
        this.isLate = isLate(event.times(), portal);
        this.regular = occurrences.regular();
    }

    /** The earliest minute of a day at which one of its occurrences may begin: 1 for midnight, 0 for whole days. */
    private static int minute(Series series) {
        if (series.times().isEmpty() || series.rules().stream().anyMatch(Rule::isWithinDays)) {
            return 0;
        }
        return Stream.of(
                        series.times().stream().map(TimeSpan::from),
                        series.also().stream().map(Moment::time).filter(Objects::nonNull),
                        series.changes().stream()
                                .map(ChangedOccurrence::start)
                                .filter(Objects::nonNull)
                                .map(start -> start.time() == null ? LocalTime.MIN : start.time()))
                .flatMap(times -> times)
                .mapToInt(Slot::minute)
                .min()
                .orElse(0);
    }

    private static int minute(LocalTime time) {
        return 1 + time.getHour() * MINUTES_OF_HOUR + time.getMinute();
    }

    /** The minute at which something begins; 0 for whole days. */
    static int minute(Moment start) {
        LocalTime time = start.time();
        return time == null ? 0 : minute(time);
    }

    private static boolean isLate(EventTimes times, ZoneId portal) {
        return !times.zone(portal).equals(portal)
                || times.series().stream()
                        .anyMatch(series -> series.last() != null
                                || series.isOpenEnded()
                                || !series.changes().isEmpty()
                                || series.rules().stream().anyMatch(Rule::isWithinDays)
                                || series.times().stream().anyMatch(TimeSpan::endsNextDay));
    }

    Event event() {
        return event;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    /** By field. */
    Map<String, List<String>> values() {
        return values;
    }

    LocalDate first() {
        return first;
    }

    /** {@link LocalDate#MAX} for an event without an end. */
    LocalDate last() {
        return last;
    }

    /** The earliest minute of a day at which an occurrence begins. */
    int minute() {
        return minute;
    }

    /** True when an occurrence may be on after its first day, as the portal's clocks show it. */
    boolean isLate() {
        return isLate;
    }

    /** Empty when its days have to be computed occurrence by occurrence. */
    Optional<Regular> regular() {
        return regular;
    }
}
