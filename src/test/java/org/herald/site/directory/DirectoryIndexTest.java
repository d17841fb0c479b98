package org.herald.site.directory;

import static java.util.Objects.requireNonNull;
import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.geo.Point;
import org.herald.model.kind.Fields;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.Holidays;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.Labels;
import org.herald.model.kind.OpeningClock;
import org.herald.model.kind.OpeningHoursType;
import org.herald.publish.Create;
import org.herald.publish.DirectorySections;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.Revise;
import org.herald.publish.Withdraw;
import org.herald.store.ChangeQueries;
import org.herald.store.DirectoryQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryIndexTest {

    private static final KindName SIGHT = new KindName("sight");
    private static final String DECLARATION = """
        kind: sight
        names:
          en: {one: Sight, many: Sights}
        stands: directory
        section: tourism/sights
        fields:
          type: {type: choice, choices: [castle, church, park], filter: true, shared: true}
          suits: {type: choices, choices: [children, groups], filter: true}
          free: {type: yes-no, filter: true}
          built: {type: year, sort: true, filter: range, shared: true}
          place: {type: coordinates, shared: true}
          hours: {type: opening-hours, shared: true}
          local: {type: text, sort: true}
        """;
    private static final Instant NOW = Instant.parse("2026-07-02T09:00:00Z");

    @TempDir
    private Path folder;

    private Kinds kinds = KindFiles.ofProduct(); // with the sight from the beginning of each test on
    private TestPortal portal; // made for each test
    private DirectoryIndex index; // of that portal

    @BeforeEach
    void makeThePortal() throws IOException {
        Files.createDirectories(folder.resolve("site/kinds"));
        Files.writeString(folder.resolve("site/kinds/sight.yaml"), DECLARATION);
        kinds = KindFiles.read(folder.resolve("site")).kinds();
        portal = new TestPortal(folder, PublishingRules.none(kinds));
        portal.bus().together(Cast.ALESIA, new DirectorySections(kinds, List.of(ENGLISH))::add);
        index = new DirectoryIndex(
                new DirectoryQueries(portal.database()), new ChangeQueries(portal.database()), kinds, clock());
    }

    private static OpeningClock clock() {
        return new OpeningClock(
                () -> NOW, ZoneId.of("Europe/Minsk"), new Holidays(Map.of(MonthDay.of(7, 3), Labels.NONE), Map.of()));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void sectionOfTheDirectoryIsThereAndTakesEntriesOfTheRoot() {
        var mir = shown("Mir Castle", Map.of());

        assertEquals(
                "/en/tourism/sights/mir-castle",
                portal.tables().value("select path from live where item_id = ?", mir.value()));
    }

    @Test
    void whatIsPublishedChangedAndWithdrawnIsFoundAtOnce() {
        assertEquals(List.of(), headlines(Selection.all("headline")));
        var mir = shown("Mir Castle", Map.of("type", "castle"));
        var church = shown("A church", Map.of("type", "church"));
        assertEquals(List.of("A church", "Mir Castle"), headlines(Selection.all("headline")));
        assertEquals(List.of("Mir Castle"), headlines(chosen("type", "castle")));

        portal.done(new Revise(mir, content("Mir Palace", Map.of("type", "park")), null));
        assertEquals(List.of("Mir Castle"), headlines(chosen("type", "castle")), "a draft is no publication");
        portal.done(new Publish(mir, null));
        assertEquals(List.of("Mir Palace"), headlines(chosen("type", "park")));
        assertEquals(List.of(), headlines(chosen("type", "castle")));

        portal.done(new Withdraw(church, "gone"));
        assertEquals(List.of("Mir Palace"), headlines(Selection.all("headline")));
    }

    @Test
    void whatOpensOnADayIsCountedAndFound() {
        var mir = shown("Mir Castle", Map.of());
        hours(mir, "Mir Castle", "castle", Map.of("mo", "closed", "th", "10:00-18:00", "fr", "10:00-18:00"));
        hours(
                shown("A church", Map.of()),
                "A church",
                "church",
                Map.of("th", "24 h", "fr", "24 h", "holidays", "closed"));
        shown("A park", Map.of("type", "park"));
        var translation = portal.done(new Create(
                SIGHT,
                BELARUSIAN,
                new GroupId(mir.value()),
                Section.ROOT,
                null,
                Content.of("Мірскі замак", new Body("<p>Пяць вежаў.</p>")),
                null));
        portal.done(new Publish(translation, null));
        var thursday = LocalDate.of(2026, 7, 2);

        assertEquals(2, find(Selection.all("headline").on(thursday, false)).openToday());
        assertEquals(3, find(Selection.all("headline").on(thursday, false)).total());
        assertEquals(
                List.of("A church", "Mir Castle"),
                headlines(Selection.all("headline").on(thursday, true)));
        assertEquals(1, find(chosen("type", "castle").on(thursday, false)).openToday());
        assertEquals(0, find(chosen("type", "park").on(thursday, true)).total());
        assertEquals(
                Map.of("castle", 1, "church", 1),
                find(Selection.all("headline").on(thursday, true)).counts().get("type"));
        assertEquals(
                1,
                index.find(kind(), BELARUSIAN, Selection.all("headline").on(thursday, true), 0, 10)
                        .total(),
                "a translation has the hours of its original");

        var holiday = thursday.plusDays(1);
        assertEquals(
                List.of("Mir Castle"), headlines(Selection.all("headline").on(holiday, true)), "3 July is a holiday");

        hours(mir, "Mir Castle", "castle", Map.of("mo", "10:00-12:00"));
        assertEquals(List.of(), headlines(Selection.all("headline").on(holiday, true)));
        assertEquals(
                0,
                index.find(kind(), BELARUSIAN, Selection.all("headline").on(holiday, true), 0, 10)
                        .total());
    }

    private void hours(ItemId entry, String headline, String type, Map<String, String> typed) {
        var content = content(headline, Map.of("type", type));
        portal.done(new Revise(
                entry, content.withFields(content.fields().with("hours", new OpeningHoursType().typed(typed))), null));
        portal.done(new Publish(entry, null));
    }

    @Test
    void sharedValueOfTheOriginalFindsItsTranslations() {
        var mir = shown("Mir Castle", Map.of("type", "castle"));
        var translation = portal.done(new Create(
                SIGHT,
                BELARUSIAN,
                new GroupId(mir.value()),
                Section.ROOT,
                null,
                Content.of("Мірскі замак", new Body("<p>Пяць вежаў.</p>")),
                null));
        portal.done(new Publish(translation, null));
        assertEquals(
                1,
                index.find(kind(), BELARUSIAN, chosen("type", "castle"), 0, 10).total());

        portal.done(new Revise(mir, content("Mir Castle", Map.of("type", "park")), null));
        portal.done(new Publish(mir, null));

        assertEquals(
                0,
                index.find(kind(), BELARUSIAN, chosen("type", "castle"), 0, 10).total());
        assertEquals(
                1, index.find(kind(), BELARUSIAN, chosen("type", "park"), 0, 10).total());
    }

    @Test
    void namesAreFoundByTheBeginningsOfTheirWordsWhateverTheirMarks() {
        shown("Нясвіжскі замак у Ёдках", Map.of());
        shown("D’Arc’s O'Hara Château", Map.of());

        for (String typed : List.of("замак", "НЯСВ", "едк", "замак нясвіж", "darc chat", "ohara")) {
            var words = Folding.words(typed);
            assertEquals(
                    1,
                    find(new Selection(Map.of(), Map.of(), words, null, null, "headline"))
                            .total(),
                    typed);
        }
        for (String typed : List.of("амак", "замак zzz")) {
            var words = Folding.words(typed);
            assertEquals(
                    0,
                    find(new Selection(Map.of(), Map.of(), words, null, null, "headline"))
                            .total(),
                    typed);
        }
    }

    @Test
    void nearestComesFirstAndWhatHasNoPlaceLast() {
        shown("Mir", Map.of("place", "53.451, 26.473"));
        shown("Nowhere", Map.of());
        shown("Nesvizh", Map.of("place", "53.223, 26.692"));
        shown("Brest", Map.of("place", "52.083, 23.657"));

        var found = find(new Selection(Map.of(), Map.of(), List.of(), null, new Point(53.22, 26.7), "headline"));

        assertEquals(List.of("Nesvizh", "Mir", "Brest", "Nowhere"), names(found));
        assertTrue(requireNonNull(found.page().getFirst().distance()).metres() < 1000);
        assertEquals(null, found.page().getLast().distance());
        assertEquals(1, found.withoutPlace());
        assertEquals(
                "Mir", index.named(Folding.words("mir"), ENGLISH).orElseThrow().headline());
    }

    /** What a random choice finds and counts is what going through all entries finds and counts. */
    @Test
    void countsAreWhatChoosingFindsAndNoneLeadsToAnEmptyList() {
        var random = new SplittableRandom(7);
        var all = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 60; i++) {
            var values = new HashMap<String, String>();
            values.put("type", pick(random, "castle", "church", "park", ""));
            values.put("free", pick(random, "yes", "no", ""));
            values.put("built", pick(random, "1520", "c. 1600", "1501–1600", "52 BC", ""));
            values.values().removeIf(String::isEmpty);
            all.add(values);
            shown("Sight " + i, values);
        }
        for (int round = 0; round < 50; round++) {
            var types = List.of(List.of("castle"), List.of("church", "park"), List.<String>of());
            var chosenTypes = types.get(random.nextInt(types.size()));
            var free = random.nextBoolean() ? List.of("yes") : List.<String>of();
            var values = new HashMap<String, List<String>>();
            if (!chosenTypes.isEmpty()) {
                values.put("type", chosenTypes);
            }
            if (!free.isEmpty()) {
                values.put("free", free);
            }
            boolean isRange = random.nextBoolean();
            var ranges = isRange
                    ? Map.of("built", new Selection.Range(sort(1510), sort(1590)))
                    : Map.<String, Selection.Range>of();
            var found = find(new Selection(values, ranges, List.of(), null, null, "headline"));

            assertEquals(count(all, chosenTypes, free, isRange), found.total());
            found.counts().getOrDefault("type", Map.of()).forEach((value, count) -> {
                assertTrue(count > 0);
                assertEquals(count(all, List.of(value), free, isRange), count, value);
            });
            found.counts()
                    .getOrDefault("free", Map.of())
                    .forEach((value, count) ->
                            assertEquals(count(all, chosenTypes, List.of(value), isRange), count, value));
        }
    }

    private static int count(List<Map<String, String>> all, List<String> types, List<String> free, boolean isRange) {
        return (int) all.stream()
                .filter(each -> types.isEmpty() || types.contains(each.getOrDefault("type", "")))
                .filter(each -> free.isEmpty() || free.contains(each.getOrDefault("free", "")))
                .filter(each -> !isRange || List.of("1520", "1501–1600").contains(each.getOrDefault("built", "")))
                .count();
    }

    @Test
    void orderByAFieldPutsWhatLacksItLast() {
        shown("New", Map.of("built", "1900"));
        portal.clock().pass(Duration.ofMinutes(1));
        shown("Unknown", Map.of());
        portal.clock().pass(Duration.ofMinutes(1));
        shown("Old", Map.of("built", "52 BC"));
        portal.clock().pass(Duration.ofMinutes(1));
        shown("Middle", Map.of("built", "c. 1600"));

        assertEquals(List.of("Old", "Middle", "New", "Unknown"), headlines(Selection.all("built")));
        assertEquals(List.of("Middle", "Old", "Unknown", "New"), headlines(Selection.all("newest")));
    }

    @Test
    void textsAreInTheOrderOfTheLanguage() {
        shown("One", Map.of("local", "Zebra"));
        shown("Two", Map.of("local", "élan"));
        shown("Three", Map.of("local", "Apple"));

        assertEquals(List.of("Three", "Two", "One"), headlines(Selection.all("local")));
    }

    /** An index that followed every change says the same as one that reads all anew. */
    @Test
    void followingIsReading() {
        var random = new SplittableRandom(11);
        var items = new ArrayList<ItemId>();
        for (int step = 0; step < 120; step++) {
            int what = random.nextInt(4);
            if (what == 0 || items.isEmpty()) {
                items.add(shown("Sight " + step, Map.of("type", pick(random, "castle", "church"))));
            } else if (what == 3) {
                portal.done(new Withdraw(items.remove(random.nextInt(items.size())), "gone"));
            } else {
                var item = items.get(random.nextInt(items.size()));
                portal.done(new Revise(
                        item, content("Sight " + step, Map.of("type", pick(random, "park", "church"))), null));
                portal.done(new Publish(item, null));
            }
            if (step % 7 == 0) {
                find(Selection.all("headline"));
            }
        }
        var anew = new DirectoryIndex(
                new DirectoryQueries(portal.database()), new ChangeQueries(portal.database()), kinds, clock());
        for (var selection : List.of(Selection.all("headline"), chosen("type", "park"), chosen("type", "church"))) {
            var expected = anew.find(kind(), ENGLISH, selection, 0, 200);
            var found = find(selection);
            assertEquals(expected.total(), found.total());
            assertEquals(expected.page(), found.page());
            assertEquals(expected.counts(), found.counts());
            assertEquals(expected.places().inOrder(), found.places().inOrder());
        }
    }

    private static String pick(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static String sort(int year) {
        return FilterValue.sort(BigDecimal.valueOf(year));
    }

    private static Selection chosen(String field, String value) {
        return new Selection(Map.of(field, List.of(value)), Map.of(), List.of(), null, null, "headline");
    }

    private Found find(Selection selection) {
        return index.find(kind(), ENGLISH, selection, 0, 200);
    }

    private List<String> headlines(Selection selection) {
        return names(find(selection));
    }

    private List<String> names(Found found) {
        return found.page().stream()
                .map(hit -> String.valueOf(portal.tables()
                        .value(
                                "select headline from live where item_id = ?",
                                hit.id().value())))
                .toList();
    }

    private Kind kind() {
        return kinds.of(SIGHT);
    }

    private ItemId shown(String headline, Map<String, String> typed) {
        var item = portal.done(create(ENGLISH, null, content(headline, typed)));
        return portal.published(item);
    }

    private static Create create(Language language, @Nullable GroupId group, Content content) {
        return new Create(SIGHT, language, group, Section.ROOT, null, content, null);
    }

    private Content content(String headline, Map<String, String> typed) {
        Fields fields = Fields.NONE;
        for (var each : typed.entrySet()) {
            var type = kind().field(each.getKey()).orElseThrow().type();
            fields = fields.with(each.getKey(), type.typed(Map.of(type.parts().getFirst(), each.getValue())));
        }
        return Content.of(headline, new Body("<p>Text.</p>")).withFields(fields);
    }
}
