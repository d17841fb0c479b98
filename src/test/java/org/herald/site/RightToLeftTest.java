package org.herald.site;

import static io.restassured.RestAssured.given;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.UnitOfWork;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A portal in a language that Herald does not bring: its words are the site folder's, and it is written from the right. */
@QuarkusTest
@TestProfile(RightToLeftTest.Oasis.class)
final class RightToLeftTest {

    private static final Language ARABIC = new Language("ar");
    private static final Language PERSIAN = new Language("fa");
    private static final String ARTICLE = "/ar/news/2026/11/21/date-palms";

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
            var settings = SettingsFile.read(empty, Map.of());
            try (var database = Databases.open(settings.database())) {
                new CommandBus(
                                database,
                                () -> PortalClock.NOON,
                                settings.zone(),
                                Portal.UNKNOWN,
                                PublishingRules.none(KindFiles.ofProduct()))
                        .together(Principal.SAMPLE, Site::write);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ar",
                "/ar/news",
                ARTICLE,
                "/ar/archive",
                "/ar/archive/2026",
                "/ar/archive/2026/11",
                "/ar/news/2026/11/21",
                "/ar/site-map"
            })
    void everyPageIsWrittenFromTheRightAndValid(String path) {
        Document page = page(path, 200);

        assertEquals("ar", page.expectFirst("html").attr("lang"));
        assertEquals("rtl", page.expectFirst("html").attr("dir"));
        assertEquals("الواحة", page.expectFirst(".name span").text());
        assertEquals(List.of(), NuChecker.problems(get(path).asString()));
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
