package org.herald.newsroom.desk;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.DeskLine;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.herald.newsroom.Choice;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Sections;
import org.herald.newsroom.desk.PlanPage.Day;
import org.herald.newsroom.desk.PlanPage.Plan;
import org.herald.store.DeskQueries.Filter;
import org.jspecify.annotations.Nullable;

/** Puts the calendar of a month together. */
@Singleton
public final class PlanScreen {

    private static final int MOST = 500;
    private static final int WEEK = 7;

    private final NewsroomFrames frames;
    private final NewsroomQueries queries;
    private final PortalTime time;
    private final Settings settings;
    private final InstantSource clock;

    public PlanScreen(
            NewsroomFrames frames, NewsroomQueries queries, PortalTime time, Settings settings, InstantSource clock) {
        this.frames = frames;
        this.queries = queries;
        this.time = time;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is planned for each day of a month. */
    private record Plans(Map<LocalDate, List<Plan>> byDay, boolean isCut) {}

    /** @param asked nothing means the month that it is */
    PlanPage page(DeskFilter filter, Optional<YearMonth> asked) {
        Words words = frames.words();
        var today = clock.instant().atZone(time.zone()).toLocalDate();
        var month = asked.orElse(YearMonth.from(today));
        var sections = queries.sections(new Language(words.tag()));
        var plans = plans(filter, sections, month, words);
        String section = filter.section();
        var published = queries.desk()
                .published(
                        ListKey.section(section.isEmpty() ? Section.ROOT : new SectionId(Long.parseLong(section))),
                        language(filter),
                        month.atDay(1),
                        month.atEndOfMonth());
        DayOfWeek first = firstDay(words);
        String name = DateTimeFormatter.ofPattern(words.say("date.month"), words.locale())
                .format(month);
        return new PlanPage(
                frames.frame(words.say("plan.title", name), Area.PLAN),
                new PlanPage.Month(
                        name, month.toString(), path(filter, month.minusMonths(1)), path(filter, month.plusMonths(1))),
                sections.choices(section),
                settings.languages().stream()
                        .map(language ->
                                Choice.of(language.tag(), LanguageNames.name(language, words), filter.language()))
                        .toList(),
                weekdays(first, words),
                weeks(month, first, day -> day(day, today, published, plans, words)),
                plans.isCut());
    }

    private static @Nullable Language language(DeskFilter filter) {
        return filter.language().isEmpty() ? null : new Language(filter.language());
    }

    private static String path(DeskFilter filter, YearMonth month) {
        String query = filter.query();
        return "/newsroom/plan?month=" + month + (query.isEmpty() ? "" : "&" + query);
    }

    private Plans plans(DeskFilter filter, Sections sections, YearMonth month, Words words) {
        ZoneId zone = time.zone();
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Filter asked = new Filter(
                Set.of(),
                filter.section().isEmpty()
                        ? Set.of()
                        : sections.withAllBelow(new SectionId(Long.parseLong(filter.section()))),
                language(filter),
                null,
                "",
                null,
                null,
                false,
                false);
        var byTime = new TreeMap<Instant, List<Plan>>();
        var released = queries.desk().released(asked, from, until, MOST);
        released.forEach(line -> add(byTime, line.releaseAt(), line, "release", words.say("plan.release"), words));
        var due = queries.desk().due(asked, from, until, MOST);
        due.forEach(line -> add(
                byTime,
                line.assignment().dueAt(),
                line,
                "due",
                line.assignment().name().isEmpty()
                        ? words.say("plan.due")
                        : words.say("plan.due-for", line.assignment().name()),
                words));
        var heldBack = queries.desk().heldBack(asked, from, until, MOST);
        heldBack.forEach(line -> add(byTime, line.embargoAt(), line, "embargo", words.say("plan.embargo"), words));
        var byDay = new TreeMap<LocalDate, List<Plan>>();
        byTime.forEach((at, plans) -> byDay.computeIfAbsent(at.atZone(zone).toLocalDate(), day -> new ArrayList<>())
                .addAll(plans));
        return new Plans(byDay, Stream.of(released, due, heldBack).anyMatch(some -> some.size() == MOST));
    }

    private void add(
            SortedMap<Instant, List<Plan>> byTime,
            @Nullable Instant at,
            DeskLine line,
            String what,
            String hint,
            Words words) {
        if (at != null) {
            var facts = line.facts();
            String seconds = at.getEpochSecond() % 60 == 0
                    ? time.timeOf(at, words).text()
                    : at.atZone(time.zone()).toLocalTime().withNano(0).toString();
            byTime.computeIfAbsent(at, each -> new ArrayList<>())
                    .add(new Plan(
                            what,
                            seconds,
                            facts.item().value(),
                            facts.headline(),
                            facts.language().tag(),
                            hint));
        }
    }

    private Day day(LocalDate day, LocalDate today, SortedMap<LocalDate, Long> published, Plans plans, Words words) {
        Long stories = published.get(day);
        return new Day(
                day.getDayOfMonth(),
                DateTimeFormatter.ofPattern(words.say("date.weekday-day-of-year"), words.locale())
                        .format(day),
                day.toString(),
                day.equals(today),
                stories == null ? "" : words.say("plan.published", stories),
                plans.byDay().getOrDefault(day, List.of()));
    }

    private static List<List<Day>> weeks(YearMonth month, DayOfWeek first, DayOfMonth write) {
        var days = new ArrayList<Day>();
        int before = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), WEEK);
        for (int i = 0; i < before; i++) {
            days.add(new Day(0, "", "", false, "", List.of()));
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            days.add(write.day(month.atDay(day)));
        }
        while (days.size() % WEEK != 0) {
            days.add(new Day(0, "", "", false, "", List.of()));
        }
        var weeks = new ArrayList<List<Day>>();
        for (int i = 0; i < days.size(); i += WEEK) {
            weeks.add(List.copyOf(days.subList(i, i + WEEK)));
        }
        return weeks;
    }

    /** Writes a day of the month. */
    @FunctionalInterface
    private interface DayOfMonth {
        Day day(LocalDate day);
    }

    private static List<String> weekdays(DayOfWeek first, Words words) {
        var names = new ArrayList<String>();
        for (int i = 0; i < WEEK; i++) {
            names.add(first.plus(i).getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
        }
        return names;
    }

    /** The day on which the likeliest region of the visitor's language begins its weeks. */
    private static DayOfWeek firstDay(Words words) {
        int day = Calendar.getInstance(ULocale.addLikelySubtags(ULocale.forLanguageTag(words.tag())))
                .getFirstDayOfWeek();
        return DayOfWeek.SUNDAY.plus(day - Calendar.SUNDAY);
    }
}
