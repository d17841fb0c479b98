package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.OpenPlanPreview;
import org.herald.publish.RaiseBanner;
import org.herald.testing.Cast;
import org.herald.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A portal with a layout of its own shows what the newsroom counts on by two parts of ours. */
@QuarkusTest
@TestProfile(OwnLayoutTest.Plain.class)
final class OwnLayoutTest {

    private static final Principal VERA = Cast.VERA;

    private final CommandBus bus;

    OwnLayoutTest(CommandBus bus) {
        this.bus = bus;
    }

    /** The sample portal in a layout of a few lines. */
    public static final class Plain implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Site.class));
        }
    }

    /** The folder of that portal. */
    public static final class Site extends SiteFolder {

        @Override
        protected void fill(Path empty) throws IOException {
            SampleSite.make(empty);
            Files.writeString(Files.createDirectories(empty.resolve("theme")).resolve("layout.html"), """
                    <!DOCTYPE html>
                    <html lang="{frame.words.tag}"><head><title>{frame.head.title}</title></head>
                    <body>
                    {#include part/planned frame=frame /}
                    {#include part/breaking frame=frame /}
                    <main id="own">{#insert}{/}</main>{#insert aside}{/}
                    </body></html>
                    """);
        }
    }

    @Test
    void breakingNewsAndTheNoticeOfAPreviewStandInIt() {
        assertNull(page("/en").selectFirst(".breaking, .notices"));

        bus.carryOut(VERA, new RaiseBanner(new Language("en"), "The bridge is closed", "", null))
                .orThrow();
        String plan = bus.carryOut(VERA, new OpenPlanPreview()).orThrow().ofPortal();

        assertEquals(
                "The bridge is closed", page("/en").expectFirst(".breaking p").ownText());
        assertNotNull(page(plan + "/en").selectFirst(".notices"));
    }

    private static Document page(String path) {
        var page =
                Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
        assertNotNull(page.selectFirst("main#own"), "it is the portal's own layout");
        return page;
    }
}
