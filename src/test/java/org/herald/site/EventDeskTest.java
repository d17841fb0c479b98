package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.cli.OwnPortal;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.Kinds;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.Withdraw;
import org.herald.store.Database;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.testing.Cast;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events at the desk: what else is at a venue at that time, and the cancelling of what is on a day. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class EventDeskTest {

    private final CommandBus bus;
    private final Kinds kinds;
    private final ItemQueries items;
    private final OutlineQueries outline;
    private final Database database;
    private final PortalClock clock;

    @Inject
    EventDeskTest(
            CommandBus bus,
            Kinds kinds,
            ItemQueries items,
            OutlineQueries outline,
            Database database,
            PortalClock clock) {
        this.bus = bus;
        this.kinds = kinds;
        this.items = items;
        this.outline = outline;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set(PortalClock.NOON);
    }

    @Test
    void eventAtTheSameVenueAtTheSameTimeIsNamedAsAWarning() {
        var venues = page("/en/venues").select("main .card a").eachAttr("href");
        ItemId hall = item(venues.getFirst());
        ItemId organ = published(
                "Organ of tin",
                Map.of(
                        "when.1-first", "2031-05-04",
                        "when.1-times", "15:00-16:30",
                        "when.1-repeat", "weekly",
                        "venue", hall.toString()));
        try {
            String told = "At the same time, at the same venue: Organ of tin, Sunday, 4 May 2031, 15:00–16:30.";
            String at = "2031-05-04";
            assertEquals(List.of(told), warned(hall, Map.of("when.1-first", at, "when.1-times", "16:00-18:00")));
            assertEquals(List.of(), warned(hall, Map.of("when.1-first", at, "when.1-times", "13:00-15:00")));
            assertEquals(List.of(), warned(hall, Map.of("when.1-first", at, "when.1-times", "16:30")));
            assertEquals(List.of(), warned(hall, Map.of("when.1-first", at)), "whole days");
            assertEquals(
                    List.of(),
                    warned(item(venues.getLast()), Map.of("when.1-first", at, "when.1-times", "16:00-18:00")),
                    "another venue");
            assertEquals(
                    List.of(),
                    warned(hall, Map.of("when.1-first", at, "when.1-times", "16:00-18:00", "status", "cancelled")));
            assertEquals(
                    List.of(told),
                    warned(hall, Map.of("when.1-first", at, "when.1-times", "14:00-15:01", "when.1-repeat", "daily")),
                    "each event once, of a series, too");
        } finally {
            bus.carryOut(Principal.SAMPLE, new Withdraw(organ, "Over.")).orThrow();
        }
    }

    @Test
    void datesOfADayAreCancelledTogetherWithANoteOrNotAtAll() {
        ItemId one = published("Tin Parade", Map.of("when.1-first", "2031-05-05", "when.1-times", "10:00, 12:00"));
        ItemId two = published(
                "Kite Days",
                Map.of("when.1-first", "2031-05-01", "when.1-times", "09:00-11:00", "when.1-repeat", "daily"));
        var chief = new Colleague(new NewsroomCast(database, clock), Member.CHIEF_EDITOR);
        try {
            Document day = chief.page("/newsroom/cancellation?day=2031-05-05");
            var values = day.select("li:contains(Tin Parade) input, li:contains(Kite Days) input")
                    .eachAttr("value");
            assertEquals(3, values.size(), day.select("#dates").text());

            var refused = chief.post("/newsroom/cancellation", "day", "2031-05-05", "date", values, "note", " ");
            assertEquals(422, refused.statusCode());
            Document again = Colleague.parsed(refused);
            assertEquals("true", again.expectFirst("#note").attr("aria-invalid"));
            assertEquals(3, again.select("input[name=date][checked]").size());
            assertEquals(0, off("/en/events/2031/05/05"));
            var none = chief.post("/newsroom/cancellation", "day", "2031-05-05", "note", "Storm.");
            assertEquals(422, none.statusCode());
            var stale = values.stream()
                    .map(value -> value.startsWith(two + "-") ? value.replaceFirst("-[0-9]+-", "-1-") : value)
                    .toList();
            assertEquals(
                    422,
                    chief.post("/newsroom/cancellation", "day", "2031-05-05", "date", stale, "note", "Storm.")
                            .statusCode());
            assertEquals(0, off("/en/events/2031/05/05"), "of all or of none");

            var done = chief.post(
                    "/newsroom/cancellation", "day", "2031-05-05", "date", values, "note", "A <storm> comes.");
            assertEquals(200, done.statusCode(), done.asString());
            assertEquals(3, off("/en/events/2031/05/05"));
            assertEquals(0, off("/en/events/2031/05/06"), "other days stay");
            assertTrue(page("/en/events/kite-days").text().contains("A <storm> comes."));
            assertEquals(
                    3,
                    Colleague.parsed(done)
                            .select("li:contains(Tin Parade) input[disabled], li:contains(Kite Days) input[disabled]")
                            .size());
        } finally {
            bus.carryOut(Principal.SAMPLE, new Withdraw(one, "Over.")).orThrow();
            bus.carryOut(Principal.SAMPLE, new Withdraw(two, "Over.")).orThrow();
        }
    }

    @Test
    void anEventBeginsInTheCalendarUnlessAnotherSectionIsChosen() {
        var chief = new Colleague(new NewsroomCast(database, clock), Member.CHIEF_EDITOR);
        assertEquals("Events", begunIn(chief, "event", Section.ROOT));
        assertEquals("News", begunIn(chief, "event", section("news")));
        assertEquals("Home", begunIn(chief, "article", Section.ROOT));
    }

    private static String begunIn(Colleague chief, String kind, SectionId section) {
        var begun = chief.post("/newsroom/new", "kind", kind, "language", "en", "section", section.toString());
        return chief.page(Seat.location(begun))
                .expectFirst("select[name=section] option[selected]")
                .text()
                .strip();
    }

    private SectionId section(String path) {
        return outline.sections().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private ItemId published(String headline, Map<String, String> typed) {
        ItemId item = created(headline, typed);
        bus.carryOut(Principal.SAMPLE, new Publish(item, null)).orThrow();
        return item;
    }

    private static int off(String path) {
        return page(path).select("li.off").size();
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).asString());
    }

    /** The warnings about a new draft at a venue. */
    private List<String> warned(ItemId venue, Map<String, String> typed) {
        var all = new HashMap<>(typed);
        all.put("venue", venue.toString());
        ItemId draft = created("Choir", all);
        return new Colleague(new NewsroomCast(database, clock), Member.CHIEF_EDITOR)
                .page("/newsroom/items/" + draft).select(".warned li").eachText().stream()
                        .filter(text -> text.startsWith("At the same time"))
                        .toList();
    }

    private ItemId created(String headline, Map<String, String> typed) {
        SectionId events = outline.arrangement().sections().stream()
                .filter(section -> section.path().equals("events"))
                .findFirst()
                .orElseThrow()
                .id();
        return bus.carryOut(
                        Principal.SAMPLE,
                        new Create(
                                CalendarPortal.EVENT,
                                Cast.ENGLISH,
                                null,
                                events,
                                null,
                                CalendarPortal.content(kinds, CalendarPortal.EVENT, headline, typed),
                                null))
                .orThrow();
    }

    private ItemId item(String path) {
        return items.at(path)
                .map(target -> ((PathTarget.Shown) target).item().id())
                .orElseThrow();
    }
}
