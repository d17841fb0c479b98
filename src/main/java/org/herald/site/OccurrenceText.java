package org.herald.site;

import com.ibm.icu.text.TimeZoneFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.jspecify.annotations.Nullable;

/** When an occurrence is, as readers and machines read it. Hours are those that the clocks of its place show. */
final class OccurrenceText {

    private final Edition edition;

    OccurrenceText(Edition edition) {
        this.edition = edition;
    }

    /** {@code 15:00–16:30}; empty for whole days. Where the clocks of its place are not the portal's, that is said. */
    String hours(Occurrence occurrence) {
        if (occurrence.isWholeDays()) {
            return "";
        }
        Moment end = occurrence.end();
        String from = time(occurrence.start(), occurrence.zone());
        String hours = end == null || end.isWholeDay()
                ? from
                : edition.words().say("event.hours", from, time(end, occurrence.zone()));
        return withZone(hours, occurrence);
    }

    private String withZone(String text, Occurrence occurrence) {
        return isElsewhere(occurrence) ? edition.words().say("event.in-zone", text, zone(occurrence.zone())) : text;
    }

    /** True when the clocks of its place show something else at its beginning than those of the portal. */
    private boolean isElsewhere(Occurrence occurrence) {
        return !occurrence.isWholeDays()
                && !occurrence
                        .zone()
                        .getRules()
                        .getOffset(occurrence.from())
                        .equals(edition.zone().getRules().getOffset(occurrence.from()));
    }

    /** {@code London}. */
    private String zone(ZoneId zone) {
        var format = TimeZoneFormat.getInstance(
                ULocale.forLanguageTag(edition.language().tag()));
        return format.format(TimeZoneFormat.Style.EXEMPLAR_LOCATION, TimeZone.getTimeZone(zone.getId()), 0);
    }

    /** {@code 2 July 2026 – 12 July 2026}, of one that is on for several days or until further notice. */
    String days(Occurrence occurrence) {
        var words = edition.words();
        String first = day(occurrence.start(), occurrence.zone());
        if (occurrence.isOpenEnded()) {
            return withZone(words.say("event.from-on", first), occurrence);
        }
        Moment end = occurrence.end();
        return end == null
                ? withZone(first, occurrence)
                : withZone(words.say("event.days", first, day(end, occurrence.zone())), occurrence);
    }

    private String day(Moment moment, ZoneId zone) {
        var day = local(moment, zone).toLocalDate();
        String text = edition.on(day).text();
        return moment.isWholeDay() ? text : edition.words().say("event.day-hours", text, time(moment, zone));
    }

    /** The whole of it: {@code Sunday, 5 July 2026, 15:00–16:30}. */
    String whole(Occurrence occurrence) {
        if (occurrence.isSeveralDays()) {
            return days(occurrence);
        }
        String day = edition.weekday(firstDay(occurrence)).text();
        String hours = hours(occurrence);
        return hours.isEmpty() ? day : edition.words().say("event.day-hours", day, hours);
    }

    /** A moment of an occurrence that was moved: with its day. */
    String was(Occurrence occurrence) {
        return day(occurrence.was(), occurrence.zone());
    }

    private static LocalDate firstDay(Occurrence occurrence) {
        return local(occurrence.start(), occurrence.zone()).toLocalDate();
    }

    private String time(Moment moment, ZoneId zone) {
        return edition.time(local(moment, zone).toLocalTime());
    }

    /** A time that the clocks skip is the one they show instead (RFC 5545, section 3.3.5). */
    private static ZonedDateTime local(Moment moment, ZoneId zone) {
        return moment.atStart().atZone(zone);
    }

    /** ISO 8601: a day, or a time with its offset. */
    static String iso(Moment moment, ZoneId zone) {
        if (moment.isWholeDay()) {
            return moment.day().toString();
        }
        ZonedDateTime local = local(moment, zone);
        boolean isWholeMinutes = local.getOffset().getTotalSeconds() % 60 == 0;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                isWholeMinutes ? local : local.withZoneSameInstant(ZoneOffset.UTC));
    }

    static String iso(Occurrence occurrence) {
        return iso(occurrence.start(), occurrence.zone());
    }

    /** Its end; null when it is not known. */
    static @Nullable String isoEnd(Occurrence occurrence) {
        Moment end = occurrence.end();
        return end == null ? null : iso(end, occurrence.zone());
    }
}
