package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.testing.Cast;
import org.herald.testing.Databases;
import org.herald.testing.TestPortal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists: pages are counted from the oldest story, so that a page once full never changes. */
@QuarkusTest
@WithTestResource(NumberedPagesTest.LongLists.class)
final class NumberedPagesTest {

    private static final int STORIES = 65;

    /** A portal of one section whose stories all have one tag, a story an hour. */
    public static final class LongLists implements QuarkusTestResourceLifecycleManager {

        private Path folder = Path.of(""); // made by start

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("herald-lists");
                Files.createDirectories(folder.resolve("data"));
                Files.writeString(folder.resolve("portal.yaml"), "name: Town\nlanguages: [en]\n");
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            try (var database = Databases.open(folder.resolve("data/portal.db"))) {
                var bus = new CommandBus(
                        database,
                        () -> TestPortal.NOON,
                        TestPortal.MINSK,
                        Portal.UNKNOWN,
                        PublishingRules.none(KindFiles.ofProduct()));
                bus.together(Principal.SAMPLE, unit -> {
                    var title = Map.of(Cast.ENGLISH, new Section.Title("Town", ""));
                    unit.carryOut(new AddSection("", title)).orThrow();
                    return unit.carryOut(new AddSection("news", title)).orThrow();
                });
                for (int i = 1; i <= STORIES; i++) {
                    publish(bus, i);
                }
            }
            return Map.of("herald.site", folder.toString());
        }

        private static void publish(CommandBus bus, int number) {
            Instant at = TestPortal.NOON.minus(Duration.ofHours(STORIES - number));
            bus.together(Principal.SAMPLE, unit -> {
                SectionId news = unit.sectionAt("news").orElseThrow();
                var content = TestPortal.tagged("Story " + number, "Long list");
                var item = unit.carryOut(new Create(KindName.ARTICLE, Cast.ENGLISH, null, news, null, content, null))
                        .orThrow();
                return unit.carryOut(new Publish(item, at)).orThrow();
            });
        }

        @Override
        public void stop() {
            try (var all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    @Test
    void aPageOfATagIsCountedFromTheOldestStory() {
        assertEquals(stories(20, 1), headlines("/en/tag/long-list/page/1"));
        assertEquals(stories(40, 21), headlines("/en/tag/long-list/page/2"));
        assertEquals(stories(65, 41), headlines("/en/tag/long-list"), "the last full page and what is newer");
    }

    @Test
    void aPageOfASectionIsCountedFromTheOldestStory() {
        assertEquals(stories(20, 1), headlines("/en/news/page/1"));
        assertEquals(stories(40, 21), headlines("/en/news/page/2"));
        assertEquals(stories(65, 41), headlines("/en/news"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/tag/long-list", "/en/news"})
    void fromTheNewestPageOneWalksToTheOldest(String address) {
        var seen = new ArrayList<String>();
        String next = address;
        while (!next.isEmpty()) {
            Document page = page(next);
            seen.addAll(page.select("main .card h3").eachText());
            next = page.select("a[rel=next]").attr("href");
        }

        assertEquals(stories(STORIES, 1), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/tag/long-list/page/3", "/en/tag/long-list/page/0", "/en/news/page/3"})
    void whatTheFirstPageShowsHasNoNumberYet(String address) {
        assertEquals(404, given().get(address).statusCode());
    }

    private static List<String> headlines(String address) {
        return page(address).select("main .card h3").eachText();
    }

    private static Document page(String address) {
        var answer = given().get(address);
        assertEquals(200, answer.statusCode(), address);
        return Jsoup.parse(answer.asString());
    }

    private static List<String> stories(int newest, int oldest) {
        var stories = new ArrayList<String>();
        for (int i = newest; i >= oldest; i--) {
            stories.add("Story " + i);
        }
        return stories;
    }
}
