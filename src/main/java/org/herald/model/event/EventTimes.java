package org.herald.model.event;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place.
 *
 * @param zone in which its times are meant; null for that of the portal
 * @param series at least one
 */
public record EventTimes(@Nullable ZoneId zone, List<Series> series) {

    private static final int DAYS_TO_NEXT_YEAR = 52 * 7;

    public EventTimes {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("An event takes place at some time");
        }
        series = List.copyOf(series);
    }

    /** The zone of its times, in a portal of this zone. */
    public ZoneId zone(ZoneId portal) {
        return zone == null ? portal : zone;
    }

    /**
     * The same times next year, on the same weekdays: 52 weeks later. What was different on single days of this year, such as
     * a cancelled date, is not repeated.
     */
    public EventTimes nextYear() {
        return new EventTimes(
                zone, series.stream().map(each -> each.later(DAYS_TO_NEXT_YEAR)).toList());
    }

    /**
     * The same with one date cancelled.
     *
     * @param number of its series
     * @param was when it begins by the series
     */
    public EventTimes cancelled(int number, Moment was) {
        return new EventTimes(
                zone,
                series.stream()
                        .map(each -> each.number() == number ? each.cancelled(was) : each)
                        .toList());
    }

    public boolean isEndless() {
        return series.stream().anyMatch(Series::isEndless);
    }
}
