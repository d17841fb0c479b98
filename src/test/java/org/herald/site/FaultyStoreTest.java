package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.config.Settings;
import org.herald.store.Database;
import org.herald.testing.NuChecker;
import org.herald.testing.Unkept;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What readers see when the store under a running portal is damaged, and when it is gone. The order is that of a store
 * which gets worse: what was broken here is not mended again, so the portal belongs to this test alone.
 */
@QuarkusTest
@TestProfile(FaultyStoreTest.Doomed.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FaultyStoreTest {

    private static final List<String> INTERNALS =
            List.of("Exception", "org.herald", "java.", "jooq", "sqlite", "SQL", "select ", "portal.db", "Hikari");

    /** A portal that ends with this test. */
    public static final class Doomed implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SampleSite.class));
        }
    }

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Test
    @Order(1)
    void rowThatNoHeraldWroteIsOurFaultAndToldInTheReadersLanguage() throws SQLException {
        assertEquals(200, get(Unkept.address("/be")).statusCode());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
                var statement = connection.createStatement()) {
            statement.execute("update live set published_day = 'soon' where language = 'be'");
        }

        Response answer = get(Unkept.address("/be"));

        assertEquals(500, answer.statusCode());
        assertNull(answer.header("Retry-After"));
        Document page = assertPolite(answer);
        assertEquals("be", page.expectFirst("html").attr("lang"));
        assertEquals("Не атрымалася скласці старонку", page.expectFirst("h1").text());
        assertEquals(200, get("/en").statusCode(), "other pages are as they were");
    }

    @Test
    @Order(2)
    void storeThatDoesNotAnswerIsAMatterOfTime() {
        List.of("/en", "/en/news/culture", "/ru")
                .forEach(path -> assertEquals(200, get(path).statusCode()));
        String picture = Jsoup.parse(get(Unkept.address(PageKinds.ARTICLE)).asString())
                .expectFirst(".lead-picture img")
                .attr("src");
        get(picture).then().statusCode(200);
        database.close();

        for (int round = 0; round < 200; round++) {
            for (String path : List.of("/en", "/en/news/culture", "/ru")) {
                assertEquals(200, get(path).statusCode(), "a page that is kept goes on: " + path);
            }
        }
        for (String path : List.of(
                Unkept.address("/en"), "/en/news", PageKinds.ARTICLE, "/en/archive/2021", "/en/nowhere", "/x.php")) {
            Response answer = get(path);
            assertEquals(503, answer.statusCode(), path);
            assertEquals("10", answer.header("Retry-After"));
            Document page = assertPolite(answer);
            assertEquals(
                    "The portal is not available for a moment",
                    page.expectFirst("h1").text());
            assertFalse(page.select(".menu a").isEmpty(), "the menu is still known");
        }
        assertEquals(
                "ru",
                Jsoup.parse(get("/ru/news").asString()).expectFirst("html").attr("lang"));
        assertEquals(302, get("/").statusCode(), "the door asks nobody");
        assertEquals(200, get(picture).statusCode(), "a picture that was shown before goes on");
    }

    private static Document assertPolite(Response answer) {
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
        String html = answer.asString();
        Document page = Jsoup.parse(html);
        String shown = page.body().outerHtml();
        for (String word : INTERNALS) {
            assertFalse(shown.contains(word), word);
        }
        assertEquals(List.of(), NuChecker.problems(html));
        return page;
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }
}
