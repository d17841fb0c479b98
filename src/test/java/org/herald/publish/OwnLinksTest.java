package org.herald.publish;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.config.KindFiles;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Body;
import org.herald.model.Check;
import org.herald.model.CheckRules;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.Finding;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.MenuEntry;
import org.herald.model.OutlineChange;
import org.herald.model.Principal;
import org.herald.model.SavedDraft;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.store.CheckQueries;
import org.herald.store.OpenItemQueries;
import org.herald.testing.TestPortal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links within the portal: by identity once they are saved, and refused where they lead nowhere. */
final class OwnLinksTest {

    private static final Kind ARTICLE = KindFiles.ofProduct().of(KindName.ARTICLE);
    private static final String MIR = "/en/news/culture/2024/08/19/mir-castle";
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final CheckRules RULES = new CheckRules(Map.of(), List.of(), TestPortal.PORTAL);

    private final TestPortal portal;
    private ItemId mir = new ItemId(0);

    OwnLinksTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
    }

    /** Item 1 is shown and once stood elsewhere, 2 is a draft; asset 1 is a file. */
    @BeforeEach
    void begin() {
        mir = portal.published("Mir castle");
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(mir), ENGLISH, "/?p=12"));
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(mir), ENGLISH, "/2009/Замак Мір"));
        portal.draft("Not yet");
        portal.done(new KeepAsset(new Asset(new AssetId(0), "mir.svg", "image/svg+xml", HASH, 9, 3, 4), null));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /en/news/culture/2024/08/19/mir-castle                                  , item:1
            https://portal.test/en/news/culture/2024/08/19/mir-castle               , item:1
            HTTP://www.PORTAL.test:8080/en/news/culture/2024/08/19/mir-castle/      , item:1
            //portal.test/en/news/culture/2024/08/19/mir-castle?utm_source=a&fbclid=b#more, item:1
            portal.test/en/news/culture/2024/08/19/mir%2Dcastle                     , item:1
            http://localhost:8080/newsroom/items/1/text?flash=said.saved             , item:1
            /newsroom/items/2                                                       , item:2
            https://portal.test/newsroom/items/1/revisions                          , item:1
            /newsroom/pictures/1                                                    , asset:1
            https://portal.test/assets/0123456789abcdef/640/mir.webp                , asset:1
            /?p=12                                                                  , item:1
            ?p=12&utm_campaign=x                                                    , item:1
            https://portal.test/2009/%D0%97%D0%B0%D0%BC%D0%B0%D0%BA%20%D0%9C%D1%96%D1%80, item:1
            https://portal.test/en/news?utm_source=letter                           , /en/news
            https://portal.test/en/nothing#x                                        , /en/nothing
            /newsroom/items/99                                                      , /newsroom/items/99
            https://portal.test/preview/abc                                         , /preview/abc
            https://portal.test.example.org/en/news                                 , https://portal.test.example.org/en/news
            https://example.org/newsroom/items/1                                    , https://example.org/newsroom/items/1
            mailto:a@portal.test                                                    , mailto:a@portal.test
            """)
    void linkOfABodyIsSavedByIdentity(String typed, String saved) {
        ItemId item = portal.draft("news/culture", ENGLISH, linking(typed));
        assertEquals(saved, link(item), "as it begins");
        portal.done(new Revise(item, linking("https://example.org/"), null));
        portal.done(new Revise(item, linking(typed), null));
        assertEquals(saved, link(item), "as it is revised");
        portal.done(new Revise(item, linking("https://example.org/"), null));
        SavedDraft draft =
                portal.done(new KeepDraft(null, 0, 1, new Draft.OfItem(item, portal.head(item)), linking(typed)));
        portal.done(new SaveDraft(draft.draft(), draft.version()));
        assertEquals(saved, link(item), "as a draft is saved");
    }

    @Test
    void correctionHasItsLinksByIdentityToo() {
        portal.done(new Correct(mir, linking("https://portal.test" + MIR), "A link was wrong."));
        assertEquals("item:1", link(mir));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://portal.test/en/news, OK
            /en/archive                , OK
            /en/archive/2024/08        , OK
            /en/news/2024/08/19        , OK
            /en/site-map               , OK
            /favicon.svg               , OK
            https://example.org/gone   , OK
            /en/archive/1999           , BROKEN_LINK
            /en/news/2024/08/20        , BROKEN_LINK
            /en/tag/nothing            , BROKEN_LINK
            /en/nothing                , BROKEN_LINK
            https://portal.test/nothing, BROKEN_LINK
            some/where                 , BROKEN_LINK
            item:99                    , BROKEN_LINK
            asset:99                   , BROKEN_LINK
            /assets/ffffffffffffffff/x.pdf, BROKEN_LINK
            item:2                     , HIDDEN_LINK
            /newsroom                  , INTERNAL_LINK
            https://portal.test/newsroom/items/99, INTERNAL_LINK
            /preview/portal/abc/en     , INTERNAL_LINK
            http://127.0.0.1:8080/preview/abc, INTERNAL_LINK
            """)
    void checkFindsWhatLeadsNowhere(String href, String expected) {
        Item item =
                new OpenItemQueries(portal.database()).find(mir).orElseThrow().item();
        var found = Checks.look(new CheckQueries(portal.database()), ARTICLE, item, linking(href), RULES).stream()
                .map(Finding::check)
                .filter(check -> check != Check.EMPTY_STANDFIRST)
                .map(Check::name)
                .toList();
        assertEquals(expected.equals("OK") ? List.of() : List.of(expected), found);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://portal.test/en/news/culture/2024/08/19/mir-castle?utm_source=a, item:1, ''
            /newsroom/items/2/text     , item:2            , ''
            portal.test/en/tourism#map , section           , ''
            /be/tourism                , /be/tourism       , ''
            /en/archive/2024           , /en/archive/2024  , ''
            https://example.org/a      , https://example.org/a, ''
            /en/nothing                , ''                , refused.target-nowhere
            https://portal.test/en/nothing, ''             , refused.target-nowhere
            http://localhost/newsroom/plan, ''             , refused.target-hidden
            /preview/abc               , ''                , refused.target-hidden
            javascript:alert(1)        , ''                , refused.target
            """)
    void targetsOfMenusBlocksAndBannersAreStoredByIdentityOrRefused(String typed, String stored, String reason) {
        String expected = stored.equals("section") ? "section:" + portal.section("tourism") : stored;
        var refusals = reason.isEmpty() ? List.of() : List.of(reason);
        var list = new Block(
                Block.Kind.LIST, Block.Spot.BESIDE, ENGLISH, 1, "List", "Link | " + typed, "", null, null, null);
        var promotion =
                new Block(Block.Kind.PROMOTION, Block.Spot.BESIDE, ENGLISH, 1, "A", "", typed, null, null, null);
        var menu = new OutlineChange.Menu("main", ENGLISH, List.of(new OutlineChange.Menu.Entry("A", typed)));
        for (Verb<?> verb : List.of(
                new PlanChange(menu, null),
                new Arrange(menu),
                new PlaceMenuEntry(new MenuEntry("main", ENGLISH, 9, "A", typed)),
                new PlaceBlock(promotion),
                new Arrange(new OutlineChange.BlockPlaced(new BlockId(0), list)),
                new RaiseBanner(ENGLISH, "News", typed, null))) {
            assertEquals(refusals, portal.refusals(verb), String.valueOf(verb));
        }
        if (reason.isEmpty()) {
            assertEquals(
                    List.of(expected),
                    portal.tables().rows("select distinct target from menu where valid_until is null"));
            assertEquals(
                    List.of(expected), portal.tables().rows("select target from banner where valid_until is null"));
            assertEquals(
                    List.of("Link | " + expected),
                    portal.tables().rows("select text from block where kind = 'list' and valid_until is null"));
        }
    }

    @Test
    void whatIsInAnotherLanguageIsNoSectionOfThisOne() {
        portal.done(new PlaceMenuEntry(new MenuEntry("main", BELARUSIAN, 1, "A", "/be/news")));
        assertEquals(
                "section:" + portal.section("news"),
                portal.tables().value("select target from menu where language = 'be' and valid_until is null"));
    }

    private static Content linking(String href) {
        return content("Linking")
                .withBody(new Body("<p>See <a href=\"" + href.replace("&", "&amp;") + "\">what is there</a>.</p>"));
    }

    private String link(ItemId item) {
        String body = new OpenItemQueries(portal.database())
                .find(item)
                .orElseThrow()
                .head()
                .content()
                .body()
                .html();
        return Optional.ofNullable(Jsoup.parseBodyFragment(body).selectFirst("a"))
                .map(link -> link.attr("href"))
                .orElse("none");
    }
}
