package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.herald.testing.Cast.ALESIA;
import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.Cast.VERA;
import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.herald.cli.OwnPortal;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.kind.KindName;
import org.herald.publish.CommandBus;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.Look;
import org.herald.publish.Move;
import org.herald.publish.Publish;
import org.herald.publish.Release;
import org.herald.publish.Rename;
import org.herald.publish.Restore;
import org.herald.publish.Revise;
import org.herald.publish.Schedule;
import org.herald.publish.Timetable;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was published once has an answer for ever, and what was not has none. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class ForeverTest {
    private static final Look SEEN = new Look(null, true);

    private static final String DAY = "/en/news/culture/2026/11/21/";
    /** Every list of readers that a new article of culture stands in. */
    private static final List<String> LISTS = List.of(
            "/en",
            "/en/news",
            "/en/news/culture",
            "/en/archive/2026/11/21",
            "/en/archive/2026/11",
            "/en/news/2026/11/21",
            "/en/news/culture/2026/11/21",
            "/en/news/culture/2026/11");

    @Inject
    CommandBus bus;

    @Inject
    Timetable timetable;

    @Inject
    PortalClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.set(PortalClock.NOON);
    }

    @Test
    void withdrawnArticleAnswersGoneWithItsNoticeAndLeavesEveryList() {
        String path = DAY + "withdrawn-castle";
        ItemId item = published(ENGLISH, "Withdrawn castle");
        LISTS.forEach(list -> assertTrue(isLinked(list, path), list));

        done(VERA, new Withdraw(item, "The castle <b>was</b> not where we said."));

        Document page = page(path, 410);
        assertEquals("en", page.expectFirst("html").attr("lang"));
        assertEquals("This was withdrawn", page.expectFirst("h1").text());
        assertEquals(
                "“Withdrawn castle” was withdrawn on 21 November 2026. The reason given:",
                page.expectFirst("main .standfirst").text());
        assertEquals(
                "The castle <b>was</b> not where we said.",
                page.expectFirst("main blockquote").text());
        assertNull(page.selectFirst("main article"), "nothing of its words");
        LISTS.forEach(list -> assertFalse(isLinked(list, path), list));
    }

    @Test
    void withdrawalIsToldInTheLanguageOfTheAddress() {
        ItemId item = published(BELARUSIAN, "Знікла");
        String path = "/be/news/culture/2026/11/21/znikla";
        page(path, 200);

        done(VERA, new Withdraw(item, "Гэта была памылка."));

        Document page = page(path, 410);
        assertEquals("be", page.expectFirst("html").attr("lang"));
        assertTrue(page.expectFirst("main .standfirst").text().contains("Знікла"));
        assertTrue(page.expectFirst("main .standfirst").text().contains("21 лістапада 2026"));
        assertEquals("Гэта была памылка.", page.expectFirst("main blockquote").text());
    }

    @Test
    void restoredArticleStandsWhereItStood() {
        String path = DAY + "restored-castle";
        ItemId item = published(ENGLISH, "Restored castle");
        done(VERA, new Withdraw(item, "A mistake."));
        clock.set(PortalClock.NOON.plus(Duration.ofDays(40)));

        done(VERA, new Restore(item));

        Document page = page(path, 200);
        assertEquals(
                "2026-11-21T15:00:00+03:00",
                page.expectFirst(".head time").attr("datetime"),
                "the first instant stays");
        clock.set(PortalClock.NOON);
        LISTS.forEach(list -> assertTrue(isLinked(list, path), list));
    }

    @Test
    void everyEarlierAddressLeadsStraightToTheNewest() {
        ItemId item = published(ENGLISH, "First name");
        done(VERA, new Rename(item, new Slug("second-name")));
        assertMoved(DAY + "first-name", DAY + "second-name");

        done(VERA, new Rename(item, new Slug("third-name")));

        assertMoved(DAY + "first-name", DAY + "third-name");
        assertMoved(DAY + "second-name", DAY + "third-name");
        assertMoved(DAY + "first-name/", DAY + "third-name");
        page(DAY + "third-name", 200);
        assertTrue(isLinked("/en", DAY + "third-name"));
        assertFalse(isLinked("/en", DAY + "first-name"));
    }

    @Test
    void nameTakenBackIsItsAddressAgain() {
        ItemId item = published(ENGLISH, "There and back");
        done(VERA, new Rename(item, new Slug("there")));
        done(VERA, new Rename(item, new Slug("there-and-back")));

        page(DAY + "there-and-back", 200);
        assertMoved(DAY + "there", DAY + "there-and-back");
    }

    @Test
    void abandonedAddressIsNeverGivenToAnotherArticle() {
        ItemId item = published(ENGLISH, "Old mill");
        done(VERA, new Rename(item, new Slug("older-mill")));

        published(ENGLISH, "Old mill");

        assertMoved(DAY + "old-mill", DAY + "older-mill");
        page(DAY + "old-mill-2", 200);
    }

    @Test
    void articleOfAnotherSectionIsFoundFromItsOldAddress() {
        ItemId item = published(ENGLISH, "Lake on the move");
        String there = "/en/news/nature/2026/11/21/lake-on-the-move";

        done(VERA, new Move(item, section("news/nature")));

        assertMoved(DAY + "lake-on-the-move", there);
        page(there, 200);
        assertTrue(isLinked("/en/news/nature", there));
        assertFalse(isLinked("/en/news/culture", there));
        assertTrue(isLinked("/en/news", there));
    }

    @Test
    void everyAddressOfAWithdrawnArticleSaysSo() {
        ItemId item = published(ENGLISH, "Many names");
        done(VERA, new Rename(item, new Slug("many-more-names")));
        done(VERA, new Withdraw(item, "It was not ours."));

        page(DAY + "many-names", 410);
        page(DAY + "many-more-names", 410);
    }

    @Test
    void correctionShowsItsNoteAndItsTime() {
        ItemId item = published(ENGLISH, "Seven towers");
        clock.set(PortalClock.NOON.plus(Duration.ofHours(2)));

        done(VERA, new Correct(item, content("Five towers"), "An earlier version counted seven towers."));

        Document page = page(DAY + "seven-towers", 200);
        assertEquals("Five towers", page.expectFirst("h1").text());
        assertEquals(
                "21 November 2026, 17:00 An earlier version counted seven towers.",
                page.expectFirst("#corrections li").text());
        assertEquals(
                List.of("2026-11-21T15:00:00+03:00", "2026-11-21T17:00:00+03:00"),
                page.select(".head time").eachAttr("datetime"));
        assertEquals(
                "Corrected",
                page("/en/news/culture", 200)
                        .select(".card:has(a[href=" + DAY + "seven-towers]) .mark")
                        .text());
    }

    @Test
    void revisionThatWasNotPublishedIsNotSeen() {
        ItemId item = published(ENGLISH, "What readers see");
        done(VERA, new Revise(item, content("What editors see"), null));

        assertFalse(get(DAY + "what-readers-see").asString().contains("What editors see"));
        done(VERA, new Withdraw(item, "Not yet."));

        assertFalse(get(DAY + "what-readers-see").asString().contains("What editors see"));
    }

    @Test
    void scheduledArticleComesAtItsInstantAndNotBefore() {
        Instant due = PortalClock.NOON.plus(Duration.ofHours(6));
        String path = DAY + "opening-at-nine";
        ItemId item = draft(ENGLISH, "Opening at nine");
        done(ALESIA, new Schedule(item, due));

        clock.set(due.minusMillis(1));
        assertFalse(timetable.publishDue().contains(item));
        page(path, 404);
        LISTS.forEach(list -> assertFalse(get(list).asString().contains("Opening at nine"), list));

        clock.set(due);
        timetable.publishDue();
        assertEquals(
                "2026-11-21T21:00:00+03:00",
                page(path, 200).expectFirst(".head time").attr("datetime"));
        LISTS.forEach(list -> assertTrue(isLinked(list, path), list));
    }

    @Test
    void scheduleMissedOverNightGoesOutOnceAtTheNextLook() {
        Instant due = PortalClock.NOON.plus(Duration.ofHours(1));
        ItemId item = draft(ENGLISH, "Missed over night");
        done(ALESIA, new Schedule(item, due));

        clock.set(due.plus(Duration.ofDays(2)));
        timetable.publishDue();
        timetable.publishDue();

        page("/en/news/culture/2026/11/23/missed-over-night", 200);
        assertEquals(
                1,
                page("/en/news/culture", 200)
                        .select("main a[href$=/missed-over-night]")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "1863-01-22T10:00:00Z, 1863/01/22, 22 January 1863",
        "1969-12-31T20:59:59Z, 1969/12/31, 31 December 1969",
        "1969-12-31T21:00:00Z, 1970/01/01, 1 January 1970",
        "1900-02-28T12:00:00Z, 1900/02/28, 28 February 1900",
        "2000-02-29T12:00:00Z, 2000/02/29, 29 February 2000"
    })
    void olderThanTheComputerIsAnArticleLikeAnother(Instant instant, String day, String words) {
        String slug = "paper-of-" + day.replace('/', '-');
        String path = "/en/news/science/" + day + "/" + slug;
        ItemId item = done(
                ALESIA,
                new Create(
                        KindName.ARTICLE,
                        ENGLISH,
                        null,
                        section("news/science"),
                        new Slug(slug),
                        content("Paper of " + day),
                        null));
        done(ALESIA, new Publish(item, instant));

        String html = get(path).asString();
        assertTrue(Jsoup.parse(html).expectFirst(".head time").text().startsWith(words), html);
        assertEquals(List.of(), NuChecker.problems(html));
        for (String archive : List.of("/en/archive/", "/en/news/", "/en/news/science/")) {
            assertTrue(isLinked(archive + day, path), archive + day);
            assertTrue(isLinked(archive + day.substring(0, 7), path), archive);
            assertTrue(isLinked(archive + day.substring(0, 4), archive + day), archive);
        }
        assertTrue(isLinked("/en/archive", "/en/archive/" + day.substring(0, 4)));
    }

    @Test
    void oldArticlesAreNeighboursAcrossTheGaps() {
        ItemId rising = done(ALESIA, create(ENGLISH, "news/sport", "First race"));
        done(ALESIA, new Publish(rising, Instant.parse("1863-05-01T10:00:00Z")));
        ItemId eve = done(ALESIA, create(ENGLISH, "news/sport", "Last race"));
        done(ALESIA, new Publish(eve, Instant.parse("1969-12-31T10:00:00Z")));
        String first = "/en/news/sport/1863/05/01/first-race";
        String last = "/en/news/sport/1969/12/31/last-race";

        assertEquals(last, page(first, 200).expectFirst("a[rel=next]").attr("href"));
        assertNull(page(first, 200).selectFirst("a[rel=prev]"));
        assertEquals(first, page(last, 200).expectFirst("a[rel=prev]").attr("href"));
        assertEquals(
                "/en/news/sport/1863/05",
                page("/en/news/sport/1969/12/31", 200)
                        .expectFirst("main a[rel=prev]")
                        .attr("href"));
        assertEquals(
                "/en/news/sport/1969",
                page("/en/news/sport/1863", 200).expectFirst("main a[rel=next]").attr("href"));
        page("/en/news/sport/1900", 404);
    }

    @Test
    void addressOfADraftOrAnEmbargoedArticleIsNoDifferentFromAnyOther() {
        draft(ENGLISH, "Secret merger draft");
        done(ALESIA, new Schedule(draft(ENGLISH, "Secret merger embargo"), PortalClock.NOON.plusSeconds(3600)));
        get(DAY + "secret-merger-nowhere"); // the first such address makes the page that all of them share
        Response nothing = get(DAY + "secret-merger-nothing");

        for (String path : List.of(DAY + "secret-merger-draft", DAY + "secret-merger-embargo")) {
            Response answer = get(path);
            assertEquals(404, answer.statusCode(), path);
            assertEquals(nothing.asString(), answer.asString());
            assertEquals(
                    nothing.headers().asList().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList(),
                    answer.headers().asList().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }
        LISTS.forEach(list -> assertFalse(get(list).asString().contains("Secret merger"), list));
        assertFalse(get("/en/site-map").asString().contains("Secret merger"));
    }

    private ItemId draft(Language language, String headline) {
        return done(ALESIA, create(language, "news/culture", headline));
    }

    private ItemId published(Language language, String headline) {
        ItemId item = draft(language, headline);
        done(ALESIA, new Publish(item, null));
        return item;
    }

    private Create create(Language language, String section, String headline) {
        return new Create(KindName.ARTICLE, language, null, section(section), null, content(headline), null);
    }

    private SectionId section(String path) {
        return bus.together(ALESIA, unit -> unit.sectionAt(path).orElseThrow());
    }

    private <T> T done(Principal principal, Verb<T> verb) {
        return bus.carryOut(principal, verb instanceof Release<T> release ? release.seen(SEEN) : verb)
                .orThrow();
    }

    private static boolean isLinked(String list, String path) {
        Response answer = get(list);
        return answer.statusCode() == 200
                && !Jsoup.parse(answer.asString())
                        .select("main a[href=" + path + "]")
                        .isEmpty();
    }

    private static void assertMoved(String from, String to) {
        Response answer = get(from);
        assertEquals(301, answer.statusCode(), from);
        @Nullable String location = answer.header("Location");
        assertEquals(to, URI.create(Objects.requireNonNull(location)).getPath());
    }

    private static Document page(String path, int status) {
        Response answer = get(path);
        assertEquals(status, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }
}
