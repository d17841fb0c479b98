package org.herald.model.kind;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.Words;
import org.herald.model.event.ChangedOccurrence;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.event.Rule;
import org.herald.model.event.Series;
import org.herald.model.event.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place, in the language of readers: “every Sunday at 15:00 and 17:00, not on 26 July”. A line for each
 * series, and one for its venue where it has its own.
 */
public final class EventTimesLines {

    /** How many dates of a rule are named that has no words. */
    private static final int SOME_DATES = 6;

    private final Words words;
    private final MomentWords moments;
    private final RuleWords rules;
    private final @Nullable LocalDate today;

    /** For a text that is kept: it says all, also what is over. */
    public EventTimesLines(Words words) {
        this(words, null);
    }

    /** @param today single dates before it are not said, nor when a series began; null to say all */
    public EventTimesLines(Words words, @Nullable LocalDate today) {
        this.words = words;
        this.moments = new MomentWords(words);
        this.rules = new RuleWords(words);
        this.today = today;
    }

    public List<FactLine> of(EventTimes times) {
        return times.series().stream()
                .flatMap(series -> Stream.concat(
                        Stream.of(new FactLine.Plain(zoned(line(times, series), times, series))),
                        venue(series.venue())))
                .toList();
    }

    private static Stream<FactLine> venue(@Nullable ItemId venue) {
        return venue == null ? Stream.empty() : Stream.of(new FactLine.Own("item:" + venue, ""));
    }

    /** {@code Sunday, 5 July 2026, 15:00–16:30} */
    public String of(Occurrence occurrence) {
        Moment start = occurrence.start();
        Moment end = occurrence.end();
        if (occurrence.isOpenEnded()) {
            return words.say(
                    "when.from", moments.moment(start, true), start.day().getDayOfMonth());
        }
        if (occurrence.isSeveralDays() && end != null) {
            return start.isWholeDay()
                    ? moments.days(start.day(), end.day(), true)
                    : words.say("when.range", moments.moment(start, true), moments.moment(end, true));
        }
        String day = moments.weekdayAndDay(start.day());
        LocalTime time = start.time();
        return time == null
                ? day
                : words.say(
                        "when.comma", day, moments.times(List.of(new TimeSpan(time, end == null ? null : end.time()))));
    }

    private String line(EventTimes times, Series series) {
        if (series.rules().isEmpty()) {
            return parts(series, single(series));
        }
        LocalDate last = Optional.ofNullable(series.last()).orElse(series.first());
        var phrases = series.rules().stream()
                .map(rule -> rules.of(rule, series.first(), last))
                .toList();
        boolean areSaid = phrases.stream().allMatch(Optional::isPresent)
                && series.rules().stream().noneMatch(Rule::isWithinDays);
        return areSaid
                ? parts(
                        series,
                        recurring(
                                times,
                                series,
                                phrases.stream().flatMap(Optional::stream).toList()))
                : dates(times, series);
    }

    private String single(Series series) {
        LocalDate first = series.first();
        if (series.isOpenEnded()) {
            String from = words.say("when.from", moments.day(first), first.getDayOfMonth());
            return series.times().isEmpty() ? from : words.say("when.comma", from, moments.times(series.times()));
        }
        LocalDate last = series.last();
        if (series.times().isEmpty()) {
            return moments.days(first, last == null ? first : last, true);
        }
        LocalTime until = series.times().getFirst().until();
        if (last == null || last.equals(first)) {
            return words.say("when.comma", moments.day(first), moments.times(series.times()));
        }
        Moment start = new Moment(first, series.times().getFirst().from());
        return until == null
                ? words.say("when.comma", moments.days(first, last, true), moments.times(series.times()))
                : words.say("when.range", spoken(start), spoken(new Moment(last, until)));
    }

    private String spoken(Moment moment) {
        LocalTime time = moment.time();
        return time == null
                ? moments.day(moment.day())
                : words.say("when.comma", moments.day(moment.day()), MomentWords.time(time));
    }

    private String recurring(EventTimes times, Series series, List<String> phrases) {
        String phrase = moments.list(phrases.stream().distinct().toList());
        var parts = new ArrayList<String>();
        boolean isInYears = series.rules().stream()
                .allMatch(rule ->
                        rule.text().contains("FREQ=YEARLY") && !rule.text().contains("BYDAY"));
        long days = days(series);
        if (days > 1 && !isInYears) {
            parts.add(words.say("when.days-each", days));
        }
        if (series.times().stream().allMatch(span -> span.until() == null)
                && !series.times().isEmpty()) {
            parts.addFirst(words.say("when.at", phrase, moments.times(series.times())));
        } else {
            parts.addFirst(phrase);
            if (!series.times().isEmpty()) {
                parts.add(days > 1 ? overDays(series.times().getFirst()) : moments.times(series.times()));
            }
        }
        bounds(times, series).ifPresent(bounds -> {
            if (parts.size() == 1 && series.times().isEmpty() && count(series) == 0) {
                parts.set(0, parts.getFirst() + " " + bounds);
            } else {
                parts.add(bounds);
            }
        });
        return moments.parts(parts);
    }

    private static long days(Series series) {
        LocalDate last = series.last();
        return last == null ? 1 : last.toEpochDay() - series.first().toEpochDay() + 1;
    }

    private String overDays(TimeSpan span) {
        LocalTime until = span.until();
        return until == null
                ? MomentWords.time(span.from())
                : words.say("when.hours-of-days", MomentWords.time(span.from()), MomentWords.time(until));
    }

    private static int count(Series series) {
        return series.rules().size() == 1 ? RuleWords.count(series.rules().getFirst()) : 0;
    }

    /** From when until when it recurs; absent for a series without an end that has begun. */
    private Optional<String> bounds(EventTimes times, Series series) {
        var parts = new ArrayList<String>();
        int count = count(series);
        if (count > 0) {
            parts.add(words.say("when.count", count));
        }
        LocalDate first = series.first();
        boolean isToCome = today != null && first.isAfter(today);
        Optional<LocalDate> until = until(times, series);
        if (until.isPresent()) {
            parts.add(
                    today == null || isToCome
                            ? words.say(
                                    "when.between",
                                    moments.day(
                                            first,
                                            first.getYear() != until.get().getYear()),
                                    moments.day(until.get()),
                                    first.getDayOfMonth())
                            : words.say("when.until", moments.day(until.get())));
        } else if (count > 0 || isToCome) {
            parts.add(words.say("when.from", moments.day(first), first.getDayOfMonth()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(moments.parts(parts));
    }

    /** The last day of all rules; absent where one of them has none. */
    private static Optional<LocalDate> until(EventTimes times, Series series) {
        ZoneId zone = times.zone(ZoneOffset.UTC);
        var ends = series.rules().stream().map(rule -> rule.until(zone)).toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).map(Moment::day).max(LocalDate::compareTo)
                : Optional.empty();
    }

    /** The text with what differs from the rule: also, not on, changed. */
    private String parts(Series series, String text) {
        var parts = new ArrayList<String>();
        parts.add(text);
        add(parts, "when.not-on", coming(series.except()), series);
        var cancelled = series.changes().stream()
                .filter(ChangedOccurrence::isCancelled)
                .map(ChangedOccurrence::was)
                .map(was -> isOnlyOne(series, was) ? new Moment(was.day(), null) : was)
                .distinct()
                .toList();
        add(parts, "when.cancelled", coming(cancelled), series);
        for (ChangedOccurrence change : series.changes()) {
            Moment start = change.start();
            if (start != null && !(isOver(change.was()) && isOver(start))) {
                parts.add(moved(series, change, start));
            }
        }
        var also = coming(series.also());
        if (!also.isEmpty()) {
            parts.add(words.say("when.also", moments.list(moments.moments(also, true))));
        }
        return moments.parts(parts);
    }

    private void add(List<String> parts, String key, List<Moment> all, Series series) {
        if (!all.isEmpty()) {
            boolean hasYear = all.stream().anyMatch(moment -> isYearSaid(series, moment.day()));
            parts.add(words.say(key, moments.list(moments.moments(all, hasYear))));
        }
    }

    /** {@code on 2 August at 16:00 instead of 15:00} */
    private String moved(Series series, ChangedOccurrence change, Moment start) {
        Moment was = change.was();
        boolean hasYear = isYearSaid(series, start.day()) || isYearSaid(series, was.day());
        String day = moments.day(start.day(), hasYear);
        LocalTime time = start.time();
        LocalTime before = was.time();
        Moment end = change.end();
        LocalTime until = end == null || !isSameNight(start, end) ? null : end.time();
        String at = time == null
                ? day
                : until == null
                        ? words.say("when.at", day, MomentWords.time(time))
                        : words.say("when.comma", day, moments.times(List.of(new TimeSpan(time, until))));
        if (end != null && !isSameNight(start, end)) {
            at = words.say("when.range", moments.moment(start, hasYear), moments.moment(end, hasYear));
        }
        if (was.equals(start)) {
            return words.say("when.on", at);
        }
        return words.say(
                "when.instead",
                at,
                was.day().equals(start.day()) && before != null
                        ? MomentWords.time(before)
                        : isOnlyOne(series, was) ? moments.day(was.day(), hasYear) : moments.moment(was, hasYear));
    }

    private static boolean isSameNight(Moment start, Moment end) {
        return !end.atStart().isAfter(start.atStart().plusDays(1));
    }

    /** True when the day alone tells which occurrence is meant. */
    private static boolean isOnlyOne(Series series, Moment was) {
        return was.isWholeDay()
                || (series.times().size() == 1
                        && series.times().getFirst().from().equals(was.time()));
    }

    private List<Moment> coming(List<Moment> all) {
        return all.stream().filter(moment -> !isOver(moment)).toList();
    }

    private boolean isOver(Moment moment) {
        return today != null && moment.day().isBefore(today);
    }

    /** True when a day of the series would be taken for one of another year. */
    private boolean isYearSaid(Series series, LocalDate day) {
        return day.getYear() != (today == null ? series.first() : today).getYear();
    }

    /** Some dates of a rule that has no words. */
    private String dates(EventTimes times, Series series) {
        var own = new Occurrences(new EventTimes(times.zone(), List.of(series)), ZoneOffset.UTC);
        LocalDate from = today == null ? Occurrences.BEGINNING : today;
        List<Occurrence> some = own.after(from.atStartOfDay(ZoneOffset.UTC).toInstant(), SOME_DATES + 1);
        if (some.isEmpty()) {
            some = own.before(from.atStartOfDay(ZoneOffset.UTC).toInstant(), SOME_DATES);
        }
        var said = some.stream()
                .filter(occurrence -> !occurrence.isCancelled())
                .limit(SOME_DATES)
                .map(Occurrence::start)
                .toList();
        if (said.isEmpty()) {
            return moments.day(series.first());
        }
        var listed = moments.moments(said, true);
        return some.size() > SOME_DATES ? words.say("when.and-further", moments.parts(listed)) : moments.list(listed);
    }

    private String zoned(String text, EventTimes times, Series series) {
        ZoneId zone = times.zone();
        boolean hasTimes = !series.times().isEmpty()
                || series.also().stream().anyMatch(moment -> !moment.isWholeDay())
                || series.changes().stream()
                        .map(ChangedOccurrence::start)
                        .filter(Objects::nonNull)
                        .anyMatch(start -> !start.isWholeDay());
        return zone == null || !hasTimes ? text : words.say("when.zone", text, place(zone));
    }

    /** The place by which a zone is known, in the language of the words. */
    private String place(ZoneId zone) {
        String place =
                TimeZoneNames.getInstance(ULocale.forLocale(words.locale())).getExemplarLocationName(zone.getId());
        return place == null || place.isEmpty() ? zone.getId() : place;
    }
}
