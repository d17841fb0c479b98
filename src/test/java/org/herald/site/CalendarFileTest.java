package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.cli.SampleSite;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.Restore;
import org.herald.publish.Withdraw;
import org.herald.store.ItemQueries;
import org.herald.store.PathTarget;
import org.junit.jupiter.api.Test;

/** The calendar of the sample portal, as calendar programs read it. */
@QuarkusTest
@WithTestResource(SampleSite.class)
final class CalendarFileTest {

    private final CommandBus bus;
    private final ItemQueries items;

    @Inject
    CalendarFileTest(CommandBus bus, ItemQueries items) {
        this.bus = bus;
        this.items = items;
    }

    private static String text(String address) {
        Response answer = given().get(address);
        assertEquals(200, answer.statusCode(), address);
        assertEquals("text/calendar;charset=UTF-8", answer.contentType().replace(" ", ""));
        return answer.asString().replace("\r\n ", "");
    }

    private static List<String> urls(String calendar) {
        return Pattern.compile("(?m)^URL:(\\S+/events/\\S+)$")
                .matcher(calendar)
                .results()
                .map(url -> url.group(1))
                .distinct()
                .toList();
    }

    @Test
    void wholeCalendarIsReadByAnotherParserAndKnownAgain() {
        String calendar = given().get("/en/events.ics").asString();
        var read = Biweekly.parse(calendar).first();
        assertEquals("", read.validate(ICalVersion.V2_0).toString());
        int all = read.getEvents().size();
        assertTrue(all >= 60, "events: " + all);
        assertTrue(urls(text("/en/events.ics")).size() >= 60);
        String tag = given().get("/en/events.ics").header("ETag");
        assertEquals(
                304, given().header("If-None-Match", tag).get("/en/events.ics").statusCode());
        assertEquals(tag, given().get("/en/events.ics?unknown=1").header("ETag"));
        assertTrue(text("/be/events.ics").contains("SUMMARY;LANGUAGE=be:"));
    }

    @Test
    void filtersAreThoseOfItsPages() {
        int all = urls(text("/en/events.ics")).size();
        int concerts = urls(text("/en/events.ics?category=concert")).size();
        assertTrue(concerts > 0 && concerts < all, concerts + " of " + all);
        assertEquals(List.of(), urls(text("/en/events.ics?category=nothing-of-this-name")));
        assertEquals(404, given().get("/en/news.ics").statusCode());
        assertEquals(404, given().get("/en/no-such-section.ics").statusCode());
    }

    @Test
    void anEventAndOneOfItsDatesAreFilesOfTheirOwn() {
        String whole = text("/en/events.ics");
        var found = Pattern.compile("UID:herald-([0-9]+)-([0-9]+)-1@\\S+\r\n"
                        + "(?:(?!END:VEVENT)[^\r"
                        + "]*\r\n"
                        + ")*?DTSTART;TZID=\"?Europe/Minsk\"?:([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})00\r\n"
                        + "(?:(?!END:VEVENT)[^\r"
                        + "]*\r\n"
                        + ")*?URL:https?://[^/]+(/\\S+)\r\n")
                .matcher(whole);
        assertTrue(found.find());
        String path = found.group(8);
        String event = text(path + ".ics");
        assertTrue(event.contains("UID:herald-" + found.group(1) + "-" + found.group(2) + "-1@"));
        String date = text(path + ".ics?occurrence=" + found.group(2) + ":" + found.group(3) + "-" + found.group(4)
                + "-" + found.group(5) + "T" + found.group(6) + ":" + found.group(7));
        assertEquals(1, date.split("BEGIN:VEVENT", -1).length - 1);
        assertFalse(date.contains("RRULE:FREQ=WEEKLY"));
        assertEquals(404, given().get(path + ".ics?occurrence=1:1901-01-01").statusCode());
        assertEquals(404, given().get(path + ".ics?occurrence=x").statusCode());
    }

    @Test
    void aWithdrawnEventIsGone() {
        String path = urls(text("/en/events.ics")).getFirst().replaceFirst("https?://[^/]+", "");
        var shown = (PathTarget.Shown) items.at(path).orElseThrow();
        bus.carryOut(Principal.SAMPLE, new Withdraw(shown.item().id(), "Tried out"))
                .orThrow();
        try {
            assertEquals(410, given().get(path + ".ics").statusCode());
            assertFalse(text("/en/events.ics").contains(path + "\r\n"));
        } finally {
            bus.carryOut(Principal.SAMPLE, new Restore(shown.item().id())).orThrow();
        }
    }
}
