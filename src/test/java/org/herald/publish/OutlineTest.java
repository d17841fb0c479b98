package org.herald.publish;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.LedgerEntry;
import org.herald.model.MenuEntry;
import org.herald.model.OutlineChange;
import org.herald.model.OutlineChange.Menu;
import org.herald.model.PageKey;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections' words and order, menus and blocks: changed with exactly the page keys that a change touches, or refused. */
final class OutlineTest {

    private final TestPortal portal;
    private final OutlineQueries outline;

    OutlineTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        outline = new OutlineQueries(portal.database());
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void titlesOfASectionTouchThePagesThatNameIt() {
        SectionId news = portal.section("news");
        done(
                new OutlineChange.Titles(
                        news,
                        Map.of(ENGLISH, new Section.Title("  All\nnews ", ""), BELARUSIAN, new Section.Title("", ""))),
                "set-titles",
                "section:" + news);
        var section = outline.arrangement().section(news).orElseThrow();
        assertEquals(Map.of(ENGLISH, new Section.Title("All news", "")), section.titles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00a0", "\u200b", "\ufeff\u3164"})
    void titlesLabelsAndBlocksNeedAVisibleLetter(String blank) {
        var title = Map.of(ENGLISH, new Section.Title(blank, ""));
        assertEquals(List.of("refused.title-empty"), portal.refusals(new AddSection("blank", title)));
        assertEquals(
                List.of("refused.menu-entry-empty"),
                portal.refusals(new PlaceMenuEntry(new MenuEntry("main", ENGLISH, 1, blank, "/en/news"))));
        var block = new Block(Block.Kind.PROMOTION, Block.Spot.BESIDE, ENGLISH, 1, blank, blank, "", null, null, null);
        assertEquals(List.of("refused.block-empty"), portal.refusals(new PlaceBlock(block)));
    }

    @Test
    void orderOfSectionsTouchesThePagesThatListThem() {
        var order = List.of(portal.section("about"), portal.section("news"), portal.section("tourism"));
        done(new OutlineChange.SectionOrder(Section.ROOT, order), "order-sections", "below:1");
        assertEquals(
                order,
                outline.arrangement().below(Section.ROOT).stream()
                        .map(Section::id)
                        .toList());
    }

    @Test
    void menuIsReplacedWhole() {
        portal.done(new PlaceMenuEntry(new MenuEntry("main", ENGLISH, 1, "Old", "/en/about")));
        portal.done(new PlaceMenuEntry(new MenuEntry("main", BELARUSIAN, 1, "Навіны", "/be/news")));
        var item = portal.published("Mir castle");
        done(
                new Menu(
                        "main",
                        ENGLISH,
                        List.of(
                                new Menu.Entry("Castle", "item:" + item),
                                new Menu.Entry("News", "section:" + portal.section("news")),
                                new Menu.Entry("Elsewhere", "https://example.org/x"))),
                "set-menu",
                "menu:main:en");
        assertEquals(
                List.of("Castle", "News", "Elsewhere"),
                outline.arrangement().menu("main", ENGLISH).stream()
                        .map(MenuEntry::label)
                        .toList());
        assertEquals(1, outline.arrangement().menu("main", BELARUSIAN).size());
    }

    @Test
    void blocksComeChangeMoveAndGo() {
        done(new OutlineChange.BlockPlaced(new BlockId(7), promotion("First")), "place-block", "blocks:en");
        done(new OutlineChange.BlockPlaced(new BlockId(9), promotion("Second")), "place-block", "blocks:en");
        done(new OutlineChange.BlockChanged(new BlockId(7), promotion("Once more")), "change-block", "blocks:en");
        assertEquals(List.of("Once more", "Second"), titles());
        done(
                new OutlineChange.BlockOrder(ENGLISH, Block.Spot.BESIDE, List.of(new BlockId(9), new BlockId(7))),
                "order-blocks",
                "blocks:en");
        assertEquals(List.of("Second", "Once more"), titles());
        done(new OutlineChange.BlockRemoved(new BlockId(9)), "remove-block", "blocks:en");
        assertEquals(List.of("Once more"), titles());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "//evil.example",
                "/\\evil.example",
                "https://",
                "http:evil",
                "ftp://example.org/",
                "item:0",
                "item:x",
                "en/news",
                "/en/ x",
                "/en/\"><script>"
            })
    void targetThatIsNoneIsRefused(String target) {
        refused(new Menu("main", ENGLISH, List.of(new Menu.Entry("Here", target))), "refused.target");
        var block = new Block(Block.Kind.PROMOTION, Block.Spot.BESIDE, ENGLISH, 0, "T", "", target, null, null, null);
        refused(new OutlineChange.BlockPlaced(new BlockId(1), block), "refused.target");
        refused(
                new OutlineChange.BlockPlaced(new BlockId(1), list("Here | /en/news\nThere | " + target.strip())),
                "refused.target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en/news",
                "/en/навіны",
                "https://example.org",
                "HTTPS://прыклад.бел/шлях?a=b#c",
                "mailto:a@b.by",
                "tel:+375291234567"
            })
    void targetsThatAReaderCanFollowAreTaken(String target) {
        portal.done(
                Principal.OPERATOR,
                new KeepAddress(new KeepAddress.ToSection(portal.section("news")), ENGLISH, "/en/навіны"));
        assertEquals(
                List.of(),
                portal.refusals(new Arrange(new Menu("footer", ENGLISH, List.of(new Menu.Entry("Here", target))))));
    }

    @Test
    void everyReasonIsGiven() {
        refused(
                new Menu("other", ENGLISH, List.of(new Menu.Entry(" ", "/en"))),
                "refused.menu-unknown",
                "refused.menu-entry-empty");
        refused(new Menu("main", ENGLISH, List.of(new Menu.Entry("x", "item:404"))), "refused.target-gone");
        refused(new Menu("main", ENGLISH, List.of(new Menu.Entry("x", "section:404"))), "refused.target-gone");
        refused(
                new OutlineChange.Titles(new SectionId(404), Map.of()),
                "refused.section-unknown",
                "refused.title-empty");
        refused(
                new OutlineChange.Titles(portal.section("news"), Map.of(ENGLISH, new Section.Title("", "Of it."))),
                "refused.title-empty-in");
        refused(new OutlineChange.BlockRemoved(new BlockId(404)), "refused.block-unknown");
        refused(new OutlineChange.SectionOrder(new SectionId(404), List.of()), "refused.section-unknown");
        refused(
                new OutlineChange.BlockPlaced(
                        new BlockId(1),
                        new Block(
                                Block.Kind.NOTICE,
                                Block.Spot.BELOW,
                                ENGLISH,
                                0,
                                "",
                                " ",
                                "",
                                new Asset(new AssetId(404), "x.jpg", "image/jpeg", "", 0, 0, 0),
                                Instant.EPOCH,
                                Instant.EPOCH)),
                "refused.block-empty",
                "refused.block-spot",
                "refused.until-before-from",
                "refused.picture-unknown");
        refused(new OutlineChange.BlockPlaced(new BlockId(1), list("No address")), "refused.block-line");
        refused(new OutlineChange.BlockPlaced(new BlockId(1), promotion("x".repeat(501))), "refused.outline-long");
    }

    @Test
    void placeOfAnItemIsAnnouncedWhenItChangesAndOnlyThen() {
        var item = portal.published("Mir castle");
        assertTrue(keys(newest()).contains("where:" + item));
        portal.done(new Correct(item, TestPortal.reworded("Mir castle"), "A date was wrong."));
        assertTrue(!keys(newest()).contains("where:" + item));
        portal.done(new Move(item, portal.section("tourism")));
        assertTrue(keys(newest()).contains("where:" + item));
        portal.done(new Withdraw(item, "It was not true."));
        assertTrue(keys(newest()).contains("where:" + item));
    }

    private List<String> titles() {
        return outline.arrangement().blocks(ENGLISH, Block.Spot.BESIDE).stream()
                .map(placed -> placed.block().title())
                .toList();
    }

    private static Block promotion(String title) {
        return new Block(Block.Kind.PROMOTION, Block.Spot.BESIDE, ENGLISH, 0, title, "", "", null, null, null);
    }

    private static Block list(String lines) {
        return new Block(Block.Kind.LIST, Block.Spot.BELOW, ENGLISH, 0, "Links", lines, "", null, null, null);
    }

    private void done(OutlineChange change, String verb, String... keys) {
        portal.done(new Arrange(change));
        assertEquals(verb, newest().verb().word());
        assertEquals(new TreeSet<>(Set.of(keys)), keys(newest()));
    }

    private void refused(OutlineChange change, String... reasons) {
        var before = portal.tables().dump();
        assertEquals(List.of(reasons), portal.refusals(new Arrange(change)), change.toString());
        assertEquals(before, portal.tables().dump());
    }

    private LedgerEntry newest() {
        var ledger = new ChangeQueries(portal.database());
        return ledger.after(ledger.newest() - 1, 1).getFirst();
    }

    private static Set<String> keys(LedgerEntry change) {
        return change.keys().stream().map(PageKey::value).collect(Collectors.toCollection(TreeSet::new));
    }
}
