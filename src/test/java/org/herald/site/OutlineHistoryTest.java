package org.herald.site;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.config.KindFiles;
import org.herald.model.Block;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.PlacedBlock;
import org.herald.model.Planned;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.publish.AddSection;
import org.herald.publish.Arrange;
import org.herald.publish.LowerBanner;
import org.herald.publish.MoveSection;
import org.herald.publish.PlaceBlock;
import org.herald.publish.PlanChange;
import org.herald.publish.PublishPlan;
import org.herald.publish.RaiseBanner;
import org.herald.publish.RemoveSection;
import org.herald.publish.Rename;
import org.herald.publish.Restore;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PlanQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stood around every page at any instant is known for ever, whatever was changed since. */
final class OutlineHistoryTest {

    private static final int STEPS = 150;
    private static final List<String> WORDS = List.of("sport", "arts", "nature", "science", "travel", "food");

    private final TestPortal portal;
    private final CurrentNavigation navigation;
    private final PlanQueries plan;
    private final List<ItemId> items = new ArrayList<>();

    OutlineHistoryTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        navigation = new CurrentNavigation(
                new OutlineQueries(portal.database()), new ChangeQueries(portal.database()), KindFiles.ofProduct());
        plan = new PlanQueries(portal.database());
        for (int i = 0; i < 4; i++) {
            items.add(portal.published("Story " + i));
        }
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 1863})
    void atEachPastInstantItIsWhatReadersSawThen(long seed) {
        var random = new Random(seed);
        var then = new TreeMap<Instant, Navigation>();
        var shown = new TreeMap<Instant, String>();
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            // now and then several verbs at one instant, of which the last one counts
            portal.clock().pass(Duration.ofMillis(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(5000)));
            done += portal.bus().carryOut(Cast.ALESIA, verb(random)) instanceof Outcome.Done<?> ? 1 : 0;
            navigation.refresh();
            then.put(portal.clock().instant(), navigation.current().at(0));
            shown.put(
                    portal.clock().instant(),
                    shown(navigation.current(), portal.clock().instant()));
        }
        assertTrue(done > STEPS / 2, done + " of " + STEPS + " verbs were done");
        assertTrue(shown.values().stream().distinct().count() > STEPS / 3, "readers saw many different ones");
        then.forEach((instant, was) -> assertEquals(was, navigation.at(instant).at(0), () -> "at " + instant));
        shown.forEach((instant, was) -> assertEquals(was, shown(navigation.at(instant), instant)));
        // and between two changes it is what it was at the first of them
        var instants = List.copyOf(then.keySet());
        for (int i = 1; i < instants.size(); i++) {
            assertEquals(
                    then.get(instants.get(i - 1)),
                    navigation.at(instants.get(i).minusMillis(1)).at(0));
        }
        assertEquals(
                navigation.current().at(0),
                navigation.at(Instant.parse("2100-01-01T00:00:00Z")).at(0));
        assertEquals(
                List.of(),
                portal.tables()
                        .rows("select section.id from section left join section_state on section_state.section_id ="
                                + " section.id and section_state.valid_until is null where section.removed_at is null"
                                + " and (section_state.path is not section.path or section_state.place is not"
                                + " section.place or section_state.parent_id is not section.parent_id)"),
                "the history says of now what the sections say");
    }

    private Verb<?> verb(Random random) {
        Language language = random.nextBoolean() ? ENGLISH : BELARUSIAN;
        String word = any(WORDS, random);
        SectionId section =
                any(navigation.current().arrangement().sections(), random).id();
        ItemId item = any(items, random);
        return switch (random.nextInt(14)) {
            case 0 -> new AddSection(word, titles(word, random));
            case 1 -> new MoveSection(section, any(List.of(Section.ROOT, portal.section("news")), random), word);
            case 2 -> new RemoveSection(section);
            case 3 -> new Arrange(order(random));
            case 4 -> new Arrange(new OutlineChange.Titles(section, titles("Section", random)));
            case 5 -> new Arrange(menu(language, random));
            case 6 -> new PlaceBlock(block(language, random));
            case 7 -> new Arrange(ofBlock(language, random));
            case 8 -> new Arrange(ofBlock(language, random));
            case 9 ->
                new RaiseBanner(
                        language,
                        "News " + random.nextInt(),
                        target(random),
                        random.nextBoolean() ? null : portal.clock().instant().plusSeconds(random.nextInt(1, 60)));
            case 10 -> new LowerBanner(language);
            case 11 -> new Rename(item, new Slug("story-" + random.nextInt(1000)));
            case 12 -> random.nextBoolean() ? new Withdraw(item, "It was not true.") : new Restore(item);
            default -> ofPlan(language, random);
        };
    }

    /** Half of the time something is planned, which readers do not see yet; else what is planned is published. */
    private Verb<?> ofPlan(Language language, Random random) {
        var planned = plan.all();
        if (planned.size() > 2) {
            return new PublishPlan(PublishPlan.stateOf(planned));
        }
        OutlineChange change = random.nextBoolean() ? menu(language, random) : ofBlock(language, random);
        var seen = navigation
                .current()
                .arrangement()
                .after(planned.stream().map(Planned::change).toList())
                .stateOf(change);
        return new PlanChange(change, seen);
    }

    private OutlineChange order(Random random) {
        var below = new ArrayList<>(navigation.current().arrangement().below(Section.ROOT).stream()
                .map(Section::id)
                .toList());
        Collections.shuffle(below, random);
        return new OutlineChange.SectionOrder(Section.ROOT, below);
    }

    private OutlineChange ofBlock(Language language, Random random) {
        var blocks = navigation.current().arrangement().blocks();
        if (blocks.isEmpty()) {
            return menu(language, random);
        }
        var some = any(blocks, random);
        return switch (random.nextInt(4)) {
            case 0 -> new OutlineChange.BlockRemoved(some.id());
            case 1 -> {
                var order = new ArrayList<>(blocks.stream().map(PlacedBlock::id).toList());
                Collections.shuffle(order, random);
                yield new OutlineChange.BlockOrder(
                        some.block().language(), some.block().spot(), order);
            }
            default -> new OutlineChange.BlockChanged(some.id(), block(language, random));
        };
    }

    private Block block(Language language, Random random) {
        Instant now = portal.clock().instant();
        Instant from = random.nextInt(3) == 0 ? now.plusSeconds(random.nextInt(-20, 20)) : null;
        Instant until = random.nextInt(3) == 0 ? now.plusSeconds(random.nextInt(21, 60)) : null;
        return new Block(
                Block.Kind.PROMOTION,
                any(List.of(Block.Spot.values()), random),
                language,
                1,
                "Promotion " + random.nextInt(),
                "",
                target(random),
                null,
                from,
                until);
    }

    private OutlineChange menu(Language language, Random random) {
        var entries = Stream.generate(() -> new OutlineChange.Menu.Entry("Entry " + random.nextInt(), target(random)))
                .limit(random.nextInt(4))
                .toList();
        return new OutlineChange.Menu(random.nextBoolean() ? "main" : "footer", language, entries);
    }

    private String target(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "item:" + any(items, random);
            case 1 ->
                "section:"
                        + any(navigation.current().arrangement().sections(), random)
                                .id();
            default -> "https://example.org/" + random.nextInt(10);
        };
    }

    private static Map<Language, Section.Title> titles(String word, Random random) {
        var english = new Section.Title(word + " " + random.nextInt(5), "");
        return random.nextBoolean()
                ? Map.of(ENGLISH, english)
                : Map.of(ENGLISH, english, BELARUSIAN, new Section.Title(word + " be", "Пра " + random.nextInt(3)));
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** What the front page shows around its content. */
    private static String shown(Navigation navigation, Instant now) {
        var text = new StringBuilder();
        for (Language language : List.of(ENGLISH, BELARUSIAN)) {
            for (String menu : List.of("main", "footer")) {
                text.append(menu).append(navigation.menu(menu, language)).append('\n');
            }
            for (Block.Spot spot : Block.Spot.values()) {
                navigation
                        .blocks(spot, language, now)
                        .forEach(block -> text.append(spot)
                                .append(block.title())
                                .append(navigation.address(block.target(), language))
                                .append('\n'));
            }
            text.append(navigation.banner(language, now)).append('\n');
            navigation
                    .below(Section.ROOT)
                    .forEach(section -> text.append(Navigation.title(section, language))
                            .append(Navigation.description(section, language))
                            .append(Urls.section(language, section))
                            .append('\n'));
        }
        return text.toString();
    }
}
