package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFault;
import org.herald.config.SettingsFile;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.DirectorySections;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.UnitOfWork;
import org.herald.site.feeds.FeedFormat;
import org.herald.site.feeds.FeedRules;
import org.herald.testing.Axe;
import org.herald.testing.Browser;
import org.herald.testing.Databases;
import org.herald.testing.NuChecker;
import org.herald.testing.PortalClock;
import org.herald.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A portal in a language that Herald does not bring: its words are the site folder's, and it is written from the right. */
@QuarkusTest
@TestProfile(RightToLeftTest.Oasis.class)
final class RightToLeftTest {

    private static final Language ARABIC = new Language("ar");
    private static final Language PERSIAN = new Language("fa");
    private static final String ARTICLE = "/ar/news/2026/11/21/date-palms";

    /** A directory with a field of each kind of text that has a direction. */
    private static final String WELLS = """
            kind: well
            names: {en: {one: Well, many: Wells}, ar: {one: بئر, many: آبار}, fa: {one: چاه, many: چاه‌ها}}
            stands: directory
            section: wells
            fields:
              water: {type: choice, shared: true, filter: true, card: true, choices: {sweet: {en: Sweet, ar: عذب}, salt: {en: Salt, ar: مالح}}}
              dug: {type: year, shared: true, filter: range, sort: true, card: true}
              place: {type: coordinates, shared: true}
              phone: {type: telephone, shared: true}
              hours: {type: opening-hours, shared: true}
            """;

    private static final List<String> DIRECTORY = List.of(
            "/ar/wells",
            "/ar/wells/entries?f.water=sweet&f.dug.from=1500&near=24.1,46.2&sort=dug",
            "/ar/wells/well-1",
            "/fa/wells");

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    /** English, Arabic and Persian, with one story in all. */
    public static final class Oasis implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Site.class));
        }
    }

    /** The folder of that portal. */
    public static final class Site extends SiteFolder {

        @Override
        protected void fill(Path empty) throws IOException {
            copyWords(empty);
            Files.createDirectories(empty.resolve("kinds"));
            Files.writeString(empty.resolve("kinds/well.yaml"), WELLS);
            var settings = SettingsFile.read(empty, Map.of());
            try (var database = Databases.open(settings.database())) {
                new CommandBus(
                                database,
                                () -> PortalClock.NOON,
                                settings.zone(),
                                Portal.UNKNOWN,
                                PublishingRules.none(
                                        KindFiles.read(settings.folder()).kinds()))
                        .together(Principal.SAMPLE, unit -> {
                            write(unit);
                            var kinds = KindFiles.read(settings.folder()).kinds();
                            new DirectorySections(kinds, settings.languages()).add(unit);
                            return dig(unit, kinds);
                        });
            }
        }

        private static ItemId write(UnitOfWork unit) {
            unit.carryOut(new AddSection("", titles("Home", "الرئيسية"))).orThrow();
            SectionId news = unit.carryOut(new AddSection("news", titles("News", "أخبار")))
                    .orThrow();
            ItemId english = publish(unit, news, ENGLISH, null, "Date palms");
            publish(unit, news, PERSIAN, new GroupId(english.value()), "درختان خرما");
            return publish(unit, news, ARABIC, new GroupId(english.value()), "أشجار النخيل");
        }

        private static int dig(UnitOfWork unit, Kinds kinds) {
            SectionId wells = unit.sectionAt("wells").orElseThrow();
            Kind kind = kinds.find(new KindName("well")).orElseThrow();
            for (int number = 1; number <= 30; number++) {
                Fields fields = Fields.NONE;
                for (var typed : Map.of(
                                "water", Map.of("", number % 3 == 0 ? "salt" : "sweet"),
                                "dug", Map.of("", "c. " + (1400 + 7 * number)),
                                "place",
                                        Map.of(
                                                "latitude", Double.toString(24 + number * 0.01),
                                                "longitude", Double.toString(46 + number % 7 * 0.1)),
                                "phone", Map.of("", "+966 11 123-45-" + (10 + number)),
                                "hours", Map.of("mo", "10:00-18:00"))
                        .entrySet()) {
                    var field = kind.field(typed.getKey()).orElseThrow();
                    fields = fields.with(field.name(), field.type().typed(typed.getValue()));
                }
                var content = new Content(
                        "بئر النخيل رقم " + number, "ماء (Water) للقوافل.", null, List.of(), new Body(""), fields);
                ItemId item = unit.carryOut(
                                new Create(kind.name(), ARABIC, null, wells, new Slug("well-" + number), content, null))
                        .orThrow();
                unit.carryOut(new Publish(item, null)).orThrow();
            }
            return 30;
        }

        private static ItemId publish(
                UnitOfWork unit, SectionId news, Language language, @Nullable GroupId group, String headline) {
            var body = new Body("<p>" + headline + ".</p>");
            ItemId item = unit.carryOut(new Create(
                            KindName.ARTICLE,
                            language,
                            group,
                            news,
                            new Slug("date-palms"),
                            Content.of(headline, body),
                            null))
                    .orThrow();
            unit.carryOut(new Publish(item, null)).orThrow();
            return item;
        }

        private static Map<Language, Section.Title> titles(String english, String arabic) {
            return Map.of(ENGLISH, new Section.Title(english, ""), ARABIC, new Section.Title(arabic, ""));
        }
    }

    static Stream<String> pages() {
        return Stream.concat(
                Stream.of(
                        "/ar",
                        "/ar/news",
                        ARTICLE,
                        "/ar/archive",
                        "/ar/archive/2026",
                        "/ar/archive/2026/11",
                        "/ar/news/2026/11/21",
                        "/ar/site-map"),
                DIRECTORY.stream().filter(path -> path.startsWith("/ar")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsWrittenFromTheRightAndValid(String path) {
        Document page = page(path, 200);

        assertEquals("ar", page.expectFirst("html").attr("lang"));
        assertEquals("rtl", page.expectFirst("html").attr("dir"));
        assertEquals("الواحة", page.expectFirst(".name span").text());
        assertEquals(List.of(), NuChecker.problems(get(path).asString()));
    }

    /** Lists, maps and entries fit a phone, and everybody can use them, in the other direction too. */
    @Test
    void directoriesAreReadFromTheRight() {
        try (var browser = Browser.open();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            var page = window.newPage();
            for (String path : DIRECTORY) {
                page.setViewportSize(1280, 900);
                page.navigate(server.resolve(path).toString());
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                assertEquals(List.of(), Axe.violations(page), path);
                assertEquals("rtl", page.evaluate("getComputedStyle(document.querySelector('h1')).direction"));
                page.setViewportSize(320, 640);
                assertEquals(
                        0,
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                        path + " is wider than a narrow screen");
            }
        }
        assertTrue(page("/ar/wells/well-1", 200)
                .select(".facts a[href^=tel] bdi, .facts a[href^=tel][dir=ltr]")
                .hasText());
    }

    @Test
    void feedsAreReadFromTheRight() {
        for (FeedFormat format : FeedFormat.values()) {
            for (String page : List.of("/ar", "/ar/news", "/ar/wells", "/fa/news")) {
                String text = get(format.at(page)).asString();
                String self = format.at("http://localhost:8080" + page);
                assertEquals(List.of(), FeedRules.problems(format, text, self), self);
                String html = FeedRules.entries(format, text).getFirst().html();
                assertTrue(html.startsWith("<div lang=\"" + page.substring(1, 3) + "\" dir=\"rtl\">"), html);
            }
        }
        assertTrue(get("/ar/news/feed.xml").asString().contains("<title>أشجار النخيل</title>"));
    }

    @Test
    void otherEditionIsWrittenFromTheLeft() {
        assertEquals("ltr", page("/en", 200).expectFirst("html").attr("dir"));
    }

    @Test
    void datesAndCountsAreWrittenAsTheLanguageWritesThem() {
        assertEquals(
                "21 نوفمبر 2026، 15:00",
                page(ARTICLE, 200).expectFirst(".head time").text());
        assertEquals(
                "2026-11-21T15:00:00+03:00",
                page(ARTICLE, 200).expectFirst(".head time").attr("datetime"));
        Document month = page("/ar/archive/2026/11", 200);
        assertEquals("نوفمبر 2026", month.expectFirst("h1").text());
        assertEquals("خبر واحد", month.expectFirst(".head .meta").text());
        assertEquals("السبت", month.expectFirst(".calendar th").attr("abbr"), "the first day of the week");
    }

    /** Persian has digits of its own; its words here are borrowed from the Arabic. */
    @Test
    void digitsAreThoseOfTheLanguageOnEveryPage() {
        Document article = page("/fa/news/2026/11/21/date-palms", 200);
        assertEquals("۲۱ نوامبر ۲۰۲۶، ۱۵:۰۰", article.expectFirst(".head time").text());
        assertEquals(
                "2026-11-21T15:00:00+03:00", article.expectFirst(".head time").attr("datetime"));
        Document month = page("/fa/archive/2026/11", 200);
        assertEquals("نوامبر ۲۰۲۶", month.expectFirst("h1").text());
        assertEquals("۲۱", month.expectFirst(".calendar td a").text());
        assertEquals(
                "/fa/archive/2026/11/21", month.expectFirst(".calendar td a").attr("href"));
        assertEquals("۲۰۲۶", page("/fa/archive/2026", 200).expectFirst("h1").text());
        assertFalse(page("/fa/site-map", 200).expectFirst("main").text().contains("2026"));
        assertFalse(page("/fa/archive", 200).expectFirst("main").text().contains("2026"));
    }

    @Test
    void languageSwitchLeadsToTheSameStory() {
        Document page = page(ARTICLE, 200);

        assertEquals(
                "/en/news/2026/11/21/date-palms",
                page.expectFirst(".tongues a[hreflang=en]").attr("href"));
        assertEquals("العربية", page.expectFirst(".tongues [aria-current]").text());
        assertEquals(
                ARTICLE,
                page("/en/news/2026/11/21/date-palms", 200)
                        .expectFirst(".tongues a[hreflang=ar]")
                        .attr("href"));
    }

    @Test
    void languagesIntoWhichAPageIsNotTranslatedAreLeftOutWhereThePortalSaysSo() {
        assertEquals(2, page(ARTICLE, 200).select(".tongues a").size());
        assertEquals(0, page("/ar/news/nothing", 404).select(".tongues").size());
    }

    @Test
    void weeksBeginOnTheDayThatThePortalSetsForALanguage() {
        assertEquals(
                List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
                page("/en/archive/2026/11", 200).select(".calendar th").eachText());
        assertEquals(
                "21",
                page("/en/archive/2026/11", 200)
                        .select(".calendar tbody tr")
                        .get(3) // the week from 16 November, a Monday
                        .child(5)
                        .text(),
                "days stand under their weekdays");
    }

    @Test
    void lostAddressIsAnsweredInItsLanguage() {
        Document page = page("/ar/news/nothing", 404);

        assertEquals("rtl", page.expectFirst("html").attr("dir"));
        assertEquals("لا صفحة في هذا العنوان", page.expectFirst("h1").text());
        assertNotNull(page.selectFirst("main a[href=/ar/news]"));
    }

    @Test
    void doorOpensToTheArabicReader() {
        String location = given().redirects()
                .follow(false)
                .header("Accept-Language", "ar-SA,ar;q=0.9")
                .get("/")
                .header("Location");

        assertTrue(location.endsWith("/ar"), location);
    }

    @Test
    void missingKeyIsNamedWithItsFile(@TempDir Path folder) throws IOException {
        copyWords(folder);
        Path words = folder.resolve("messages/ar.properties");
        Files.write(
                words,
                Files.readAllLines(words).stream()
                        .filter(line -> !line.startsWith("error.410.text=") && !line.startsWith("site.home="))
                        .toList());

        String message = fault(folder);

        assertTrue(message.startsWith(words + " lacks words of the language ar."), message);
        assertTrue(message.contains("Missing: error.410.text, site.home."), message);
    }

    @Test
    void missingFileIsNamed(@TempDir Path folder) throws IOException {
        copyWords(folder);
        Path words = folder.resolve("messages/ar.properties");
        Files.delete(words);

        String message = fault(folder);

        assertTrue(message.startsWith("There is no " + words), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "archive.stories|archive.stories={0,plural,one{خبر}|plural",
                "tag.title|tag.title=«{0»|0»",
                "date.day|date.day=d bogus y|b"
            })
    void patternThatCannotBeReadIsNamed(String key, String line, String said, @TempDir Path folder) throws IOException {
        copyWords(folder);
        Path words = folder.resolve("messages/ar.properties");
        Files.writeString(words, Files.readString(words) + line + "\n");

        String message = fault(folder);

        assertTrue(message.startsWith(words + ", line "), message);
        assertTrue(message.contains(", column 1: \"" + key + "\" is not a pattern"), message);
        assertTrue(message.contains(said), message);
    }

    @Test
    void wordsInAnotherEncodingAreRefused(@TempDir Path folder) throws IOException {
        copyWords(folder);
        Path words = folder.resolve("messages/ar.properties");
        Files.write(words, new byte[] {'a', '=', (byte) 0xc7, (byte) 0xe1, '\n'});

        String message = fault(folder);
        assertTrue(message.startsWith(words + ", line 1, column 3: this is not UTF-8."), message);
    }

    private static String fault(Path folder) {
        var settings = SettingsFile.read(folder, Map.of());
        return String.valueOf(assertThrows(SettingsFault.class, () -> Editions.check(settings, _ -> {}))
                .getMessage());
    }

    private static void copyWords(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("messages"));
        copy("ar.properties", folder.resolve("messages").resolve("ar.properties"));
        copy("ar.properties", folder.resolve("messages").resolve("fa.properties"));
        copy("portal.yaml", folder.resolve("portal.yaml"));
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(RightToLeftTest.class.getResourceAsStream("/arabic/" + name), name)) {
            Files.copy(stream, target);
        }
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
