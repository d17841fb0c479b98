package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import org.herald.model.Section;
import org.herald.store.ArchiveQueries;
import org.herald.store.Months;
import org.jspecify.annotations.Nullable;

/** What the archive pages, and all pages that show a calendar, ask and draw in common. */
@Singleton
public final class Archive {

    private final ArchiveQueries queries;
    private final InstantSource clock;

    public Archive(ArchiveQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    ArchiveQueries queries() {
        return queries;
    }

    /** The months of a section, or of the whole portal without one. */
    Months months(Edition edition, @Nullable Section section) {
        return queries.months(Urls.list(section), edition.language());
    }

    /** The calendar of a month, for one statement. */
    Calendar calendar(Edition edition, @Nullable Section section, YearMonth month, Months months) {
        var days = queries.days(month, Urls.list(section), edition.language());
        return calendars(edition)
                .of(month, Urls.archiveBase(edition.language(), section), days, Calendars.Neighbours.of(month, months));
    }

    /** The calendar of this month or, when it has no stories, of the newest month that has. */
    Calendar calendar(Edition edition, @Nullable Section section, Months months) {
        return calendar(edition, section, calendars(edition).monthToShow(months), months);
    }

    Calendars calendars(Edition edition) {
        return new Calendars(edition, today(edition));
    }

    LocalDate today(Edition edition) {
        return edition.today(clock.instant());
    }

    /** The day of an address; text that is no day of the calendar is an address that does not exist. */
    static LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            throw new NotFoundException(none);
        }
    }

    static YearMonth month(String year, String month) {
        try {
            return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        } catch (DateTimeException none) {
            throw new NotFoundException(none);
        }
    }
}
