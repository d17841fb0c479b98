package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import org.herald.model.ItemId;
import org.herald.publish.Assign;
import org.herald.publish.CommandBus;
import org.herald.publish.Schedule;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar: what goes out, what is due and what was published, on its day by the portal's clock. */
@QuarkusTest
@TestProfile(BerlinPortal.class)
final class PlanTest {

    private final CommandBus bus;
    private final Database database;
    private final PortalClock clock;
    private DeskItems items; // made before each test
    private Colleague reporter; // made before each test

    PlanTest(CommandBus bus, Database database, PortalClock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        items = new DeskItems(bus, database);
        reporter = new Colleague(new NewsroomCast(database, clock), Member.REPORTER);
        clock.set(PortalClock.NOON);
    }

    @Test
    void whatGoesOutAndWhatIsDueStandsOnItsDay() {
        long out = items.draft(Cast.ALESIA, "Goes out before midnight");
        bus.carryOut(Cast.ALESIA, new Schedule(new ItemId(out), Instant.parse("2027-01-14T23:30:15Z")))
                .orThrow();
        long due = items.draft(Cast.ALESIA, "Is to be written");
        bus.carryOut(
                        Cast.ALESIA,
                        new Assign(new ItemId(due), reporter.account().id(), Instant.parse("2027-01-15T11:00:00Z")))
                .orThrow();

        Document page = reporter.page("/newsroom/plan?month=2027-01");

        assertEquals("Calendar: January 2027", page.select("caption").text());
        String day = page.select("td:has(time[datetime=2027-01-15])").text();
        assertTrue(day.contains("00:30:15 Goes out before midnight"), "it is the next day in Berlin: " + day);
        assertTrue(day.contains("12:00 Is to be written due, Nasta"), day);
        assertFalse(
                reporter.page("/newsroom/plan?month=2027-01&language=be").text().contains("Goes out"));
        assertFalse(reporter.page("/newsroom/plan?month=2027-01&section="
                        + items.section("about").id())
                .text()
                .contains("Goes out"));
        assertTrue(reporter.page("/newsroom/plan?month=2027-01&section="
                        + items.section("news").id())
                .text()
                .contains("Goes out"));
    }

    @Test
    void itBeginsWithTheMonthThatItIsAndLeadsToThoseBeside() {
        items.published(Cast.ALESIA, "Published today");
        Document page = reporter.page("/newsroom/plan");

        assertEquals("2026-11-21", page.select("[aria-current=date]").attr("datetime"));
        assertTrue(page.select("td:has([aria-current=date])").text().contains("published"));
        Document next = reporter.page(page.select("a[rel=next]").attr("href"));
        assertEquals("Calendar: December 2026", next.expectFirst("h1").text());
        assertEquals(200, reporter.get("/newsroom/plan?month=nonsense").statusCode());
        assertEquals(Duration.ofDays(31).toDays(), next.select("td time").size(), "every day of December");
    }
}
