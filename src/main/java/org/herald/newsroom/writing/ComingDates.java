package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Words;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.kind.EventTimesLines;
import org.herald.newsroom.PortalTime;

/** The next dates of an event as its form shows them, each with what is needed to change it alone. */
@Singleton
public final class ComingDates {

    private static final int MOST = 10;

    private final PortalTime time;
    private final InstantSource clock;

    public ComingDates(PortalTime time, InstantSource clock) {
        this.time = time;
        this.clock = clock;
    }

    /** {@code dates}: the next ten; the last ones of an event that {@code isOver}. */
    Map<String, Object> of(EventTimes times, Words words) {
        var occurrences = new Occurrences(times, time.zone());
        List<Occurrence> next = occurrences.after(clock.instant(), MOST);
        boolean isOver = next.isEmpty();
        var lines = new EventTimesLines(words);
        List<Occurrence> shown = isOver ? occurrences.before(clock.instant(), MOST) : next;
        var told = new LinkedHashMap<String, Object>();
        told.put("isOver", isOver);
        told.put(
                "dates",
                shown.stream().map(occurrence -> told(occurrence, lines)).toList());
        return told;
    }

    private static Map<String, Object> told(Occurrence occurrence, EventTimesLines lines) {
        Moment end = occurrence.end();
        return Map.of(
                "text", lines.of(occurrence),
                "row", occurrence.series(),
                "was", typed(occurrence.was()),
                "start", typed(occurrence.start()),
                "end", end == null ? "" : typed(end),
                "isCancelled", occurrence.isCancelled(),
                "isMoved", occurrence.isMoved());
    }

    private static String typed(Moment moment) {
        return moment.toString().replace('T', ' ');
    }
}
