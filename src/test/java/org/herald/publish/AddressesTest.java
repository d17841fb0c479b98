package org.herald.publish;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.OutlineChange;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.store.PathTarget;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where items stand, and that every address that was ever used leads somewhere. */
final class AddressesTest {
    private static final String DAY = "/en/news/culture/2024/08/19/";

    private final TestPortal portal;

    AddressesTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void sameSlugOnTheSameDayGetsANumberAndKeepsIt() {
        ItemId first = portal.draft("Mir castle");
        ItemId second = portal.draft("Mir castle");
        ItemId third = portal.draft("Mir castle");
        assertEquals(DAY + "mir-castle", portal.done(new Publish(first, null)));
        assertEquals(DAY + "mir-castle-2", portal.done(new Publish(second, null)));
        assertEquals(DAY + "mir-castle-3", portal.done(new Publish(third, null)));
        portal.done(new Withdraw(first, "It was not true."));
        assertEquals(DAY + "mir-castle-2", portal.done(new Publish(second, null)));
        assertEquals(
                DAY + "mir-castle-3",
                portal.done(new Correct(third, TestPortal.reworded("Mir castle"), "A date was wrong.")));
    }

    @Test
    void slugsOfEveryDoorAreWrittenAsReadersOfTheLanguageWriteThem() {
        var russian = new Language("ru");
        ItemId item = portal.draft("news/culture", russian, content("Мельница, которая снова мелет"));
        String day = DAY.replace("/en/", "/ru/");
        assertEquals(day + "melnitsa-kotoraya-snova-melet", portal.done(new Publish(item, null)));
        portal.done(new Rename(item, "Мельница в Щучине"));
        assertInstanceOf(
                PathTarget.Shown.class,
                portal.items().at(day + "melnitsa-v-shchuchine").orElseThrow());
        assertInstanceOf(
                PathTarget.Moved.class,
                portal.items().at(day + "melnitsa-kotoraya-snova-melet").orElseThrow());
        assertEquals(List.of("refused.no-slug"), portal.refusals(new Rename(item, " — ")));
        var added = portal.done(new Arrange(new OutlineChange.SectionAdded(
                new SectionId(0),
                Section.ROOT,
                "Новости мельниц",
                Map.of(russian, new Section.Title("Мельницы", "")))));
        assertEquals("novosti-melnits", ((OutlineChange.SectionAdded) added).word());
    }

    @Test
    void aTagWhoseListHasAnEarlierSlugKeepsIt() {
        var russian = new Language("ru");
        portal.published(portal.draft("news/culture", russian, TestPortal.tagged("Старая", "melnica")));
        portal.published(portal.draft("news/culture", russian, TestPortal.tagged("Новая", "Мельница", "Площадь")));
        assertEquals(
                Map.of("Мельница", new Slug("melnica"), "Площадь", new Slug("ploshchad")),
                portal.items().tags(new ItemId(1), russian, List.of("Мельница", "Площадь", "!")));
        assertEquals(
                2,
                portal.archive()
                        .months(ListKey.tag(new Slug("melnica")), russian)
                        .total());
    }

    @Test
    void sameSlugInAnotherLanguageOrSectionIsFree() {
        portal.published("Mir castle");
        ItemId elsewhere = portal.draft("tourism", "Mir castle");
        ItemId translated = portal.draft("news/culture", BELARUSIAN, content("Mir castle"));
        assertEquals("/en/tourism/2024/08/19/mir-castle", portal.done(new Publish(elsewhere, null)));
        assertEquals("/be/news/culture/2024/08/19/mir-castle", portal.done(new Publish(translated, null)));
    }

    @Test
    void movedThereAndBackAnswersAtItsFirstAddressAgain() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Move(item, portal.section("tourism")));
        String there = "/en/tourism/2024/08/19/mir-castle";
        shown(there, item);
        moved(DAY + "mir-castle", there);
        portal.done(new Move(item, portal.section("news/culture")));
        shown(DAY + "mir-castle", item);
        moved(there, DAY + "mir-castle");
        assertEquals(
                List.of("0|" + there, "1|" + DAY + "mir-castle"),
                portal.tables().rows("select current, path from path order by current"));
    }

    @Test
    void addressThatAnotherItemOnceHadStaysItsOwn() {
        ItemId first = portal.published("Mir castle");
        portal.done(new Rename(first, new Slug("castle-of-mir")));
        ItemId second = portal.published("Nesvizh palace");
        portal.done(new Rename(second, new Slug("mir-castle")));
        moved(DAY + "mir-castle", DAY + "castle-of-mir");
        shown(DAY + "mir-castle-2", second);
        moved(DAY + "nesvizh-palace", DAY + "mir-castle-2");
        portal.done(new Rename(first, new Slug("mir-castle")));
        shown(DAY + "mir-castle", first);
        shown(DAY + "mir-castle-2", second);
    }

    @Test
    void everyAddressOfAWithdrawnItemIsGoneAndComesBack() {
        ItemId item = portal.published("Mir castle");
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/?p=12"));
        portal.done(new Rename(item, new Slug("castle-of-mir")));
        portal.done(new Withdraw(item, "It was not true."));
        for (String path : List.of("/?p=12", DAY + "mir-castle", DAY + "castle-of-mir")) {
            assertInstanceOf(PathTarget.Gone.class, portal.items().at(path).orElseThrow(), path);
        }
        portal.done(new Move(item, portal.section("tourism")));
        String path = "/en/tourism/2024/08/19/castle-of-mir";
        assertEquals(Optional.empty(), portal.items().at(path));
        assertEquals(path, portal.done(new Restore(item)));
        shown(path, item);
        moved("/?p=12", path);
        moved(DAY + "castle-of-mir", path);
    }

    @Test
    void earlierAddressOfADraftLeadsNowhereYet() {
        ItemId item = portal.draft("Mir castle");
        assertTrue(portal.done(
                Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/2008/mir.html")));
        assertEquals(Optional.empty(), portal.items().at("/2008/mir.html"));
        portal.published(item);
        moved("/2008/mir.html", DAY + "mir-castle");
    }

    @Test
    void earlierAddressOfASectionLeadsToIt() {
        SectionId tourism = portal.section("tourism");
        assertTrue(portal.done(
                Principal.OPERATOR, new KeepAddress(new KeepAddress.ToSection(tourism), BELARUSIAN, "/turyzm")));
        assertEquals(
                Optional.of(new PathTarget.OfSection(tourism, BELARUSIAN)),
                portal.items().at("/turyzm"));
    }

    @Test
    void earlierAddressOfATagLeadsToItsList() {
        assertTrue(portal.done(
                Principal.OPERATOR,
                new KeepAddress(new KeepAddress.ToTag(new Slug("castles")), ENGLISH, "/tag/castle")));
        assertEquals(
                Optional.of(new PathTarget.OfTag(new Slug("castles"), ENGLISH)),
                portal.items().at("/tag/castle"));
    }

    @Test
    void earlierAddressOfAFileLeadsToItsBytes() {
        var asset = new Asset(new AssetId(0), "mir.svg", "image/svg+xml", "a".repeat(64), 12, 3, 4);
        AssetId id = portal.done(new KeepAsset(asset, "https://example.org/mir.svg"));
        assertTrue(portal.done(
                Principal.OPERATOR, new KeepAddress(new KeepAddress.ToFile(id), ENGLISH, "/uploads/mir.svg")));
        var found = assertInstanceOf(
                PathTarget.OfFile.class, portal.items().at("/uploads/mir.svg").orElseThrow());
        assertEquals(
                Optional.of("/assets/" + "a".repeat(16) + "/mir.svg"),
                found.asset().path());
    }

    @Test
    void takenAddressIsNotGivenTwice() {
        ItemId first = portal.published("Mir castle");
        ItemId second = portal.published("Nesvizh palace");
        var before = portal.tables().dump();
        assertFalse(portal.done(
                Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(second), ENGLISH, DAY + "mir-castle")));
        assertFalse(portal.done(
                Principal.OPERATOR,
                new KeepAddress(
                        new KeepAddress.ToSection(portal.section("tourism")), ENGLISH, DAY + "nesvizh-palace")));
        assertEquals(before, portal.tables().dump());
        shown(DAY + "mir-castle", first);
    }

    @Test
    void addressMustBeOneAndLeadToSomething() {
        ItemId item = portal.draft("Mir castle");
        for (String path :
                List.of("", "mir", "https://example.org/", "/mir\nday:2024-08-19:en", "/" + "x".repeat(1000))) {
            refused(new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, path), "refused.address");
        }
        refused(new KeepAddress(new KeepAddress.ToItem(new ItemId(404)), ENGLISH, "/a"), "refused.item-unknown");
        refused(new KeepAddress(new KeepAddress.ToFile(new AssetId(404)), ENGLISH, "/a"), "refused.asset-unknown");
        refused(
                new KeepAddress(new KeepAddress.ToSection(new SectionId(404)), ENGLISH, "/a"),
                "refused.section-unknown");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ''  , Contact us, /en/contact-us
            about, Contact us, /en/about/contact-us
            news, Culture   , /en/news/culture-2
            ''  , Tourism   , /en/tourism-2
            ''  , Archive   , /en/archive-2
            news, Page      , /en/news/page-2
            ''  , Tag       , /en/tag-2
            ''  , Site map  , /en/site-map-2
            news, 2024      , /en/news/2024-2
            """)
    void standingPageDoesNotTakeTheAddressOfAListing(String section, String headline, String path) {
        shown(path, portal.page(section, headline));
    }

    @Test
    void storyMayBeCalledLikeAListing() {
        ItemId item = portal.published("Archive");
        shown(DAY + "archive", item);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "archive",
                "news/page",
                "tag",
                "site-map",
                "2024",
                "news/2024",
                "News",
                "news/",
                "/sport",
                "news//sport",
                "news sport",
                "nowhere/sport",
                " ",
                "../news",
                "спорт"
            })
    void sectionWithAWordThatMeansSomethingElseIsRefused(String path) {
        var titles = Map.of(ENGLISH, new Section.Title("Sport", ""));
        var before = portal.tables().dump();
        assertEquals(1, portal.refusals(new AddSection(path, titles)).size(), path);
        assertEquals(before, portal.tables().dump());
    }

    @Test
    void sectionDoesNotTakeTheAddressOfAPage() {
        ItemId page = portal.page("news", "Sport");
        refused(new AddSection("news/sport", Map.of(ENGLISH, new Section.Title("Sport", ""))), "refused.section-word");
        shown("/en/news/sport", page);
    }

    @Test
    void existingSectionGetsFurtherTitles() {
        SectionId news = portal.section("news");
        var titles = Map.of(BELARUSIAN, new Section.Title("Навіны", ""));
        assertEquals(news, portal.done(new AddSection("news", titles)));
        assertEquals(
                List.of("be|Навіны", "en|news"),
                portal.tables()
                        .rows(
                                "select language, title from section_title where section_id = ? and valid_until is null order by 1",
                                news.value()));
    }

    private void shown(String path, ItemId item) {
        var found =
                assertInstanceOf(PathTarget.Shown.class, portal.items().at(path).orElseThrow(), path);
        assertEquals(item, found.item().id());
        assertEquals(path, found.item().path());
    }

    private void moved(String from, String to) {
        assertEquals(Optional.of(new PathTarget.Moved(to)), portal.items().at(from));
    }

    private void refused(Verb<?> verb, String reason) {
        var before = portal.tables().dump();
        assertEquals(
                List.of(reason), TestPortal.refusals(portal.bus().carryOut(Principal.OPERATOR, verb)), verb.toString());
        assertEquals(before, portal.tables().dump(), verb.toString());
    }
}
