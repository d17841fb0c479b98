package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.model.ItemId;
import org.herald.model.SectionId;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.Withdraw;
import org.herald.store.ChangeQueries;
import org.herald.testing.Cast;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.herald.testing.TestPortal;
import org.herald.web.PageCache;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of events, as readers and search engines see it. It is Saturday, 21 November 2026, 13:00 in Warsaw. */
@QuarkusTest
@TestProfile(CalendarPortal.class)
final class EventCalendarTest {

    private static final String EVENTS = "/en/events";
    private static final int DAYS_OF_JULY = 31;

    private final CommandBus bus;
    private final PortalClock clock;
    private final PageCache cache;
    private final ChangeQueries changes;

    @Inject
    EventCalendarTest(CommandBus bus, PortalClock clock, PageCache cache, ChangeQueries changes) {
        this.bus = bus;
        this.clock = clock;
        this.cache = cache;
        this.changes = changes;
    }

    @AfterEach
    void noonAgain() {
        clock.set(PortalClock.NOON);
        cache.clear(changes.newest()); // pages of a later hour, to which no clock goes back in a portal
    }

    @Test
    void monthHasAHeadingForEachDayThatHasEventsAndWhatRunsApart() {
        Document month = page("/en/events/2026/07");
        assertEquals("July 2026", month.expectFirst("h1").text());
        assertEquals(DAYS_OF_JULY, month.select(".days > .day").size(), "a daily event: no day is empty");
        Element fifth = month.select(".days > .day").get(4);
        assertEquals("/en/events/2026/07/05", fifth.expectFirst("h2 a").attr("href"));
        assertEquals("Sunday, 5 July 2026", fifth.expectFirst("h2 .name").text());
        assertEquals(
                List.of(
                        "07:00–08:00 Morning Run",
                        "15:00–16:30 Organ Sunday Music Hall free",
                        "17:00 Organ Sunday Music Hall free"),
                fifth.select("li").eachText());
        assertEquals("2026-07-05T15:00:00+02:00", fifth.select("li time").get(1).attr("datetime"));
        assertFalse(
                month.select(".days > .day").get(25).text().contains("Organ"), "the day that the series leaves out");
        assertEquals(
                List.of(
                        "from 1 January 2026, until further notice Open House",
                        "1 July 2026 – 30 September 2026 Old Masters Castle Museum"),
                month.select(".running li").eachText());
        assertEquals("/en/events/2026/06", month.expectFirst("a[rel=prev]").attr("href"));
        assertEquals("/en/events/2026/08", month.expectFirst("a[rel=next]").attr("href"));
        assertTrue(month.text().contains("These days are past."));
    }

    @Test
    void movedAndCancelledDatesAreShownAsSuch() {
        Document moved = page("/en/events/2026/08/03");
        assertEquals(
                "2 August 2026, 15:00 16:00–18:00 Organ Sunday Music Hall free",
                row(moved, "Organ Sunday").text());
        assertEquals("2 August 2026, 15:00", moved.expectFirst("s").text());
        assertFalse(page("/en/events/2026/08/02").select(".agenda li").eachText().stream()
                .anyMatch(row -> row.startsWith("15:00")));

        Document cancelled = page("/en/events/2026/08/09");
        Element off = cancelled.expectFirst("li.off");
        assertEquals("Cancelled 15:00–16:30 Organ Sunday Music Hall free", off.text());

        Element fair = page("/en/events/2026/11/22").expectFirst("li.off");
        assertEquals("Cancelled 10:00–20:00 Winter Fair", fair.text());
        Element book = row(page("/en/events/2026/12/12"), "Book Fair");
        assertTrue(
                book.text().startsWith("Rescheduled Saturday, 14 November 2026, 10:00 10:00 Book Fair"), book.text());
    }

    @Test
    void sectionShowsWhatIsToComeEachEventOnceAndWhatIsOnApart() {
        Document coming = page(EVENTS);
        assertEquals("Events", coming.expectFirst("h1").text());
        var names = coming.select(".agenda li a").eachText();
        assertEquals(names.stream().distinct().toList(), names, "each once");
        assertEquals("Bread & <Salt>", names.getFirst());
        assertTrue(names.containsAll(List.of("Organ Sunday", "Morning Run", "Jubilee", "Winter Fair")));
        assertEquals(List.of("Open House"), coming.select(".running li a").eachText());

        clock.set(Instant.parse("2026-11-21T19:30:00Z"));
        assertEquals(
                "Morning Run", page(EVENTS).expectFirst(".agenda li a").text(), "what is over leaves without a change");
    }

    @Test
    void todayAndTheWeekendFollowTheClock() {
        assertEquals(
                List.of("Morning Run", "Bread & <Salt>"),
                page("/en/events/today").select(".agenda li a").eachText());
        assertEquals(
                List.of("Saturday, 21 November 2026", "Sunday, 22 November 2026"),
                page("/en/events/weekend").select(".agenda h2").eachText());
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        Document monday = page("/en/events/today");
        assertEquals("Today: Monday, 23 November 2026", monday.expectFirst("h1").text());
        assertEquals(
                List.of("Morning Run", "Webinar"), monday.select(".agenda li a").eachText());
        assertEquals(
                List.of("Saturday, 28 November 2026", "Sunday, 29 November 2026"),
                page("/en/events/weekend").select(".agenda h2").eachText());
    }

    @Test
    void countOfEachChoiceIsWhatItsListHasAndNoneIsEmpty() {
        for (String list : List.of(EVENTS, "/en/events/2026/12", "/en/events/past", "/en/events/2026")) {
            Document page = page(list);
            assertFalse(page.select(".facets li").isEmpty(), list);
            for (Element option : page.select(".facets li")) {
                int count = Integer.parseInt(option.expectFirst(".count").text().replaceAll("[^0-9]", ""));
                String path = option.expectFirst("a").attr("href");
                Document chosen = page(path);
                assertTrue(count > 0, option.text());
                if (!list.equals("/en/events/2026")) {
                    long events = chosen.select(".events li a").eachText().stream()
                            .distinct()
                            .count();
                    assertEquals(count, events, path);
                }
                assertEquals(1, chosen.select(".facets a[aria-current]").size());
                assertEquals(list, chosen.select(".choices a").getLast().attr("href"));
            }
        }
    }

    @Test
    void townAndVenueAreThoseOfTheEntryInEachLanguage() {
        Document coming = page(EVENTS);
        String minsk = coming.select(".facets a").stream()
                .filter(option -> option.text().equals("Minsk"))
                .findFirst()
                .orElseThrow()
                .attr("href");
        assertEquals("/en/events/upcoming?town=minsk", minsk);
        assertEquals(List.of("Organ Sunday"), page(minsk).select(".agenda li a").eachText());
        assertEquals(
                "Remove: Town: Minsk ×",
                page(minsk).select(".choices li").getFirst().text());

        Document belarusian = page("/be/events");
        assertEquals(
                List.of("Арганная нядзеля"), belarusian.select(".agenda li a").eachText());
        assertEquals("Музычная зала", belarusian.expectFirst(".place").text());
        Document two = page("/en/events/upcoming?free=yes&town=minsk");
        assertEquals("noindex", two.expectFirst("meta[name=robots]").attr("content"));
        assertNull(page(minsk).selectFirst("meta[name=robots]"));
    }

    @Test
    void rangeOfDaysIsTypedAndItsFaultsAreSaid() {
        Document range = page("/en/events/dates?from=2026-11-22&until=2026-11-23");
        assertEquals(
                "22 November 2026 – 23 November 2026", range.expectFirst("h1").text());
        assertEquals(6, range.select(".agenda li").size());
        assertEquals("2026-11-22", range.expectFirst("#from").attr("value"));
        assertTrue(page("/en/events/dates?from=2026-11-23&until=2026-11-22")
                .text()
                .contains("The first day is after the last one"));
        assertTrue(page("/en/events/dates?from=9999-01-01").text().contains("between the years 1000 and 2199"));
        assertTrue(
                page("/en/events/dates?from=2000-01-01&until=2026-01-01").text().contains("at most 400 days"));
    }

    @Test
    void everyMonthHasAnAddressAndAnEmptyOneLeadsToTheNearest() {
        Document jubilee = page("/en/events/2100/05?category=holiday");
        assertEquals(List.of("Jubilee"), jubilee.select(".days li a").eachText());
        Document empty = page("/en/events/1500/02");
        assertTrue(empty.text().contains("Nothing takes place in this month."));
        assertEquals(
                List.of("/en/events/1499/06", "/en/events/2020/01"),
                empty.select("main .pills a").eachAttr("href").stream()
                        .filter(path -> path.matches(".*/[0-9]{4}/[0-9]{2}"))
                        .filter(path -> !path.endsWith("2026/11"))
                        .toList());
        assertEquals("noindex", empty.expectFirst("meta[name=robots]").attr("content"));
        assertEquals(
                "Charter", page("/en/events/1499/06").expectFirst(".days li a").text());
        assertEquals(200, given().get("/en/events/2199/12").statusCode());
        assertNull(page("/en/events/2199/12").selectFirst("a[rel=next]"));
        assertEquals(404, given().get("/en/events/2200/01").statusCode());
        assertEquals(404, given().get("/en/events/0999/12").statusCode());
        assertEquals(12, page("/en/events/2026").select(".calendar table").size());
        assertEquals(
                "Week: 30 November 2026 – 6 December 2026",
                page("/en/events/2026/w49").expectFirst("h1").text());
        assertEquals(404, given().get("/en/events/2025/w53").statusCode());
        assertEquals(
                "Charter",
                page("/en/events/past").select(".agenda li a").getLast().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/events/9999",
                "/en/events/9999/12/31",
                "/en/events/2026/02/30",
                "/en/events/2026/13",
                "/en/events/2026/w99",
                "/en/events/upcoming?page=9999",
                "/en/events/past?page=99999999999",
                "/en/events/upcoming?category=%22%3E%3Cscript%3E&venue=%00&town=%F0%9F%98%80",
                "/en/events/upcoming?venue=99999999999999999999&free=maybe",
                "/en/events/2026/11?venue=0&audience=%3Cimg%20src%3Dx%3E",
                "/en/events/dates?from=-999999999-01-01&until=%2B999999999-12-31",
                "/en/events/dates?until=1000-01-01",
                "/en/events/dates?from=2199-12-31",
                "/en/news/today",
                "/en/nowhere/weekend"
            })
    void hostileAddressesAreHarmless(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertTrue(List.of(200, 301, 404).contains(response.statusCode()), path + ": " + response.statusCode());
        assertFalse(response.asString().contains("<script>"));
        assertFalse(response.asString().contains("<img src=x>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring-night   | 03:30–04:00 | 2026-03-29T03:30:00+02:00 | 2026-03-29T04:00:00+02:00",
                "autumn-night   | 02:30–03:30 | 2026-10-25T02:30:00+02:00 | 2026-10-25T03:30:00+01:00",
                "new-york-night | 00:30–03:00 (local time: New York) | 2026-11-01T00:30:00-04:00 | 2026-11-01T03:00:00-05:00"
            })
    void hoursAreRightInNightsInWhichClocksChange(String slug, String hours, String from, String until)
            throws JsonProcessingException {
        String path = "/en/events/" + slug;
        Document event = page(path);
        assertTrue(event.expectFirst(".dates li time").text().endsWith(", " + hours), event.text());
        assertEquals(from, linkedData(event).path("startDate").asText());
        assertEquals(until, linkedData(event).path("endDate").asText());
        assertEquals("This event is over.", event.expectFirst(".state").text());
        String day = from.substring(0, 10).replace('-', '/');
        assertEquals(
                hours,
                row(page("/en/events/" + day), event.expectFirst("h1").text())
                        .expectFirst("time")
                        .text());
    }

    @Test
    void pageOfARecurringEventHasItsNextDatesAndPastOnesFolded() throws JsonProcessingException {
        clock.set(Instant.parse("2026-08-01T10:00:00Z"));
        Document event = page("/en/events/organ-sunday");
        assertEquals(10, event.select(".dates > ul li").size());
        assertTrue(event.select(".dates > ul li").getFirst().text().startsWith("Sunday, 2 August 2026, 17:00"));
        Element moved = event.select(".dates > ul li").get(1);
        assertTrue(moved.text().startsWith("2 August 2026, 15:00 Monday, 3 August 2026, 16:00–18:00"), moved.text());
        assertEquals(6, event.select(".dates details li").size());
        assertEquals("/en/venues/music-hall", event.expectFirst(".occasion a").attr("href"));
        assertNotNull(event.selectFirst(".atlas svg"), "the map of the hall");
        assertNotNull(event.selectFirst(".occasion dd p"), "when, in prose");
        assertTrue(event.select(".dates > ul li a")
                .getFirst()
                .attr("href")
                .startsWith("/en/events/organ-sunday.ics?occurrence=1:2026-08-02T17:00"));

        JsonNode data = linkedData(event);
        assertEquals("Event", data.path("@type").asText());
        assertEquals(
                "https://schema.org/EventScheduled", data.path("eventStatus").asText());
        assertEquals("Music Hall", data.path("location").path("name").asText());
        assertEquals(
                "1 Park Street",
                data.path("location").path("address").path("streetAddress").asText());
        assertEquals("true", data.path("isAccessibleForFree").asText());
        assertEquals(10, data.path("subEvent").size());
        JsonNode second = data.path("subEvent").get(1);
        assertEquals(
                "https://schema.org/EventRescheduled",
                second.path("eventStatus").asText());
        assertEquals(
                "2026-08-02T15:00:00+02:00", second.path("previousStartDate").asText());
        assertEquals("2026-08-03T16:00:00+02:00", second.path("startDate").asText());
        assertEquals(
                "https://schema.org/EventCancelled",
                data.path("subEvent").get(2).path("eventStatus").asText());
    }

    @Test
    void searchEnginesAreToldOfStatePlaceAndOffers() throws JsonProcessingException {
        JsonNode fair = linkedData(page("/en/events/winter-fair"));
        assertEquals(
                "https://schema.org/EventCancelled", fair.path("eventStatus").asText());
        Document book = page("/en/events/book-fair");
        assertEquals("Rescheduled", book.expectFirst(".state").text());
        assertEquals(
                "Saturday, 14 November 2026, 10:00",
                book.expectFirst(".occasion s").text());
        JsonNode moved = linkedData(book);
        assertEquals(
                "https://schema.org/EventRescheduled", moved.path("eventStatus").asText());
        assertEquals(
                "2026-11-14T10:00:00+01:00", moved.path("previousStartDate").asText());
        assertEquals("To be announced", moved.path("location").path("name").asText());
        JsonNode salt = linkedData(page("/en/events/bread-salt"));
        assertEquals("Bread & <Salt>", salt.path("name").asText());
        assertEquals(
                "https://tickets.example/salt", salt.path("offers").path("url").asText());
        assertEquals("The Bakers", salt.path("organizer").path("name").asText());
        JsonNode online = linkedData(page("/en/events/webinar"));
        assertEquals(
                "https://schema.org/OnlineEventAttendanceMode",
                online.path("eventAttendanceMode").asText());
        assertEquals("VirtualLocation", online.path("location").path("@type").asText());
        assertEquals(
                "2100-05-01",
                linkedData(page("/en/events/jubilee")).path("startDate").asText());
    }

    @Test
    void entryOfAVenueSaysWhatTakesPlaceThere() {
        Document hall = page("/en/venues/music-hall");
        assertEquals("Events here", hall.expectFirst("#events").text());
        assertEquals(List.of("Organ Sunday"), hall.select(".others li a").eachText());
        assertEquals(
                List.of("Арганная нядзеля"),
                page(page("/be/events").expectFirst(".agenda li a").attr("href"))
                        .select(".occasion a")
                        .eachAttr("href")
                        .stream()
                        .flatMap(hallInBelarusian -> page(hallInBelarusian).select(".others li a").eachText().stream())
                        .toList());
        assertEquals(
                1,
                page(hall.expectFirst(".others .small a").attr("href"))
                        .select(".agenda li")
                        .size());
    }

    @Test
    void eventComesAndGoesAtOnceAndIsNothingWithoutADate() {
        var kinds = KindFiles.ofProduct();
        SectionId home = new SectionId(1);
        assertEquals(
                0,
                page("/en/events/2027/02/14").select("li a:contains(Valentine)").size());
        ItemId item = bus.carryOut(
                        Cast.ALESIA,
                        new Create(
                                CalendarPortal.EVENT,
                                Cast.ENGLISH,
                                null,
                                home,
                                null,
                                CalendarPortal.content(
                                        kinds, CalendarPortal.EVENT, "Valentine", Map.of("when.1-first", "2027-02-14")),
                                null))
                .orThrow();
        bus.carryOut(Cast.ALESIA, new Publish(item, null)).orThrow();
        assertEquals(
                1,
                page("/en/events/2027/02/14").select("li a:contains(Valentine)").size());
        bus.carryOut(Cast.VERA, new Withdraw(item, "It was a joke.")).orThrow();
        assertEquals(
                0,
                page("/en/events/2027/02/14").select("li a:contains(Valentine)").size());

        ItemId undated = bus.carryOut(
                        Cast.ALESIA,
                        new Create(
                                CalendarPortal.EVENT,
                                Cast.ENGLISH,
                                null,
                                home,
                                null,
                                CalendarPortal.content(kinds, CalendarPortal.EVENT, "Some day", Map.of()),
                                null))
                .orThrow();
        assertEquals(
                List.of("refused.field-required"),
                TestPortal.refusals(bus.carryOut(Cast.ALESIA, new Publish(undated, null))));
        assertFalse(page(EVENTS).text().contains("Some day"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVENTS,
                "/be/events",
                "/en/events/2026",
                "/en/events/2026/11",
                "/en/events/2026/11/22",
                "/en/events/2026/w47",
                "/en/events/today",
                "/en/events/weekend",
                "/en/events/past",
                "/en/events/upcoming?category=concert",
                "/en/events/dates?from=x",
                "/en/events/1500/02",
                "/en/events/organ-sunday",
                "/en/events/bread-salt",
                "/be/events/2026/11"
            })
    void pagesAreValidAndTheirHeadingsInOrder(String path) {
        String html = given().urlEncodingEnabled(false).get(path).asString();
        assertEquals(List.of(), NuChecker.problems(html));
        Document page = Jsoup.parse(html);
        assertEquals(1, page.select("h1").size());
        assertTrue(page.select("h4").isEmpty());
    }

    private static Element row(Document page, String headline) {
        return page.select(".agenda li").stream()
                .filter(row -> row.expectFirst("a").text().equals(headline))
                .findFirst()
                .orElseThrow(() -> new AssertionError(headline + " is not in " + page.text()));
    }

    private static JsonNode linkedData(Document page) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(page.expectFirst("script[type=application/ld+json]").data());
    }

    private static Document page(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path);
        return Jsoup.parse(response.asString());
    }
}
