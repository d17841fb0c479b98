package org.herald.site;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Set;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.event.Occurrences;
import org.herald.model.kind.Kind;

/** What a page of a calendar is asked for: the section that shows it, its kind, and what the query says. */
record CalendarScope(Edition edition, Section section, Kind kind, CalendarQuery query) {

    static final String UPCOMING = "upcoming";
    static final String TODAY = "today";
    static final String WEEKEND = "weekend";
    static final String PAST = "past";
    static final String DATES = "dates";

    static final Set<String> LISTS = Set.of(UPCOMING, TODAY, WEEKEND, PAST, DATES);

    Language language() {
        return edition.language();
    }

    String say(String key) {
        return edition.words().say(key);
    }

    /** The section's own address. */
    String base() {
        return Urls.section(language(), section);
    }

    CalendarScope with(CalendarQuery other) {
        return new CalendarScope(edition, section, kind, other);
    }

    /** What is to come, as the query chooses it; without any choice that is the section itself. */
    String upcoming() {
        return query.values().isEmpty() ? base() : at("/" + UPCOMING);
    }

    String at(String page) {
        return query.at(base() + page);
    }

    String year(Year year) {
        return query.at(Urls.year(base(), year.getValue()));
    }

    String month(YearMonth month) {
        return query.at(Urls.month(base(), month));
    }

    String day(LocalDate day) {
        return query.at(Urls.day(base(), day));
    }

    /** The week with this day, as ISO 8601 numbers weeks. */
    String week(LocalDate day) {
        return query.at(String.format(
                Locale.ROOT,
                "%s/%04d/w%02d",
                base(),
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    /** True for days of which a calendar knows something. */
    static boolean isKnown(LocalDate day) {
        return !day.isBefore(Occurrences.BEGINNING) && !day.isAfter(Occurrences.HORIZON);
    }

    static boolean isKnown(YearMonth month) {
        return isKnown(month.atDay(1));
    }
}
