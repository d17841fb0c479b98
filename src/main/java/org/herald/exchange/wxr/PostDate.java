package org.herald.exchange.wxr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instant of a post, from the first of its three dates that is one: UTC, the old site's local time, RSS. Each is read in
 * the forms of ISO 8601, SQL and RFC 822 that exporters write; a date without a time counts when none has one.
 */
final class PostDate {

    /** MySQL knows no earlier one; what exporters write before it stands for no date. */
    private static final int FIRST_YEAR = 1000;

    private static final String TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?\\s*(?<zone>[A-Za-z][A-Za-z_/]{0,40}"
                    + "|[+-]\\d{2}(?::?\\d{2})?)?(?:\\s*\\(.{0,40}\\))?";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:(?:[Tt]|\\s+)" + TIME + ")?");
    private static final Pattern RSS = Pattern.compile(
            "(?:[A-Za-z]{2,9}\\.?,?\\s+)?(?<day>\\d{1,2})[\\s-]+(?<month>[A-Za-z]{3})[a-z]*\\.?[\\s-]+(?<year>\\d{4}|\\d{2})"
                    + "(?:,?\\s+" + TIME + ")?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,10}");
    private static final Pattern IN_ADDRESS = Pattern.compile("/([0-9]{4})/([0-9]{2})/([0-9]{2})(?:/|$)");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Names of zones by their hours: those of RFC 822, section 5.1, and others that mean one thing alone. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("AKST", -9),
            Map.entry("AKDT", -8),
            Map.entry("HST", -10),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("MSD", 4),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("NZST", 12),
            Map.entry("NZDT", 13));

    /** A date as it was written, with what it says of its zone. */
    private record Read(LocalDate day, Optional<LocalTime> time, Optional<ZoneId> zone) {

        Instant in(ZoneId other) {
            return LocalDateTime.of(day, time.orElse(LocalTime.MIDNIGHT))
                    .atZone(zone.orElse(other))
                    .toInstant();
        }
    }

    /** An instant that was found elsewhere, with what an editor should know of it. */
    record Guess(Instant at, String note) {}

    private PostDate() {}

    /** @param zone the zone of the local time */
    static Optional<Instant> of(WxrPart.Dated dated, ZoneId zone) {
        var utc = read(dated.gmt());
        var local = read(dated.local());
        var rss = read(dated.rss());
        return timed(utc, ZoneOffset.UTC)
                .or(() -> timed(local, zone))
                .or(() -> timed(rss, ZoneOffset.UTC))
                .or(() -> local.or(() -> utc).or(() -> rss).map(day -> day.in(zone)));
    }

    /** For a post without a date that can be read: the day in its address, or when it was changed last. */
    static Optional<Guess> guess(WxrPart.Post post, ZoneId zone) {
        var day = IN_ADDRESS.matcher(post.named().link());
        String date = day.find() ? day.group(1) + "-" + day.group(2) + "-" + day.group(3) : "";
        return read(date)
                .map(found -> new Guess(
                        found.in(zone),
                        "converted: its date \"" + written(post.dated())
                                + "\" cannot be read, the day in its old address" + " was taken"))
                .or(() -> read(post.dated().modified())
                        .map(found -> new Guess(
                                found.in(ZoneOffset.UTC),
                                "converted: its date \"" + written(post.dated())
                                        + "\" cannot be read, the date of its last change was taken")));
    }

    /** The date as the file has it, for the report. */
    static String written(WxrPart.Dated dated) {
        return List.of(dated.local(), dated.gmt(), dated.rss()).stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** How far the local time is from UTC, where the file has both and neither says so itself. */
    static Optional<ZoneOffset> offset(WxrPart.Dated dated) {
        var utc = read(dated.gmt())
                .filter(read -> read.time().isPresent() && read.zone().isEmpty());
        var local = read(dated.local())
                .filter(read -> read.time().isPresent() && read.zone().isEmpty());
        if (utc.isEmpty() || local.isEmpty()) {
            return Optional.empty();
        }
        long seconds = local.get().in(ZoneOffset.UTC).getEpochSecond()
                - utc.get().in(ZoneOffset.UTC).getEpochSecond();
        boolean isOffset = Math.abs(seconds) <= 18 * 3600 && seconds % 900 == 0;
        return isOffset ? Optional.of(ZoneOffset.ofTotalSeconds((int) seconds)) : Optional.empty();
    }

    private static Optional<Instant> timed(Optional<Read> read, ZoneId zone) {
        return read.filter(found -> found.time().isPresent()).map(found -> found.in(zone));
    }

    private static Optional<Read> read(String text) {
        if (SECONDS.matcher(text).matches()) {
            var at = Instant.ofEpochSecond(Long.parseLong(text)).atZone(ZoneOffset.UTC);
            return Optional.of(new Read(at.toLocalDate(), Optional.of(at.toLocalTime()), Optional.of(ZoneOffset.UTC)));
        }
        var written = WRITTEN.matcher(text);
        var rss = RSS.matcher(text);
        try {
            return written.matches()
                    ? read(written, Integer.parseInt(written.group("month")))
                    : rss.matches()
                            ? read(rss, MONTHS.indexOf(rss.group("month").toLowerCase(Locale.ROOT)) + 1)
                            : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Read> read(Matcher found, int month) {
        var day = LocalDate.of(year(found.group("year")), month, Integer.parseInt(found.group("day")));
        if (day.getYear() < FIRST_YEAR) {
            return Optional.empty();
        }
        if (found.group("hour") == null) {
            return Optional.of(new Read(day, Optional.empty(), Optional.empty()));
        }
        String second = found.group("second");
        var time = LocalTime.of(
                Integer.parseInt(found.group("hour")),
                Integer.parseInt(found.group("minute")),
                second == null ? 0 : Integer.parseInt(second));
        return Optional.of(new Read(
                day, Optional.of(time), Optional.ofNullable(found.group("zone")).map(PostDate::zone)));
    }

    /** A year of two digits is read as RFC 2822, section 4.3, has it. */
    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
    }

    /** A name that is unknown counts as UTC (RFC 2822, section 4.3). */
    private static ZoneId zone(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            return ZoneOffset.of(text);
        }
        Integer hours = ZONES.get(text.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        try {
            return text.contains("/") ? ZoneId.of(text) : ZoneOffset.UTC;
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
