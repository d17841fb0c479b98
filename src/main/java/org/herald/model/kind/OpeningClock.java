package org.herald.model.kind;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** By what a portal says whether something is open: the time, its zone and its public holidays. */
public record OpeningClock(InstantSource clock, ZoneId zone, Holidays holidays) {

    public OpeningCalendar calendar(OpeningHours hours) {
        return new OpeningCalendar(hours, zone, holidays);
    }

    public Instant now() {
        return clock.instant();
    }

    /** The day in the portal's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** The instant at which a day is over in the portal's zone. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
