package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.herald.model.Block;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.publish.Arrange;
import org.herald.publish.CommandBus;
import org.herald.publish.PlaceBlock;
import org.herald.store.ChangeQueries;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.testing.Cast;
import org.herald.testing.PortalClock;
import org.herald.web.PageCache;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events in blocks of other pages, and notices above months. It is Saturday, 21 November 2026, 13:00 in Warsaw. */
@QuarkusTest
@TestProfile(CalendarPortal.class)
final class EventBlocksTest {

    private static final KindName EVENT = new KindName("event");
    private static final String TITLE = "What is on <next>";

    private final CommandBus bus;
    private final OutlineQueries outline;
    private final ItemQueries items;
    private final PortalClock clock;
    private final PageCache cache;
    private final ChangeQueries changes;

    @Inject
    EventBlocksTest(
            CommandBus bus,
            OutlineQueries outline,
            ItemQueries items,
            PortalClock clock,
            PageCache cache,
            ChangeQueries changes) {
        this.bus = bus;
        this.outline = outline;
        this.items = items;
        this.clock = clock;
        this.cache = cache;
        this.changes = changes;
    }

    @AfterEach
    void asBefore() {
        outline.arrangement()
                .blocks()
                .forEach(placed -> bus.carryOut(
                                Principal.SAMPLE, new Arrange(new OutlineChange.BlockRemoved(placed.id())))
                        .orThrow());
        clock.set(PortalClock.NOON);
        cache.clear(changes.newest()); // pages of a later hour, to which no clock goes back in a portal
    }

    @Test
    void frontPageShowsEachEventOnceWithItsNextDateAndWhatIsOnApart() {
        place(Block.Spot.FRONT, "", coming(3, Map.of()));
        Element row = row("/en");
        assertEquals(TITLE, row.expectFirst("h2").text());
        assertEquals("/en/events", row.expectFirst("h2 a").attr("href"));
        assertEquals(
                List.of(
                        "Saturday, 21 November 2026, 18:00–20:00 Bread & <Salt> Castle Museum",
                        "Sunday, 22 November 2026, 07:00–08:00 Morning Run",
                        "Cancelled Sunday, 22 November 2026, 10:00–20:00 Winter Fair",
                        "from 1 January 2026, until further notice Open House"),
                row.select(".events li").eachText());
        assertEquals("On now", row.expectFirst(".kicker").text());

        clock.set(Instant.parse("2026-11-21T19:30:00Z"));
        assertEquals(
                "Sunday, 22 November 2026, 07:00–08:00 Morning Run",
                row("/en").expectFirst(".events li").text(),
                "what is over leaves without a change");
    }

    @Test
    void blockIsNarrowedByCategoryTownAndVenueAndLeadsToTheSame() {
        var hall = items.inLanguage(List.of(item("/en/venues/music-hall")), new Language("be"))
                .values()
                .iterator()
                .next()
                .id(); // its translation: the block knows the venue by that, too
        place(Block.Spot.FRONT, "", coming(9, Map.of("category", "concert", "venue", hall.toString())));
        Element row = row("/en");
        assertEquals(List.of("Organ Sunday"), row.select(".events a").eachText());
        String path = row.expectFirst("h2 a").attr("href");
        assertTrue(path.startsWith("/en/events/upcoming?category=concert&venue="), path);
        assertEquals(List.of("Organ Sunday"), page(path).select(".agenda li a").eachText());

        asBefore();
        place(Block.Spot.BESIDE, "", coming(9, Map.of("town", "brest")));
        assertEquals(
                List.of("Bread & <Salt>"),
                page("/en/news").select(".promotion .events a").eachText());
        asBefore();
        place(Block.Spot.FRONT, "", coming(9, Map.of("category", "film")));
        assertEquals(0, page("/en").select("section:has(.events)").size(), "nothing is to come");
    }

    @Test
    void chosenEventsStandInTheirOrderWhileTheyAreNotOver() {
        String chosen = item("/en/events/webinar") + "\n" + item("/en/events/old-masters") + "\n"
                + item("/en/events/bread-salt");
        place(Block.Spot.FRONT, chosen, new Block.Entries(EVENT, Block.Order.CHOSEN, 4));
        assertEquals(
                List.of("Webinar", "Bread & <Salt>"),
                row("/en").select(".events a").eachText());
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        assertEquals(
                List.of("refused.block-order-events"),
                reasons(block(Block.Spot.FRONT, "", new Block.Entries(EVENT, Block.Order.DAILY, 4))));
        assertEquals(
                List.of("refused.block-order-entries"),
                reasons(block(Block.Spot.FRONT, "", new Block.Entries(new KindName("venue"), Block.Order.COMING, 4))));
        assertEquals(
                List.of("refused.block-filter", "refused.block-filter", "refused.block-venue"),
                reasons(block(
                        Block.Spot.FRONT,
                        "",
                        coming(4, Map.of("category", "opera", "colour", "red", "venue", "987654")))));
        var months = new Block.Months(YearMonth.of(2026, 12), YearMonth.of(2026, 11));
        assertEquals(
                List.of("refused.block-months-order", "refused.block-months"),
                reasons(notice(section("news"), months)));
    }

    @Test
    void noticeStandsAboveItsMonthsAndTheirWeeksAndDaysAlone() {
        var months = new Block.Months(YearMonth.of(2026, 12), YearMonth.of(2027, 1));
        bus.carryOut(Principal.SAMPLE, new PlaceBlock(notice(section("events"), months)))
                .orThrow();
        for (String path : List.of(
                "/en/events/2026/12",
                "/en/events/2027/01",
                "/en/events/2026/12/31",
                "/en/events/2026/w49",
                "/en/events/2026/12?category=fair")) {
            assertEquals(TITLE, page(path).expectFirst(".notices strong").text(), path);
        }
        for (String path : List.of(
                "/en/events/2026/11",
                "/en/events/2027/02",
                "/en/events",
                "/en/events/2026",
                "/en/events/today",
                "/en/events/webinar",
                "/en/news",
                "/en")) {
            assertTrue(page(path).select(".notices").isEmpty(), path);
        }
    }

    private Block notice(SectionId branch, Block.Months months) {
        return new Block(
                Block.Kind.NOTICE,
                Block.Spot.TOP,
                Cast.ENGLISH,
                1,
                TITLE,
                "Ask before you set out.",
                "",
                null,
                null,
                null,
                null,
                branch,
                months);
    }

    private SectionId section(String path) {
        return outline.arrangement().sections().stream()
                .filter(section -> section.path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private ItemId item(String path) {
        return items.at(path)
                .map(target -> ((PathTarget.Shown) target).item().id())
                .orElseThrow();
    }

    private static Block.Entries coming(int most, Map<String, String> filter) {
        return new Block.Entries(EVENT, Block.Order.COMING, most, new TreeMap<>(filter));
    }

    private void place(Block.Spot spot, String text, Block.Entries entries) {
        bus.carryOut(Principal.SAMPLE, new PlaceBlock(block(spot, text, entries)))
                .orThrow();
    }

    private static Block block(Block.Spot spot, String text, Block.Entries entries) {
        return new Block(
                Block.Kind.ENTRIES, spot, Cast.ENGLISH, 1, TITLE, text, "", null, null, null, entries, null, null);
    }

    private List<String> reasons(Block block) {
        return keys(bus.carryOut(Principal.SAMPLE, new PlaceBlock(block)));
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var reasons)
                ? reasons.stream().map(Outcome.Reason::key).toList()
                : List.of();
    }

    private static Element row(String path) {
        return page(path).expectFirst("section:has(.events)");
    }

    private static Document page(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path);
        return Jsoup.parse(response.asString());
    }
}
