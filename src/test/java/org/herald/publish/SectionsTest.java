package org.herald.publish;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.VerbName;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.store.PlanQueries;
import org.herald.testing.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections that move, are renamed and removed, with everything in them; no address is lost. */
final class SectionsTest {

    private final TestDesk desk;

    SectionsTest(@TempDir Path folder) {
        desk = new TestDesk(folder);
        for (String path : List.of("", "news", "news/culture", "tourism")) {
            desk.done(new AddSection(path, Map.of(BELARUSIAN, new Section.Title("be " + path, ""))));
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everythingInARenamedSectionStandsAtItsNewAddressAndTheOldOnesLeadThere() {
        ItemId culture = desk.published("Mir castle");
        ItemId news = desk.published("news", "Snow");
        ItemId page = desk.page("news", "About the news");
        ItemId elsewhere = desk.published("tourism", "Lakes");
        ItemId draft = desk.draft("Not yet");
        int moved = desk.done(new MoveSection(desk.section("news"), Section.ROOT, "reports"));
        assertEquals(3, moved);
        shown("/en/reports/culture/2024/08/19/mir-castle", culture);
        shown("/en/reports/2024/08/19/snow", news);
        shown("/en/reports/about-the-news", page);
        shown("/en/tourism/2024/08/19/lakes", elsewhere);
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/reports/culture/2024/08/19/mir-castle")),
                desk.items().at("/en/news/culture/2024/08/19/mir-castle"));
        for (var language : List.of(ENGLISH, BELARUSIAN)) {
            assertEquals(
                    Optional.of(new PathTarget.OfSection(desk.section("news/culture"), language)),
                    desk.items().at("/" + language + "/news/culture"));
        }
        desk.published(draft);
        shown("/en/reports/culture/2024/08/19/not-yet", draft);
        var change = new ChangeQueries(desk.database())
                .after(0, 1000).stream()
                        .filter(each -> each.verb() == VerbName.MOVE_SECTION)
                        .findFirst()
                        .orElseThrow();
        assertEquals("[outline]", change.keys().toString());
    }

    @Test
    void sectionMovedUnderAnotherIsListedThere() {
        ItemId item = desk.published("Mir castle");
        desk.done(new MoveSection(desk.section("news/culture"), desk.section("tourism"), "culture"));
        shown("/en/tourism/culture/2024/08/19/mir-castle", item);
        assertEquals(
                List.of("all", "section:3", "section:" + desk.section("tourism")),
                desk.tables().rows("select list from listing where item_id = ? order by list", item.value()));
        assertEquals(
                List.of("1"),
                desk.tables()
                        .rows(
                                "select stories from tally where unit = 'month' and list = ?",
                                "section:" + desk.section("tourism")));
        assertEquals(
                List.of(),
                desk.tables().rows("select stories from tally where list = ?", "section:" + desk.section("news")));
    }

    @Test
    void movedThereAndBackEverythingStandsWhereItStood() {
        ItemId item = desk.published("Mir castle");
        desk.done(new MoveSection(desk.section("news"), Section.ROOT, "reports"));
        desk.done(new MoveSection(desk.section("news"), Section.ROOT, "news"));
        shown("/en/news/culture/2024/08/19/mir-castle", item);
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/news/culture/2024/08/19/mir-castle")),
                desk.items().at("/en/reports/culture/2024/08/19/mir-castle"));
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
        desk.page("news", "Weather");
        var before = desk.tables().dump();
        assertEquals(
                List.of(reason), desk.refusals(new MoveSection(desk.section(section), desk.section(parent), word)));
        assertEquals(before, desk.tables().dump());
    }

    @Test
    void itemsOfALargeSectionFollowInPartsAndAreFoundUntilThen() {
        int many = MoveSection.AT_ONCE + 5;
        for (int i = 0; i < many; i++) {
            desk.published("news/economy", "Story " + i);
        }
        ItemId culture = desk.published("Mir castle");
        assertEquals(many + 1, desk.done(new MoveSection(desk.section("news"), Section.ROOT, "reports")));
        assertEquals(
                Optional.of(new PathTarget.OfSection(desk.section("news"), ENGLISH)),
                desk.items().at("/en/news"));
        shown("/en/news/culture/2024/08/19/mir-castle", culture);
        ItemId fresh = desk.published("A new castle");
        shown("/en/reports/culture/2024/08/19/a-new-castle", fresh);

        var plan = new PlanQueries(desk.database());
        assertEquals(2, plan.late(desk.section("news/culture")));
        assertEquals(many + 2, new Following(desk.desk(), plan).follow(() -> false));
        assertEquals(0, plan.late(desk.section("news/culture")));
        shown("/en/reports/culture/2024/08/19/mir-castle", culture);
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/reports/culture/2024/08/19/mir-castle")),
                desk.items().at("/en/news/culture/2024/08/19/mir-castle"));
        assertEquals(List.of(), desk.tables().rows("select path from live where path not like '/en/reports/%'"));
        assertEquals(0, new Following(desk.desk(), plan).follow(() -> false));
    }

    @Test
    void addressThatASectionHadIsGivenToNoOther() {
        desk.done(new MoveSection(desk.section("news"), Section.ROOT, "reports"));
        assertEquals(
                List.of("refused.section-taken"),
                desk.refusals(new MoveSection(desk.section("tourism"), Section.ROOT, "news")));
        assertEquals(
                List.of("refused.section-taken"),
                desk.refusals(new AddSection("news", Map.of(ENGLISH, new Section.Title("News", "")))));
    }

    @Test
    void emptySectionGoesAndItsAddressesLeadToTheOneAbove() {
        ItemId withdrawn = desk.published("news/economy", "Prices");
        desk.done(new Withdraw(withdrawn, "It was not true."));
        ItemId draft = desk.draft("news/economy", "Wages");
        SectionId economy = desk.section("news/economy");
        assertEquals(desk.section("news"), desk.done(new RemoveSection(economy)));
        assertEquals(
                Optional.of(new PathTarget.OfSection(desk.section("news"), BELARUSIAN)),
                desk.items().at("/be/news/economy"));
        assertInstanceOf(
                PathTarget.Gone.class,
                desk.items().at("/en/news/economy/2024/08/19/prices").orElseThrow());
        desk.published(draft);
        shown("/en/news/2024/08/19/wages", draft);
        assertEquals(
                Optional.empty(),
                new OutlineQueries(desk.database()).arrangement().section(economy));
        assertEquals(List.of("refused.section-unknown"), desk.refusals(new RemoveSection(economy)));
    }

    @Test
    void removedSectionThatIsAddedAgainIsTheSameOne() {
        SectionId economy = desk.section("news/economy");
        desk.done(new RemoveSection(economy));
        assertEquals(
                economy, desk.done(new AddSection("news/economy", Map.of(ENGLISH, new Section.Title("Economy", "")))));
        ItemId item = desk.draft("news/economy", "Prices");
        desk.published(item);
        shown("/en/news/economy/2024/08/19/prices", item);
    }

    @Test
    void sectionInWhichReadersSeeSomethingStays() {
        desk.published("Mir castle");
        assertEquals(
                List.of("refused.section-has-items"), desk.refusals(new RemoveSection(desk.section("news/culture"))));
        assertEquals(List.of("refused.section-has-sections"), desk.refusals(new RemoveSection(desk.section("news"))));
        assertEquals(List.of("refused.section-root"), desk.refusals(new RemoveSection(Section.ROOT)));
    }

    @Test
    void correctedItemKeepsItsMarkWhenItsSectionMoves() {
        ItemId item = desk.published("Mir castle");
        desk.done(new Correct(item, TestDesk.reworded("Mir castle"), "A date was wrong."));
        desk.done(new MoveSection(desk.section("news"), Section.ROOT, "reports"));
        assertEquals(
                "1",
                desk.tables()
                        .value(
                                "select count(*) from live where item_id = ? and corrected_at is not null",
                                item.value()));
    }

    private void shown(String path, ItemId item) {
        var found =
                assertInstanceOf(PathTarget.Shown.class, desk.items().at(path).orElseThrow(), path);
        assertEquals(item, found.item().id());
        assertEquals(path, found.item().path());
    }
}
