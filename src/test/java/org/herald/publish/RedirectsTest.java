package org.herald.publish;

import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.PageKey;
import org.herald.model.Principal;
import org.herald.model.Redirect;
import org.herald.model.Slug;
import org.herald.store.ChangeQueries;
import org.herald.store.PathTarget;
import org.herald.store.RedirectQueries;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects that editors make: they lead to things, never in circles, and take no address from anything. */
final class RedirectsTest {

    private static final String MIR = "/en/news/culture/2024/08/19/mir-castle";

    private final TestPortal portal;

    RedirectsTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void redirectToAStoryGoesWithTheStory() {
        ItemId item = portal.published("Mir castle");
        assertEquals("item:" + item, add("/castle", MIR).target());
        assertEquals(Optional.of(new PathTarget.Moved(MIR)), portal.items().at("/castle"));
        var ledger = new ChangeQueries(portal.database());
        assertEquals(
                List.of(PageKey.path("/castle")),
                ledger.after(ledger.newest() - 1, 1).getFirst().keys());
        portal.done(new Rename(item, new Slug("castle-of-mir")));
        assertEquals(
                Optional.of(new PathTarget.Moved("/en/news/culture/2024/08/19/castle-of-mir")),
                portal.items().at("/castle"));
    }

    @Test
    void redirectToASectionGoesWithTheSection() {
        assertEquals(
                "section:" + portal.section("news"),
                add("/all-news", "/en/news").target());
        assertEquals(
                Optional.of(new PathTarget.OfSection(portal.section("news"), ENGLISH)),
                portal.items().at("/all-news"));
    }

    @Test
    void redirectToAListingLeadsToItsAddress() {
        portal.published("Mir castle");
        add("/old/", "/en/archive/2024");
        assertEquals(
                Optional.of(new PathTarget.Redirected("/en/archive/2024")),
                portal.items().at("/old"));
    }

    @Test
    void redirectToWhatLeadsOnLeadsThereAtOnce() {
        ItemId item = portal.published("Mir castle");
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/legacy"));
        add("/news", "/en/news");
        assertEquals("section:" + portal.section("news"), add("/a", "/news").target());
        assertEquals(
                "item:" + item,
                add("/b", "https://portal.test/legacy?utm_source=letter").target());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /%D0%97%D0%B0%D0%BC%D0%B0%D0%BA , /Замак
            /%d0%97амак/#top                , /Замак
            /old%20page                     , /old page
            /a?b=2&a=1                      , /a?a=1&b=2
            /a?utm_source=x&id=%37          , /a?id=7
            https://www.portal.test/a?id=%D0%B6, /a?id=%D0%B6
            http://PORTAL.test:8080/a       , /a
            /?p=12                          , /?p=12
            """)
    void redirectIsStoredAsRequestsAreLookedUp(String typed, String stored) {
        assertEquals(stored, add(typed, "/en/news").path());
        assertEquals(
                List.of("refused.redirect-taken"),
                portal.refusals(new AddRedirect(new Redirect(stored, "/en/tourism", ENGLISH))));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            old                , /en/news             , refused.address
            //old              , /en/news             , refused.address
            /                  , /en/news             , refused.redirect-stands
            /newsroom/portal   , /en/news             , refused.redirect-stands
            /en                , /en/news             , refused.redirect-stands
            /en/news           , /en/tourism          , refused.redirect-stands
            /en/archive/2024   , /en/news             , refused.redirect-stands
            /en/news/2024/08   , /en/news             , refused.redirect-stands
            /en/tag/castles    , /en/news             , refused.redirect-stands
            /en/news/culture/2024/08/19/mir-castle, /en/news, refused.redirect-taken
            /legacy            , /en/news             , refused.redirect-taken
            /a                 , /a                   , refused.redirect-loop
            /n%65w             , /nothing             , refused.target-nowhere
            /a                 , /newsroom/plan       , refused.target-hidden
            /a                 , /preview/x           , refused.target-hidden
            /a                 , /en/archive/1999     , refused.target-nowhere
            /a                 , /en/tag/nothing      , refused.target-nowhere
            /e%6E/n%65ws/      , /en/tourism          , refused.redirect-stands
            /en/news#top       , /en/tourism          , refused.redirect-stands
            /en/news?x=1       , /en/tourism          , refused.redirect-stands
            https://portal.test/en/news, /en/tourism  , refused.redirect-stands
            https://example.org/a, /en/tourism        , refused.address
            /en/news/culture/2024/08/19/mir-castle?a=b, /en/news, refused.redirect-stands
            /t%61ken#x         , /en/tourism          , refused.redirect-taken
            /b?x=1&y=%D0%B0    , /b?y=а&x=1#z         , refused.redirect-loop
            /a                 , https://example.org  , refused.redirect-outside
            /a                 , javascript:alert(1)  , refused.target
            /a                 , item:404             , refused.target-gone
            """)
    void whatCannotLeadIsRefused(String path, String target, String reason) {
        ItemId item = portal.published("Mir castle");
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/legacy"));
        add("/taken", "/en/news");
        var before = portal.tables().dump();
        assertEquals(List.of(reason), portal.refusals(new AddRedirect(new Redirect(path, target, ENGLISH))));
        assertEquals(before, portal.tables().dump());
    }

    @Test
    void ownRedirectIsRemovedButNoAddressThatSomethingHad() {
        ItemId item = portal.published("Mir castle");
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/legacy"));
        add("/castle", MIR);
        portal.done(new RemoveRedirect("/castle"));
        assertEquals(Optional.empty(), portal.items().at("/castle"));
        for (String path : List.of("/legacy", MIR, "/nothing")) {
            assertEquals(List.of("refused.redirect-for-ever"), portal.refusals(new RemoveRedirect(path)));
        }
    }

    @Test
    void redirectThatBecomesTheAddressOfItsItemIsKeptForEver() {
        ItemId item = portal.published("Mir castle");
        String later = "/en/news/culture/2024/08/19/castle-of-mir";
        add(later, MIR);
        portal.done(new Rename(item, new Slug("castle-of-mir")));
        assertTrue(portal.items().at(later).orElseThrow() instanceof PathTarget.Shown);
        assertEquals(List.of("refused.redirect-for-ever"), portal.refusals(new RemoveRedirect(later)));
    }

    @Test
    void listIsPagedAndSearchedAndKeepsOwnAndOthersApart() {
        ItemId item = portal.published("Mir castle");
        portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToItem(item), ENGLISH, "/legacy"));
        for (int i = 0; i < 5; i++) {
            add("/castle-" + i, MIR);
        }
        add("/100%_sure", "/en/archive");
        var queries = new RedirectQueries(portal.database());
        assertEquals(
                List.of("/castle-2", "/castle-3"),
                queries.leading(true, "castle", "/castle-1", 2).stream()
                        .map(RedirectQueries.Leading::path)
                        .toList());
        assertEquals(
                List.of("/castle-4"),
                queries.leading(true, "CASTLE-4", "", 9).stream()
                        .map(RedirectQueries.Leading::path)
                        .toList());
        assertEquals(
                List.of("/100%_sure"),
                queries.leading(true, "%_", "", 9).stream()
                        .map(RedirectQueries.Leading::path)
                        .toList());
        var kept = queries.leading(false, "", "", 9);
        assertEquals(
                List.of("/legacy"),
                kept.stream().map(RedirectQueries.Leading::path).toList());
        assertEquals("Mir castle", kept.getFirst().label());
        assertEquals(MIR, kept.getFirst().target());
    }

    private Redirect add(String path, String target) {
        return portal.done(new AddRedirect(new Redirect(path, target, ENGLISH)));
    }
}
