package org.herald.store;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.TestPortal.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.model.Slug;
import org.herald.publish.Move;
import org.herald.publish.Publish;
import org.herald.publish.Restore;
import org.herald.publish.Withdraw;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, tallies and numbered pages against a plain list of what was published. */
final class ArchiveQueriesTest {
    private static final ListKey CASTLES = ListKey.tag(new Slug("castles"));
    private static final List<String> SECTIONS = List.of("news", "news/culture", "news/economy", "tourism");
    private static final Comparator<Story> NEWEST_FIRST = Comparator.comparing(Story::day)
            .thenComparing(Story::at)
            .thenComparingLong(story -> story.item().value())
            .reversed();

    @TempDir
    private Path folder;

    /** What the test knows of a published story. */
    private record Story(ItemId item, Language language, String section, boolean isTagged, Instant at, LocalDate day) {
        private boolean isIn(String path) {
            return section.equals(path) || section.startsWith(path + "/");
        }

        private Story movedTo(String other) {
            return new Story(item, language, other, isTagged, at, day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Minsk", "Europe/Paris"})
    void listsTalliesAndPagesAgreeWithWhatWasPublished(String zone) {
        var random = new Random(1918);
        try (var portal = new TestPortal(folder, ZoneId.of(zone))) {
            var stories = publish(portal, random, ZoneId.of(zone), 350);
            check(portal, stories);
            var withdrawn = new ArrayList<Story>();
            for (int i = 0; i < 90; i++) {
                int chosen = random.nextInt(stories.size());
                Story story = stories.remove(chosen);
                portal.done(new Withdraw(story.item(), "It was not true."));
                withdrawn.add(story);
            }
            check(portal, stories);
            for (int i = 0; i < 60; i++) {
                int chosen = random.nextInt(stories.size());
                String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
                portal.done(new Move(stories.get(chosen).item(), portal.section(section)));
                stories.set(chosen, stories.get(chosen).movedTo(section));
            }
            for (Story story : withdrawn.subList(0, 45)) {
                portal.done(new Restore(story.item()));
                stories.add(story);
            }
            check(portal, stories);
            for (Story story : stories) {
                portal.done(new Withdraw(story.item(), "It was not true."));
            }
            check(portal, List.of());
            assertEquals(List.of(), portal.tables().rows("select * from tally"));
            assertEquals(List.of(), portal.tables().rows("select * from listing"));
        }
    }

    /** Stories of seventy years in no order, some at the same instant, all published together. */
    private static List<Story> publish(TestPortal portal, Random random, ZoneId zone, int count) {
        long oldest = Instant.parse("1955-01-01T00:00:00Z").toEpochMilli();
        long newest = TestPortal.NOON.toEpochMilli();
        var stories = new ArrayList<Story>();
        Instant at = TestPortal.NOON;
        for (int i = 0; i < count; i++) {
            at = random.nextInt(5) == 0 ? at : Instant.ofEpochMilli(random.nextLong(oldest, newest));
            if (random.nextInt(3) == 0) {
                at = Instant.ofEpochMilli(random.nextLong(newest - 3_000_000_000L, newest));
            }
            var language = random.nextInt(4) == 0 ? BELARUSIAN : ENGLISH;
            String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
            boolean isTagged = random.nextBoolean();
            ItemId item =
                    portal.draft(section, language, isTagged ? tagged("Story " + i, "Castles") : tagged("Story " + i));
            portal.done(new Publish(item, at));
            stories.add(new Story(item, language, section, isTagged, at, LocalDate.ofInstant(at, zone)));
        }
        return stories;
    }

    private static void check(TestPortal portal, List<Story> stories) {
        for (var language : List.of(ENGLISH, BELARUSIAN)) {
            var spoken = stories.stream()
                    .filter(story -> story.language().equals(language))
                    .sorted(NEWEST_FIRST)
                    .toList();
            check(portal, ListKey.ALL, language, spoken);
            check(
                    portal,
                    CASTLES,
                    language,
                    spoken.stream().filter(Story::isTagged).toList());
            for (String section : SECTIONS) {
                var inside =
                        spoken.stream().filter(story -> story.isIn(section)).toList();
                check(portal, ListKey.section(portal.section(section)), language, inside);
            }
        }
    }

    private static void check(TestPortal portal, ListKey list, Language language, List<Story> stories) {
        var archive = portal.archive();
        var expected = stories.stream().map(Story::item).toList();
        assertEquals(expected, ids(archive.newest(list, language, 10_000)), list.value());
        assertEquals(
                expected.subList(0, Math.min(7, expected.size())),
                ids(archive.newest(list, language, 7)),
                list.value());
        Months months = archive.months(list, language);
        var byMonth = stories.stream().collect(Collectors.groupingBy(story -> YearMonth.from(story.day())));
        var counts = new TreeMap<YearMonth, Long>();
        byMonth.forEach((month, inMonth) -> counts.put(month, (long) inMonth.size()));
        assertEquals(counts, months.counts(), list.value());
        assertEquals(stories.size(), months.total());
        byMonth.forEach((month, inMonth) -> {
            var byDay =
                    inMonth.stream().collect(Collectors.groupingBy(Story::day, TreeMap::new, Collectors.counting()));
            assertEquals(byDay, archive.days(month, list, language), list + " " + month);
            assertEquals(inMonth.stream().map(Story::item).toList(), ids(archive.in(month, list, language, 1000)));
        });
        stories.stream().map(Story::day).distinct().limit(20).forEach(day -> {
            var onDay = stories.stream().filter(story -> story.day().equals(day));
            assertEquals(onDay.map(Story::item).toList(), ids(archive.on(day, list, language, 1000)));
        });
        for (int size : new int[] {1, 7, 20, 1000}) {
            checkPages(archive, list, language, months, size, size == 1 && expected.size() > 40, expected);
        }
    }

    private static void checkPages(
            ArchiveQueries archive,
            ListKey list,
            Language language,
            Months months,
            int size,
            boolean isTooLong,
            List<ItemId> expected) {
        if (isTooLong) {
            return;
        }
        int pages = (expected.size() + size - 1) / size;
        for (int number = 1; number <= pages; number++) {
            int end = expected.size() - (number - 1) * size;
            assertEquals(
                    expected.subList(Math.max(0, end - size), end),
                    ids(archive.page(list, language, months, number, size)),
                    list + " page " + number + " of " + pages);
        }
        for (long none :
                new long[] {0, -1, pages + 1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62, (1L << 62) + 1, 1L << 32}) {
            assertEquals(List.of(), archive.page(list, language, months, none, size), list + " page " + none);
        }
    }

    @Test
    void olderPagesKeepTheirNumbersAndStoriesWhenNewerOnesCome() {
        try (var portal = new TestPortal(folder)) {
            publish(portal, new Random(7), TestPortal.MINSK, 53);
            var before = pages(portal);
            for (int i = 0; i < 25; i++) {
                portal.clock().pass(Duration.ofHours(5));
                portal.published("Newer story " + i);
                var now = pages(portal);
                for (int page = 0; page < before.size() - 1; page++) {
                    assertEquals(before.get(page), now.get(page), "page " + (page + 1));
                }
                assertTrue(now.get(before.size() - 1).containsAll(before.getLast()));
                before = now;
            }
        }
    }

    private static List<List<ItemId>> pages(TestPortal portal) {
        var pages = new ArrayList<List<ItemId>>();
        Months months = portal.archive().months(ListKey.ALL, ENGLISH);
        for (long number = 1; ; number++) {
            var page = portal.archive().page(ListKey.ALL, ENGLISH, months, number, 10);
            if (page.isEmpty()) {
                return pages;
            }
            pages.add(ids(page));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Europe/Minsk, 1961-04-12T06:07:00Z    , 1961-04-12
            Europe/Minsk, 1969-12-31T20:59:59.999Z, 1969-12-31
            Europe/Minsk, 1969-12-31T21:00:00Z    , 1970-01-01
            Europe/Minsk, 2023-12-31T20:59:59.999Z, 2023-12-31
            Europe/Minsk, 2023-12-31T21:00:00Z    , 2024-01-01
            Europe/Minsk, 2024-02-29T20:59:59Z    , 2024-02-29
            Europe/Paris, 2024-03-30T22:59:59.999Z, 2024-03-30
            Europe/Paris, 2024-03-30T23:00:00Z    , 2024-03-31
            Europe/Paris, 2024-03-31T21:59:59.999Z, 2024-03-31
            Europe/Paris, 2024-03-31T22:00:00Z    , 2024-04-01
            Europe/Paris, 2023-10-28T22:00:00Z    , 2023-10-29
            Europe/Paris, 2023-10-29T22:59:59.999Z, 2023-10-29
            Europe/Paris, 2023-10-29T23:00:00Z    , 2023-10-30
            """)
    void storyStandsOnItsDayInThePortalsZone(ZoneId zone, Instant at, LocalDate day) {
        try (var portal = new TestPortal(folder, zone)) {
            ItemId item = portal.draft("Mir castle");
            String path = portal.done(new Publish(item, at));
            assertTrue(path.contains("/" + day.toString().replace('-', '/') + "/"), path);
            var month = YearMonth.from(day);
            var archive = portal.archive();
            assertEquals(List.of(item), ids(archive.on(day, ListKey.ALL, ENGLISH, 10)));
            assertEquals(List.of(), archive.on(day.plusDays(1), ListKey.ALL, ENGLISH, 10));
            assertEquals(List.of(), archive.on(day.minusDays(1), ListKey.ALL, ENGLISH, 10));
            assertEquals(List.of(item), ids(archive.in(month, ListKey.ALL, ENGLISH, 10)));
            assertEquals(Map.of(day, 1L), archive.days(month, ListKey.ALL, ENGLISH));
            Months months = archive.months(ListKey.ALL, ENGLISH);
            assertEquals(Map.of(month, 1L), months.counts());
            assertEquals(Map.of(Year.of(day.getYear()), 1L), months.years());
            assertEquals(at, archive.newest(ListKey.ALL, ENGLISH, 1).getFirst().publishedAt());
        }
    }

    @Test
    void newestOfSeveralListsComeInOneStatement() {
        try (var portal = new TestPortal(folder)) {
            var stories = publish(portal, new Random(3), TestPortal.MINSK, 60);
            var counts = new LinkedHashMap<ListKey, Integer>();
            counts.put(ListKey.section(portal.section("tourism")), 4);
            counts.put(CASTLES, 3);
            counts.put(ListKey.section(portal.section("about")), 5);
            counts.put(ListKey.ALL, 6);
            long before = portal.database().statements();
            var found = portal.archive().newest(counts, ENGLISH);
            assertEquals(before + 1, portal.database().statements());
            assertEquals(List.copyOf(counts.keySet()), List.copyOf(found.keySet()));
            counts.forEach(
                    (list, count) -> assertEquals(portal.archive().newest(list, ENGLISH, count), found.get(list)));
            assertFalse(stories.isEmpty());
            assertEquals(Map.of(), portal.archive().newest(Map.of(), ENGLISH));
        }
    }

    @Test
    void everyQuestionTakesOneStatementAndAPageTwo() {
        try (var portal = new TestPortal(folder)) {
            publish(portal, new Random(5), TestPortal.MINSK, 40);
            var archive = portal.archive();
            var day = LocalDate.of(2024, 8, 19);
            Months months = archive.months(ListKey.ALL, ENGLISH);
            assertEquals(1, cost(portal, () -> archive.newest(ListKey.ALL, ENGLISH, 20)));
            assertEquals(1, cost(portal, () -> archive.on(day, ListKey.ALL, ENGLISH, 20)));
            assertEquals(1, cost(portal, () -> archive.in(YearMonth.from(day), ListKey.ALL, ENGLISH, 20)));
            assertEquals(1, cost(portal, () -> archive.months(ListKey.ALL, ENGLISH)));
            assertEquals(1, cost(portal, () -> archive.days(YearMonth.from(day), ListKey.ALL, ENGLISH)));
            assertEquals(2, cost(portal, () -> archive.page(ListKey.ALL, ENGLISH, months, 2, 10)));
            assertEquals(0, cost(portal, () -> archive.page(ListKey.ALL, ENGLISH, months, 200, 10)));
        }
    }

    private static long cost(TestPortal portal, Runnable question) {
        long before = portal.database().statements();
        question.run();
        return portal.database().statements() - before;
    }

    private static List<ItemId> ids(List<LiveItem> items) {
        return items.stream().map(LiveItem::id).toList();
    }
}
