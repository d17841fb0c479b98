package org.herald.publish;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.model.ItemId;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.VerbName;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.store.PlanQueries;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections that move, are renamed and removed, with everything in them; no address is lost. */
final class SectionsTest {

    private final TestPortal portal;

    SectionsTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        for (String path : List.of("", "news", "news/culture", "tourism")) {
            portal.done(new AddSection(path, Map.of(BELARUSIAN, new Section.Title("be " + path, ""))));
        }
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void everythingInARenamedSectionStandsAtItsNewAddressAndTheOldOnesLeadThere() {
        ItemId culture = portal.published("Mir castle");
        ItemId news = portal.published("news", "Snow");
        ItemId page = portal.page("news", "About the news");
        ItemId elsewhere = portal.published("tourism", "Lakes");
        ItemId draft = portal.draft("Not yet");
        int moved = portal.done(new MoveSection(portal.section("news"), Section.ROOT, "reports"));
        assertEquals(3, moved);
        shown("/en/reports/culture/2024/08/19/mir-castle", culture);
        shown("/en/reports/2024/08/19/snow", news);
        shown("/en/reports/about-the-news", page);
        shown("/en/tourism/2024/08/19/lakes", elsewhere);
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/reports/culture/2024/08/19/mir-castle")),
                portal.items().at("/en/news/culture/2024/08/19/mir-castle"));
        for (var language : List.of(ENGLISH, BELARUSIAN)) {
            assertEquals(
                    Optional.of(new PathTarget.OfSection(portal.section("news/culture"), language)),
                    portal.items().at("/" + language + "/news/culture"));
        }
        portal.published(draft);
        shown("/en/reports/culture/2024/08/19/not-yet", draft);
        var change = new ChangeQueries(portal.database())
                .after(0, 1000).stream()
                        .filter(each -> each.verb() == VerbName.MOVE_SECTION)
                        .findFirst()
                        .orElseThrow();
        assertEquals("[outline]", change.keys().toString());
    }

    @Test
    void sectionMovedUnderAnotherIsListedThere() {
        ItemId item = portal.published("Mir castle");
        portal.done(new MoveSection(portal.section("news/culture"), portal.section("tourism"), "culture"));
        shown("/en/tourism/culture/2024/08/19/mir-castle", item);
        assertEquals(
                List.of("all", "section:3", "section:" + portal.section("tourism")),
                portal.tables().rows("select list from listing where item_id = ? order by list", item.value()));
        assertEquals(
                List.of("1"),
                portal.tables()
                        .rows(
                                "select stories from tally where unit = 'month' and list = ?",
                                "section:" + portal.section("tourism")));
        assertEquals(
                List.of(),
                portal.tables().rows("select stories from tally where list = ?", "section:" + portal.section("news")));
    }

    @Test
    void movedThereAndBackEverythingStandsWhereItStood() {
        ItemId item = portal.published("Mir castle");
        portal.done(new MoveSection(portal.section("news"), Section.ROOT, "reports"));
        portal.done(new MoveSection(portal.section("news"), Section.ROOT, "news"));
        shown("/en/news/culture/2024/08/19/mir-castle", item);
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/news/culture/2024/08/19/mir-castle")),
                portal.items().at("/en/reports/culture/2024/08/19/mir-castle"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            news        , ''          , archive, refused.section-word
            news        , ''          , 2024   , refused.section-word
            news        , ''          , News   , refused.section-word
            news        , ''          , a/b    , refused.section-word
            news        , news/culture, news   , refused.section-circle
            news        , news        , news   , refused.section-circle
            news        , ''          , news   , refused.section-there
            news        , ''          , tourism, refused.section-taken
            news/culture, news        , weather, refused.section-taken
            ''          , news        , root   , refused.section-root
            """)
    void moveThatCannotBeIsRefused(String section, String parent, String word, String reason) {
        portal.page("news", "Weather");
        var before = portal.tables().dump();
        assertEquals(
                List.of(reason),
                portal.refusals(new MoveSection(portal.section(section), portal.section(parent), word)));
        assertEquals(before, portal.tables().dump());
    }

    @Test
    void itemsOfALargeSectionFollowInPartsAndAreFoundUntilThen() {
        int many = MoveSection.AT_ONCE + 5;
        for (int i = 0; i < many; i++) {
            portal.published("news/economy", "Story " + i);
        }
        ItemId culture = portal.published("Mir castle");
        assertEquals(many + 1, portal.done(new MoveSection(portal.section("news"), Section.ROOT, "reports")));
        assertEquals(
                Optional.of(new PathTarget.OfSection(portal.section("news"), ENGLISH)),
                portal.items().at("/en/news"));
        shown("/en/news/culture/2024/08/19/mir-castle", culture);
        ItemId fresh = portal.published("A new castle");
        shown("/en/reports/culture/2024/08/19/a-new-castle", fresh);

        var plan = new PlanQueries(portal.database());
        assertEquals(2, plan.late(portal.section("news/culture")));
        // stopped after its first part, as by a restart, it goes on where it was
        var steps = new AtomicInteger();
        int first = new Following(portal.bus(), plan).follow(() -> steps.incrementAndGet() > 1);
        assertTrue(first > 0 && first < many, first + " followed at first");
        assertEquals(many + 2 - first, new Following(portal.bus(), plan).follow(() -> false));
        assertEquals(0, plan.late(portal.section("news/culture")));
        shown("/en/reports/culture/2024/08/19/mir-castle", culture);
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/reports/culture/2024/08/19/mir-castle")),
                portal.items().at("/en/news/culture/2024/08/19/mir-castle"));
        assertEquals(List.of(), portal.tables().rows("select path from live where path not like '/en/reports/%'"));
        assertEquals(0, new Following(portal.bus(), plan).follow(() -> false));
        assertEquals(
                List.of(),
                portal.tables()
                        .rows(
                                "select item_id from change where kind = 'item-moved' group by item_id having count(*) > 1"),
                "nothing is told twice");
        assertEquals(
                Integer.toString(many + 1),
                portal.tables()
                        .value("select count(*) from change join live on live.item_id = change.item_id"
                                + " where change.kind = 'item-moved' and change.verb = 'move-section'"
                                + " and change.path = live.path and change.old_path like '/en/news/%'"));
        assertEquals(
                "0",
                portal.tables()
                        .value("select count(*) from change where verb = 'move-section' and part_of is null"
                                + " and item_id is not null"),
                "the log names the section, not one of its items");
    }

    @Test
    void addressThatASectionHadIsGivenToNoOther() {
        portal.done(new MoveSection(portal.section("news"), Section.ROOT, "reports"));
        assertEquals(
                List.of("refused.section-taken"),
                portal.refusals(new MoveSection(portal.section("tourism"), Section.ROOT, "news")));
        assertEquals(
                List.of("refused.section-taken"),
                portal.refusals(new AddSection("news", Map.of(ENGLISH, new Section.Title("News", "")))));
    }

    @Test
    void emptySectionGoesAndItsAddressesLeadToTheOneAbove() {
        ItemId withdrawn = portal.published("news/economy", "Prices");
        portal.done(new Withdraw(withdrawn, "It was not true."));
        ItemId draft = portal.draft("news/economy", "Wages");
        SectionId economy = portal.section("news/economy");
        assertEquals(portal.section("news"), portal.done(new RemoveSection(economy)));
        assertEquals(
                Optional.of(new PathTarget.OfSection(portal.section("news"), BELARUSIAN)),
                portal.items().at("/be/news/economy"));
        assertInstanceOf(
                PathTarget.Gone.class,
                portal.items().at("/en/news/economy/2024/08/19/prices").orElseThrow());
        portal.published(draft);
        shown("/en/news/2024/08/19/wages", draft);
        assertEquals(
                Optional.empty(),
                new OutlineQueries(portal.database()).arrangement().section(economy));
        assertEquals(List.of("refused.section-unknown"), portal.refusals(new RemoveSection(economy)));
    }

    @Test
    void removedSectionThatIsAddedAgainIsTheSameOne() {
        SectionId economy = portal.section("news/economy");
        portal.done(new RemoveSection(economy));
        assertEquals(
                economy,
                portal.done(new AddSection("news/economy", Map.of(ENGLISH, new Section.Title("Economy", "")))));
        ItemId item = portal.draft("news/economy", "Prices");
        portal.published(item);
        shown("/en/news/economy/2024/08/19/prices", item);
    }

    @Test
    void sectionInWhichReadersSeeSomethingStays() {
        portal.published("Mir castle");
        assertEquals(
                List.of("refused.section-has-items"),
                portal.refusals(new RemoveSection(portal.section("news/culture"))));
        assertEquals(
                List.of("refused.section-has-sections"), portal.refusals(new RemoveSection(portal.section("news"))));
        assertEquals(List.of("refused.section-root"), portal.refusals(new RemoveSection(Section.ROOT)));
    }

    @Test
    void correctedItemKeepsItsMarkWhenItsSectionMoves() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Correct(item, TestPortal.reworded("Mir castle"), "A date was wrong."));
        portal.done(new MoveSection(portal.section("news"), Section.ROOT, "reports"));
        assertEquals(
                "1",
                portal.tables()
                        .value(
                                "select count(*) from live where item_id = ? and corrected_at is not null",
                                item.value()));
    }

    private void shown(String path, ItemId item) {
        var found =
                assertInstanceOf(PathTarget.Shown.class, portal.items().at(path).orElseThrow(), path);
        assertEquals(item, found.item().id());
        assertEquals(path, found.item().path());
    }
}
