package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.Principal;
import org.herald.model.kind.KindName;
import org.herald.publish.Arrange;
import org.herald.publish.CommandBus;
import org.herald.publish.PlaceBlock;
import org.herald.publish.Restore;
import org.herald.publish.Withdraw;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries of directories on other pages: in blocks and in the site map. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class EntryBlocksTest {

    private static final String NEAR = "Monuments near it";
    private static final String SIGHTS = "/en/tourist-sites";

    private final CommandBus bus;
    private final ItemQueries items;
    private final OutlineQueries outline;

    @Inject
    EntryBlocksTest(CommandBus bus, ItemQueries items, OutlineQueries outline) {
        this.bus = bus;
        this.outline = outline;
        this.items = items;
    }

    /** Other tests read the same portal. */
    @AfterEach
    void removeTheBlock() {
        outline.arrangement().blocks().stream()
                .filter(placed -> placed.block().title().equals(NEAR))
                .forEach(placed -> bus.carryOut(
                                Principal.SAMPLE, new Arrange(new OutlineChange.BlockRemoved(placed.id())))
                        .orThrow());
    }

    @Test
    void blocksShowEntriesOnTheFrontPageAndInTheirSectionAlone() {
        Document front = page("/en");
        var row = front.expectFirst(".entries.row");
        assertEquals(4, row.select(".card").size());
        assertEquals(SIGHTS, front.expectFirst("section:has(.entries.row) h2 a").attr("href"));
        var isPictured = row.select(".card").stream()
                .map(card -> card.selectFirst("img") != null)
                .toList();
        assertEquals(isPictured.stream().sorted(Comparator.reverseOrder()).toList(), isPictured, "pictures first");
        assertEquals(row.html(), page("/en").expectFirst(".entries.row").html(), "the same all day");

        var ofTheDay = new HashSet<List<String>>();
        for (String path : List.of("/en/about", "/ru/about")) {
            var list = page(path).select(".promotion:has(.title:matches(^(Places of remembrance|Места памяти)$))");
            assertEquals(4, list.select(".links a").size(), path);
            ofTheDay.add(list.select(".links a").eachAttr("href").stream()
                    .map(address -> address.substring(address.lastIndexOf('/')))
                    .toList());
            assertEquals(
                    200,
                    given().get(list.select(".links a").getFirst().attr("href")).statusCode());
        }
        assertEquals(1, ofTheDay.size(), () -> "the same in each language: " + ofTheDay);
        Document story = page(page("/en/about").expectFirst("main .card a").attr("href"));
        assertEquals(
                1,
                story.select(".promotion:has(.title:matches(^(Places of remembrance|Места памяти)$))")
                        .size());
        for (String path : List.of("/en", "/en/news/nature", SIGHTS)) {
            assertEquals(
                    0,
                    page(path)
                            .select(".promotion:has(.title:matches(^(Places of remembrance|Места памяти)$))")
                            .size(),
                    path);
        }
    }

    @Test
    void blockOfNearestEntriesFollowsWhatThePageShows() {
        var entries = new Block.Entries(new KindName("monument"), Block.Order.NEAREST, 3);
        bus.carryOut(Principal.SAMPLE, new PlaceBlock(block(NEAR, "", entries))).orThrow();
        Document mir = page("/en/tourist-sites/mir-castle");
        var near = mir.select(".promotion:contains(Monuments near it) .links li");
        assertEquals(3, near.size());
        assertTrue(near.getFirst().text().endsWith("km"), near.text());
        assertTrue(page("/en/tourist-sites")
                .select(".promotion:contains(Monuments near it)")
                .isEmpty());

        var item = items.at(near.getFirst().expectFirst("a").attr("href"))
                .map(target -> ((PathTarget.Shown) target).item().id())
                .orElseThrow();
        bus.carryOut(Principal.SAMPLE, new Withdraw(item, "It was moved.")).orThrow();
        var after = page("/en/tourist-sites/mir-castle").select(".promotion:contains(Monuments near it) .links li");
        assertEquals(near.get(1).text(), after.getFirst().text());
        bus.carryOut(Principal.SAMPLE, new Restore(item)).orThrow();
        assertEquals(
                near.eachText(),
                page("/en/tourist-sites/mir-castle")
                        .select(".promotion:contains(Monuments near it) .links li")
                        .eachText());
    }

    @Test
    void blockOfEntriesThatCannotBeIsRefusedWithEachReason() {
        var none = new Block.Entries(new KindName("sight"), Block.Order.CHOSEN, 13);
        assertEquals(List.of("refused.block-most", "refused.block-none-chosen"), reasons(block("Chosen", "", none)));
        var other = items.at("/be/tourist-sites/mir-castle")
                .map(target -> ((PathTarget.Shown) target).item().id())
                .orElseThrow();
        var chosen = new Block.Entries(new KindName("sight"), Block.Order.CHOSEN, 4);
        assertEquals(
                List.of("refused.block-entry-other", "refused.block-entry"),
                reasons(block("Chosen", other + "\nhttps://example.org/", chosen)));
        assertEquals(
                List.of("refused.block-directory"),
                reasons(block("Stories", "", new Block.Entries(KindName.ARTICLE, Block.Order.NEWEST, 4))));
        assertEquals(
                List.of("refused.block-chosen-in-vain"),
                reasons(block("Newest", "x", new Block.Entries(new KindName("sight"), Block.Order.NEWEST, 4)))
                        .subList(0, 1));
    }

    private List<String> reasons(Block block) {
        return bus.carryOut(Principal.SAMPLE, new PlaceBlock(block)) instanceof Outcome.Refused<?>(var reasons)
                ? reasons.stream().map(Outcome.Reason::key).toList()
                : List.of();
    }

    private static Block block(String title, String text, Block.Entries entries) {
        return new Block(
                Block.Kind.ENTRIES,
                Block.Spot.BESIDE,
                new Language("en"),
                99,
                title,
                text,
                "",
                null,
                null,
                null,
                entries,
                null,
                null);
    }

    @Test
    void siteMapNamesTheEntriesOfEachDirectory() {
        Document map = page("/en/site-map");
        assertEquals(
                "Mir Castle",
                map.expectFirst("a[href=/en/tourist-sites/mir-castle]").text());
        assertTrue(map.select(".names").size() >= 5);
        assertEquals(
                found(page(SIGHTS)),
                map.select("section:has(h2 a[href=" + SIGHTS + "]) li").size());
    }

    private static int found(Document page) {
        return Integer.parseInt(page.expectFirst(".found strong").text().replaceAll("[^0-9]", ""));
    }

    private static Document page(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path);
        return Jsoup.parse(response.asString());
    }
}
