package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar as other programs read it: JSON. It is Saturday, 21 November 2026, 13:00 in Warsaw. */
@QuarkusTest
@TestProfile(CalendarPortal.class)
final class CalendarDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void monthHasEachEventOnceWithAllItsDatesInTheirZones() throws JsonProcessingException {
        JsonNode month = json("/en/events/2026/08.json");
        assertEquals(
                "https://portal.example/en/events/2026/08", month.path("url").asText());
        assertEquals("Europe/Warsaw", month.path("timeZone").asText());
        assertEquals("2026-08-01", month.path("from").asText());
        JsonNode organ = event(month, "Organ Sunday");
        assertEquals(
                "https://portal.example/en/events/organ-sunday",
                organ.path("url").asText());
        assertEquals("Music Hall", organ.path("venues").path(0).path("name").asText());
        var dates = organ.path("occurrences");
        JsonNode moved = dates.get(1);
        assertEquals("2026-08-03T16:00:00+02:00", moved.path("start").asText());
        assertEquals("2026-08-03T18:00:00+02:00", moved.path("end").asText());
        assertEquals("2026-08-02T15:00:00+02:00", moved.path("previousStart").asText());
        assertEquals("Europe/Warsaw", moved.path("timeZone").asText());
        assertTrue(StreamSupport.stream(dates.spliterator(), false)
                .anyMatch(date -> date.path("isCancelled").asBoolean()
                        && date.path("start").asText().equals("2026-08-09T15:00:00+02:00")));
        assertEquals(
                200,
                given().urlEncodingEnabled(false)
                        .get(moved.path("ics").asText().replace("https://portal.example", ""))
                        .statusCode());
        assertTrue(event(month, "Open House")
                .path("occurrences")
                .path(0)
                .path("isOpenEnded")
                .asBoolean());

        JsonNode autumn = json("/en/events/2026/10/25.json");
        assertEquals(
                List.of("2026-10-25T02:30:00+02:00", "2026-10-25T03:30:00+01:00"),
                List.of(
                        event(autumn, "Autumn Night").at("/occurrences/0/start").asText(),
                        event(autumn, "Autumn Night").at("/occurrences/0/end").asText()));
        JsonNode newYork = json("/en/events/2026/11/01.json");
        assertEquals(
                "2026-11-01T00:30:00-04:00 2026-11-01T03:00:00-05:00 America/New_York",
                String.join(
                        " ",
                        event(newYork, "New York Night")
                                .at("/occurrences/0/start")
                                .asText(),
                        event(newYork, "New York Night")
                                .at("/occurrences/0/end")
                                .asText(),
                        event(newYork, "New York Night")
                                .at("/occurrences/0/timeZone")
                                .asText()));
    }

    @Test
    void listsFollowTheFiltersOfThePages() throws JsonProcessingException {
        JsonNode concerts = json("/en/events/upcoming.json?category=concert&town=brest");
        assertEquals(
                "https://portal.example/en/events/upcoming?category=concert&town=brest",
                concerts.path("url").asText());
        assertEquals(1, concerts.path("events").size());
        assertEquals("Bread & <Salt>", concerts.at("/events/0/name").asText());
        assertTrue(json("/en/events/past.json").path("events").size() > 1);
        JsonNode typed = json("/en/events/dates.json?from=2026-11-23&until=2026-11-23");
        assertEquals(List.of("Open House", "Morning Run", "Webinar"), names(typed));
    }

    @Test
    void eventAloneHasItsNextAndItsPastDates() throws JsonProcessingException {
        JsonNode organ = json("/en/events/organ-sunday.json");
        assertEquals(
                "2026-11-22T15:00:00+01:00", organ.at("/occurrences/0/start").asText());
        assertTrue(organ.path("pastOccurrences").size() > 10);
        assertEquals(404, given().get("/en/events/nothing-here.json").statusCode());
        assertEquals(404, given().get("/en/events/organ-sunday.geojson").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/events/upcoming.json", "/en/events/2026/07.json", "/en/events/organ-sunday.json"})
    void programThatAsksAgainGets304(String path) {
        String tag = given().get(path).header("ETag");
        assertEquals(304, given().header("If-None-Match", tag).get(path).statusCode(), path);
    }

    @Test
    void pagesNameTheirDocuments() {
        for (String path : List.of("/en/events", "/en/events/2026/07", "/en/events/past?category=fair")) {
            Document page =
                    Jsoup.parse(given().urlEncodingEnabled(false).get(path).asString());
            for (String type : List.of("application/json", "text/calendar")) {
                String other = page.expectFirst("link[rel=alternate][type=" + type + "]")
                        .attr("href");
                assertEquals(200, given().urlEncodingEnabled(false).get(other).statusCode(), other);
                assertEquals(path.contains("fair"), other.contains("category=fair"), other);
            }
        }
    }

    private static JsonNode json(String path) throws JsonProcessingException {
        var answer = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, answer.statusCode(), path);
        assertTrue(answer.contentType().startsWith("application/json"), answer.contentType());
        return JSON.readTree(answer.asString());
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.path("events").spliterator(), false)
                .map(event -> event.path("name").asText())
                .toList();
    }

    private static JsonNode event(JsonNode list, String name) {
        return StreamSupport.stream(list.path("events").spliterator(), false)
                .filter(event -> event.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
