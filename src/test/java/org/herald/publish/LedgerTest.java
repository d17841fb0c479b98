package org.herald.publish;

import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.TestPortal.content;
import static org.herald.testing.TestPortal.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.herald.model.Announcement;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Change;
import org.herald.model.Change.OutlineChanged.Part;
import org.herald.model.CorrectionId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LedgerEntry;
import org.herald.model.ListKey;
import org.herald.model.MenuEntry;
import org.herald.model.OutlineChange;
import org.herald.model.PageKey;
import org.herald.model.Principal;
import org.herald.model.Redirect;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.store.AuditQueries;
import org.herald.store.ChangeQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change ledger: what each verb changed, with every page key that it touched, old and new. */
final class LedgerTest {
    /** The page keys of item 1 while it stands under news/culture; sections 3, 2 and the root hold it. */
    private static final Set<String> MIR = with(
            with(inLists("all", "section:2", "section:3"), "item:1", "group:1", "where:1", "search:en"),
            "path:/en/news/culture/2024/08/19/mir-castle");

    private final TestPortal portal;
    private final ChangeQueries ledger;

    LedgerTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        ledger = new ChangeQueries(portal.database());
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whatReadersDoNotSeeTouchesNoPage() {
        ItemId item = portal.draft("Mir castle");
        change("create", item, Set.of());
        portal.done(new Revise(item, content("Mir castle opens"), null));
        change("revise", item, Set.of());
        portal.done(new Move(item, portal.section("tourism")));
        change("move", item, Set.of());
        portal.done(new Rename(item, new Slug("mir")));
        change("rename", item, Set.of());
        portal.done(new Schedule(item, portal.clock().instant().plusSeconds(1)));
        change("schedule", item, Set.of());
        portal.done(new Unschedule(item));
        change("unschedule", item, Set.of());
    }

    @Test
    void publicationAndWithdrawalTouchThePageItsListsAndItsDay() {
        ItemId item = portal.published("Mir castle");
        change("publish", item, MIR);
        portal.clock().pass(Duration.ofDays(40));
        portal.done(new Publish(item, null));
        change("publish", item, inPlace(MIR));
        portal.done(new Withdraw(item, "It was not true."));
        change("withdraw", item, MIR);
        portal.done(new Restore(item));
        change("restore", item, MIR);
    }

    @Test
    void correctionTouchesTheTagsBeforeAndAfter() {
        ItemId item =
                portal.published(portal.draft("news/culture", ENGLISH, tagged("Mir castle", "Castles", "UNESCO")));
        change("publish", item, with(MIR, inLists("tag:castles", "tag:unesco")));
        portal.done(new Correct(item, tagged("Mir castle", "Castles", "Palaces"), "It is a palace."));
        var moving = inLists("tag:unesco", "tag:palaces");
        change("correct", item, with(inPlace(with(MIR, inLists("tag:castles"))), moving));
    }

    @Test
    void moveAndRenameTouchBothPlaces() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Move(item, portal.section("tourism")));
        var moving = with(
                inLists("section:2", "section:3", "section:5"), "path:/en/tourism/2024/08/19/mir-castle", "where:1");
        change("move", item, with(inPlace(MIR), moving));
        portal.done(new Rename(item, new Slug("mir")));
        change(
                "rename",
                item,
                with(
                        inPlace(inLists("all", "section:5")),
                        "item:1",
                        "group:1",
                        "search:en",
                        "path:/en/tourism/2024/08/19/mir-castle",
                        "path:/en/tourism/2024/08/19/mir",
                        "where:1"));
    }

    @Test
    void monthThatHasStoriesAlreadyOnlyChanges() {
        portal.published("Mir castle");
        portal.published("Nesvizh palace");
        var keys = newest().keys();
        assertTrue(keys.contains(new PageKey("month:2024-08:all:en")), keys.toString());
        assertFalse(keys.contains(new PageKey("months:all:en")), keys.toString());
    }

    @Test
    void storyBetweenOthersTouchesThoseNextToIt() {
        var stories = new ArrayList<ItemId>();
        for (int number = 0; number < PageKey.HEAD + 3; number++) {
            stories.add(portal.published("Mir castle " + number));
            portal.clock().pass(Duration.ofHours(1));
        }
        portal.done(new Withdraw(stories.get(1), "It was not true."));
        var keys = newest().keys().stream().map(PageKey::value).toList();
        assertEquals(
                List.of("beside:1:section:3", "beside:3:section:3"),
                keys.stream()
                        .filter(key -> key.matches("(beside|head):.*section:3(:en)?"))
                        .sorted()
                        .toList());
        portal.done(new Restore(stories.get(1)));
        assertTrue(newest().keys().contains(PageKey.beside(stories.getFirst(), ListKey.ALL)));
        portal.done(new Withdraw(stories.get(4), "It was not true."));
        assertTrue(newest().keys().contains(PageKey.head(ListKey.ALL, ENGLISH)));
    }

    @Test
    void storyOfAnotherDayTouchesThatDay() {
        ItemId item = portal.draft("Mir castle");
        portal.done(new Publish(item, Instant.parse("1999-12-31T23:00:00Z")));
        var keys = newest().keys();
        assertEquals(
                List.of("month:2000-01:all:en", "days:2000-01:all:en", "year:2000:all:en", "months:all:en"),
                keys.stream()
                        .map(PageKey::value)
                        .filter(key -> key.matches("(month|day|year)s?:.*all:en"))
                        .toList());
    }

    @Test
    void standingPageTouchesNoList() {
        ItemId page = portal.page("about", "Contact us");
        change(
                "publish",
                page,
                Set.of("item:1", "group:1", "path:/en/about/contact-us", "pages:en", "search:en", "where:1"));
    }

    @Test
    void outlineAddressesAndAssetsAreAnnounced() {
        portal.addSection("sport");
        change("add-section", Principal.OPERATOR, null, Set.of("outline"));
        var sport = portal.section("sport");
        portal.done(new AddSection("sport", Map.of(ENGLISH, new Section.Title("Sports", ""))));
        change("add-section", null, Set.of("section:" + sport));
        portal.done(new PlaceMenuEntry(new MenuEntry("main", ENGLISH, 1, "News", "/en/news")));
        change("place-menu-entry", null, Set.of("menu:main:en"));
        portal.done(new PlaceBlock(new Block(
                Block.Kind.NOTICE, Block.Spot.TOP, ENGLISH, 1, "Closed on Monday", "", "", null, null, null)));
        change("place-block", null, Set.of("blocks:en"));
        portal.done(
                Principal.OPERATOR,
                new KeepAddress(new KeepAddress.ToSection(portal.section("sport")), ENGLISH, "/sport.html"));
        change("keep-address", Principal.OPERATOR, null, Set.of("path:/sport.html"));
        portal.done(
                new KeepAsset(new Asset(new AssetId(0), "mir.jpg", "image/jpeg", "", 0, 0, 0), "https://old/mir.jpg"));
        change("keep-asset", null, Set.of("asset:1"));
    }

    @Test
    void everyKindOfChangeIsReadAsItWasWritten() {
        var section = portal.section("news");
        var changes = List.of(
                new Change.ItemShown(new ItemId(1), ENGLISH, "/en/mir"),
                new Change.ItemMoved(new ItemId(1), ENGLISH, "/en/mir", "/en/castle"),
                new Change.ItemHidden(new ItemId(1), ENGLISH, "/en/castle"),
                new Change.ItemEdited(new ItemId(1)),
                new Change.SectionAdded(section, "news"),
                new Change.SectionMoved(section, "news", "reports"),
                new Change.SectionFollowed(section),
                new Change.SectionRemoved(section, "reports"),
                new Change.SectionTitled(section),
                new Change.OutlineChanged(Part.SECTIONS, null),
                new Change.OutlineChanged(Part.MENU, Cast.BELARUSIAN),
                new Change.PathChanged("/?p=12"),
                new Change.AssetChanged(new AssetId(7)),
                new Change.LibraryChanged(),
                new Change.SettingsChanged(),
                new Change.NewsroomChanged());
        long before = ledger.newest();
        portal.database().write(transaction -> {
            transaction
                    .changes()
                    .add(
                            TestPortal.NOON,
                            Cast.JAN,
                            VerbName.REVISE,
                            changes.stream().map(Announcement::of).toList());
            return before;
        });
        assertEquals(
                changes,
                ledger.after(before, 100).stream().map(LedgerEntry::change).toList());
        assertEquals(
                Set.of(Change.class.getPermittedSubclasses()),
                changes.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void changesOfAnItemSayWhereReadersSeeIt() {
        ItemId item = portal.draft("Mir castle");
        String first = "/en/news/culture/2024/08/19/mir-castle";
        String second = "/en/news/culture/2024/08/19/mir";
        assertEquals(new Change.ItemEdited(item), newest().change());
        portal.done(new Publish(item, null));
        assertEquals(new Change.ItemShown(item, ENGLISH, first), newest().change());
        portal.done(new Correct(item, TestPortal.reworded("Mir castle"), "A date was wrong."));
        assertEquals(new Change.ItemShown(item, ENGLISH, first), newest().change());
        portal.done(new Rename(item, new Slug("mir")));
        assertEquals(new Change.ItemMoved(item, ENGLISH, first, second), newest().change());
        var note = new CorrectionId(
                Long.parseLong(portal.tables().value("select max(id) from publication where note is not null")));
        portal.done(new AmendNote(item, note, "A date and a place were wrong."));
        assertEquals(new Change.ItemShown(item, ENGLISH, second), newest().change());
        portal.done(new Revise(item, content("Mir castle, revised"), null));
        assertEquals(new Change.ItemEdited(item), newest().change());
        portal.done(new Withdraw(item, "It was not true."));
        assertEquals(new Change.ItemHidden(item, ENGLISH, second), newest().change());
        portal.done(new Rename(item, new Slug("castle")));
        assertEquals(new Change.ItemEdited(item), newest().change());
        portal.done(new Restore(item));
        assertEquals(new Change.ItemShown(item, ENGLISH, "/en/news/culture/2024/08/19/castle"), newest().change());
    }

    @Test
    void movedSectionSaysWhereEverythingInItStandsInRowsOfOneVerb() {
        ItemId culture = portal.published("Mir castle");
        ItemId page = portal.page("news", "About the news");
        long before = ledger.newest();
        portal.done(Cast.JAN, new MoveSection(portal.section("news"), Section.ROOT, "reports"));
        var entries = ledger.after(before, 100);
        assertEquals(
                List.of(
                        new Change.SectionMoved(portal.section("news"), "news", "reports"),
                        new Change.SectionMoved(portal.section("news/culture"), "news/culture", "reports/culture"),
                        new Change.SectionMoved(portal.section("news/economy"), "news/economy", "reports/economy"),
                        new Change.ItemMoved(
                                culture,
                                ENGLISH,
                                "/en/news/culture/2024/08/19/mir-castle",
                                "/en/reports/culture/2024/08/19/mir-castle"),
                        new Change.ItemMoved(page, ENGLISH, "/en/news/about-the-news", "/en/reports/about-the-news")),
                entries.stream().map(LedgerEntry::change).toList());
        entries.forEach(entry -> {
            assertEquals(VerbName.MOVE_SECTION, entry.verb());
            assertEquals(Cast.JAN, entry.principal());
            assertEquals(TestPortal.NOON, entry.at());
        });
        assertEquals(
                List.of(Long.toString(before + 1)),
                portal.tables().rows("select distinct part_of from change where part_of is not null"));
        var audit = new AuditQueries(portal.database());
        var ofVerb = new AuditQueries.Filter(null, VerbName.MOVE_SECTION, null, null, null);
        assertEquals(1, audit.deeds(ofVerb, null, 100).size(), "the log has the verb once");
        var ofItem = new AuditQueries.Filter(null, VerbName.MOVE_SECTION, page, null, null);
        assertEquals(1, audit.deeds(ofItem, null, 100).size(), "and once for each item");
    }

    @Test
    void changesOfTheOutlineSayWhatChanged() {
        portal.addSection("sport");
        SectionId sport = portal.section("sport");
        assertEquals(new Change.SectionAdded(sport, "sport"), newest().change());
        portal.done(new Arrange(new OutlineChange.Titles(sport, Map.of(ENGLISH, new Section.Title("Sports", "")))));
        assertEquals(new Change.SectionTitled(sport), newest().change());
        portal.done(new Arrange(new OutlineChange.SectionOrder(Section.ROOT, List.of(sport))));
        assertEquals(new Change.OutlineChanged(Part.SECTIONS, null), newest().change());
        ItemId draft = portal.draft("sport", "A match");
        long before = ledger.newest();
        portal.done(new RemoveSection(sport));
        assertEquals(
                List.of(new Change.SectionRemoved(sport, "sport"), new Change.ItemEdited(draft)),
                ledger.after(before, 10).stream().map(LedgerEntry::change).toList());
        portal.done(new RaiseBanner(ENGLISH, "The meadow is flooded.", "", null));
        assertEquals(new Change.OutlineChanged(Part.BANNER, ENGLISH), newest().change());
        var id = new BlockId(7);
        portal.done(new Arrange(new OutlineChange.BlockPlaced(id, block(ENGLISH))));
        assertEquals(new Change.OutlineChanged(Part.BLOCKS, ENGLISH), newest().change());
        before = ledger.newest();
        portal.done(new Arrange(new OutlineChange.BlockChanged(id, block(Cast.BELARUSIAN))));
        assertEquals(
                List.of(
                        new Change.OutlineChanged(Part.BLOCKS, ENGLISH),
                        new Change.OutlineChanged(Part.BLOCKS, Cast.BELARUSIAN)),
                ledger.after(before, 10).stream().map(LedgerEntry::change).toList());
        portal.done(new AddRedirect(new Redirect("/old", "/en/news", ENGLISH)));
        assertEquals(new Change.PathChanged("/old"), newest().change());
    }

    private static Block block(Language language) {
        return new Block(Block.Kind.NOTICE, Block.Spot.TOP, language, 1, "Closed", "", "", null, null, null);
    }

    @Test
    void followerReadsEveryChangeOnceInOrder() {
        for (State state : State.values()) {
            portal.in(state, "Mir castle");
        }
        var read = new ArrayList<LedgerEntry>();
        for (var part = ledger.after(0, 7);
                !part.isEmpty();
                part = ledger.after(part.getLast().position(), 7)) {
            read.addAll(part);
        }
        assertEquals(ledger.newest(), read.size());
        for (int i = 0; i < read.size(); i++) {
            assertEquals(i + 1, read.get(i).position());
        }
        assertEquals(Cast.VERA, read.getLast().principal());
        assertEquals(TestPortal.NOON, read.getLast().at());
        assertEquals(List.of(), ledger.after(ledger.newest(), 7));
    }

    @Test
    void bellRingsAfterTheCommitAndNotWithoutOne() {
        var heard = new ArrayList<Long>();
        portal.bus().onCommit(() -> heard.add(ledger.newest()));
        long before = ledger.newest();
        ItemId item = portal.draft("Mir castle");
        assertEquals(List.of(before + 1), heard);
        assertThrows(
                ArithmeticException.class,
                () -> portal.bus().together(Cast.JAN, unit -> {
                    unit.carryOut(new Publish(item, null)).orThrow();
                    throw new ArithmeticException("The step failed");
                }));
        assertEquals(List.of(before + 1), heard);
        assertEquals(before + 1, ledger.newest());
    }

    private void change(String verb, @Nullable ItemId item, Set<String> keys) {
        change(verb, Cast.ALESIA, item, keys);
    }

    private void change(String verb, Principal by, @Nullable ItemId item, Set<String> keys) {
        LedgerEntry change = newest();
        assertEquals(verb, change.verb().word());
        assertEquals(Optional.ofNullable(item), change.change().about());
        assertEquals(by, change.principal());
        assertEquals(portal.clock().instant(), change.at());
        assertEquals(
                new TreeSet<>(keys),
                change.keys().stream().map(PageKey::value).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(keys.size(), change.keys().size(), "A key is named twice");
    }

    private LedgerEntry newest() {
        return ledger.after(ledger.newest() - 1, 10).getFirst();
    }

    /** What a list with a single story announces when that story changes. */
    private static Set<String> inLists(String... lists) {
        var keys = new TreeSet<String>();
        for (String list : lists) {
            keys.add("list:" + list + ":en");
            keys.add("counts:" + list + ":en");
            keys.add("months:" + list + ":en");
            keys.add("month:2024-08:" + list + ":en");
            keys.add("days:2024-08:" + list + ":en");
            if (!list.startsWith("tag:")) {
                keys.add("head:" + list + ":en");
            }
            keys.add("year:2024:" + list + ":en");
        }
        return keys;
    }

    /** The keys without those of counts, calendars and its address, which stay when a story changes where it stands. */
    private static Set<String> inPlace(Set<String> keys) {
        var some = new TreeSet<>(keys);
        some.removeIf(key -> key.matches("(counts|months|days|year|head|where):.*"));
        return some;
    }

    private static Set<String> with(Set<String> keys, Set<String> more) {
        var all = new TreeSet<>(keys);
        all.addAll(more);
        return all;
    }

    private static Set<String> with(Set<String> keys, String... more) {
        var all = new TreeSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }
}
