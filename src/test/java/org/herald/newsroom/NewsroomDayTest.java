package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.herald.store.Database;
import org.herald.testing.Browser;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.Photos;
import org.herald.testing.PortalClock;
import org.herald.testing.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One day of a newsroom where review is the rule, each person at a browser of their own: a story with photographs is written,
 * sent back, published, updated, corrected and translated. Five times the server ends the session of whoever is typing, and
 * every word is there at the end.
 */
@QuarkusTest
@TestProfile(ReviewedPortal.class)
final class NewsroomDayTest {

    private static final String HEADLINE = "Storks are back on the flooded meadow";
    private static final String STANDFIRST = "The first pairs were counted on Tuesday.";
    private static final String FLOOD = "The meadow is flooded for six weeks a year.";
    private static final String DAWN = "The wardens go out at dawn.";
    private static final String QUESTION = "Who counted them, and how many are there?";
    private static final String ANSWER = "The wardens did, from the dike: 40 pairs.";
    private static final String COUNTED = " They counted 40 pairs from the dike.";
    private static final String UPDATE = " On Friday the water rose again.";
    private static final String CORRECTED = " They counted 14 pairs from the dike.";
    private static final String NOTE = "There are 14 pairs, not 40 as we wrote at first.";

    private static final String HEADLINE_BE = "Буслы вярнуліся на заліты луг";
    private static final String STANDFIRST_BE = "Першыя пары палічылі ў аўторак.";
    private static final String FLOOD_BE = "Луг залівае на шэсць тыдняў у год. Егеры палічылі з дамбы 14 пар.";
    private static final String DAWN_BE = "Егеры выходзяць на світанні. У пятніцу вада зноў паднялася.";

    /** Alternative text, caption and credit of each picture, the lead picture first. */
    private static final List<List<String>> PICTURES = List.of(
            List.of("Two storks on a wet meadow", "The first pair of the year", "Nasta Rudenka"),
            List.of("A dike between two waters", "The dike at noon", "Jan Vasilevich"),
            List.of("A warden with a telescope", "The eldest of the wardens", "Herald archive"));

    private static final List<List<String>> PICTURES_BE = List.of(
            List.of("Два буслы на мокрым лузе", "Першая пара года", "Наста Рудэнка"),
            List.of("Дамба паміж дзвюма водамі", "Дамба апоўдні", "Ян Васілевіч"),
            List.of("Егер з падзорнай трубой", "Найстарэйшы з егераў", "Архіў «Весніка»"));

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final Database database;
    private final PortalClock clock;

    @Inject
    NewsroomDayTest(Database database, PortalClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        clock.set(PortalClock.NOON);
    }

    @AfterEach
    void end() {
        clock.set(PortalClock.NOON);
    }

    @Test
    void everyWordOfTheDayIsThereThoughTheServerEndsFiveSessions() {
        try (var browser = Browser.open();
                var nasta = window(browser, "day-nasta@herald.test", "Nasta of the day", "reporter");
                var alesia = window(browser, "day-alesia@herald.test", "Alesia of the day", "editor");
                var jan = window(browser, "day-jan@herald.test", "Jan of the day", "translator");
                var readers = browser.window(1280, ColorScheme.LIGHT)) {
            Page reader = readers.newPage();
            write(nasta);
            String item = sendBack(alesia);
            answer(nasta, item);
            String path = publish(alesia, item);
            assertReadersSee(reader, path, PICTURES, HEADLINE, STANDFIRST, FLOOD + COUNTED, DAWN);

            clock.set(PortalClock.NOON.plus(Duration.ofHours(1)));
            update(nasta, alesia, item);
            assertReadersSee(reader, path, PICTURES, HEADLINE, STANDFIRST, FLOOD + COUNTED, DAWN + UPDATE);
            assertThat(reader.locator(".story .meta")).containsText("Updated 21 November 2026");

            clock.set(PortalClock.NOON.plus(Duration.ofHours(2)));
            correct(nasta, alesia, item);
            assertReadersSee(reader, path, PICTURES, HEADLINE, STANDFIRST, FLOOD + CORRECTED, DAWN + UPDATE, NOTE);
            assertThat(reader.locator(".story .meta")).containsText("Corrected");

            translate(jan, item);
            String translated = publish(alesia, pathOfTranslation(jan));
            assertReadersSee(reader, translated, PICTURES_BE, HEADLINE_BE, STANDFIRST_BE, FLOOD_BE, DAWN_BE);
            assertRevisionsHoldEveryWord(alesia, item);
        }
    }

    /** Is signed out before the text was saved for the first time. */
    private static void write(DayWindow nasta) {
        nasta.follow("New article");
        nasta.page().getByLabel("Section").selectOption(new SelectOption().setLabel("News"));
        nasta.press("Start writing").fill("#headline", HEADLINE);
        nasta.endSession();
        nasta.fill("#standfirst", STANDFIRST);
        nasta.page().locator(".ed-body").click();
        nasta.page().keyboard().type(FLOOD);
        nasta.page().keyboard().press("Enter");
        nasta.page().keyboard().type(DAWN);
        nasta.pressAndSignInBeside("Save").untilSaved();
        assertThat(nasta.page().locator("#headline")).hasValue(HEADLINE);
        assertThat(nasta.page().locator("#standfirst")).hasValue(STANDFIRST);

        nasta.press("Choose or upload a picture");
        nasta.page().locator("#file").setInputFiles(new FilePayload("storks.jpg", "image/jpeg", Photos.jpeg(900, 600)));
        nasta.press("Upload and use it");
        describeLead(nasta, PICTURES.getFirst());
        nasta.insertPicture(1, new FilePayload("warden.png", "image/png", Photos.png(400, 600)), 0);
        nasta.insertPicture(0, new FilePayload("dike.jpg", "image/jpeg", Photos.jpeg(1200, 500)), 0);
        describePictures(nasta, PICTURES);
        nasta.press("Save and go to the desk");
        assertThat(nasta.page().locator("h1")).hasText(HEADLINE);
        nasta.press("Send to review").assertSaid("Sent to review.");
    }

    /** Is signed out before the decision is sent. */
    private static String sendBack(DayWindow alesia) {
        toReview(alesia);
        String item = alesia.path();
        alesia.page().locator("summary").getByText("Send back").click();
        alesia.fill("#note", QUESTION).endSession().pressAndSignInThere("Send back");
        assertThat(alesia.page().locator("#note")).hasValue(QUESTION);
        alesia.press("Send back").assertSaid("Sent back to its writers.");
        return item;
    }

    /** Finds it where reviewers look. */
    private static void toReview(DayWindow alesia) {
        alesia.open("/newsroom");
        alesia.page().locator(".tabs a[href='/newsroom?state=in-review']").click();
        alesia.follow(HEADLINE);
        assertThat(alesia.page().locator(".head .badge").last()).containsText("n review");
    }

    /** Finds it under Mine, and is signed out while answering. */
    private static void answer(DayWindow nasta, String item) {
        nasta.open("/newsroom");
        assertThat(nasta.page().locator("nav.places .count [aria-hidden]")).hasText("1");
        nasta.page().locator("nav.places a[href='/newsroom?who=me']").click();
        nasta.assertShows("section:has(#waiting)", "Sent back");
        nasta.follow(HEADLINE);
        assertEquals(item + "/text", nasta.path());
        nasta.assertShows(".warned", QUESTION);
        nasta.assertShows("#talk", QUESTION);
        nasta.fill("#remark", ANSWER).endSession().pressAndSignInBeside("Send the answer");
        assertThat(nasta.page().locator("#remark")).hasValue(ANSWER);
        assertThat(nasta.page().locator(".ed-body")).containsText(DAWN);
        nasta.press("Send the answer");
        nasta.assertShows("#talk ol", ANSWER);

        nasta.typeAfter(0, COUNTED).press("Save").assertSaid("Saved.");
        nasta.open(item).press("Resolve the comment by Alesia of the day").assertSaid("The comment is resolved.");
        nasta.press("Send to review").assertSaid("Sent to review.");
        assertThat(nasta.page().locator("nav.places .count")).hasCount(0);
    }

    /** Approves what was sent to review and publishes it; where readers find it. */
    private static String publish(DayWindow alesia, String item) {
        alesia.open(item);
        alesia.press("Approve").assertSaid("It is approved.");
        confirm(alesia);
        alesia.press("Publish now").assertSaid("It is published.");
        return String.valueOf(alesia.page().locator(".head a").first().getAttribute("href"));
    }

    private static void update(DayWindow nasta, DayWindow alesia, String item) {
        nasta.open(item + "/text").typeAfter(1, UPDATE);
        approveChange(nasta, alesia, item);
        alesia.assertShows(".change ins", UPDATE.strip());
        alesia.page().getByLabel("As an update").check();
        confirm(alesia);
        alesia.press("Publish").assertSaid("The update is published.");
    }

    /** Is signed out between the note to readers and its publication. */
    private static void correct(DayWindow nasta, DayWindow alesia, String item) {
        nasta.open(item + "/text").typeOver(0, FLOOD + CORRECTED);
        approveChange(nasta, alesia, item);
        alesia.page().getByLabel("As a correction").check();
        alesia.fill("#note", NOTE).endSession();
        confirm(alesia);
        alesia.pressAndSignInThere("Publish");
        assertThat(alesia.page().locator("#note")).hasValue(NOTE);
        assertThat(alesia.page().getByLabel("As a correction")).isChecked();
        confirm(alesia);
        alesia.press("Publish").assertSaid("The correction is published.");
    }

    /** The change goes to review as the story did, and waits for how readers are told of it. */
    private static void approveChange(DayWindow nasta, DayWindow alesia, String item) {
        nasta.press("Save and go to the desk");
        nasta.press("Send to review").assertSaid("Sent to review.");
        toReview(alesia);
        assertEquals(item, alesia.path());
        alesia.press("Approve").assertSaid("It is approved.");
        alesia.follow("Publish the changes…");
    }

    /** Overwrites the copy with which the translation begins, and is signed out in the middle of it. */
    private static void translate(DayWindow jan, String item) {
        jan.open(item + "/translations").press("Translate беларуская");
        assertThat(jan.page().locator("figure.ed-figure img")).hasCount(2);
        assertThat(jan.page().locator("figure.ed-untranslated-alt .ed-caption.ed-untranslated"))
                .hasCount(2);
        assertThat(jan.page().locator("#alt.untranslated, #caption.untranslated"))
                .hasCount(2);
        jan.fill("#headline", HEADLINE_BE).fill("#standfirst", STANDFIRST_BE).untilSaved();
        jan.typeOver(0, FLOOD_BE).endSession().typeOver(1, DAWN_BE);
        describePictures(jan, PICTURES_BE);
        describeLead(jan, PICTURES_BE.getFirst());
        assertThat(jan.page().locator(".untranslated, .ed-untranslated, .ed-untranslated-alt"))
                .hasCount(0);
        jan.pressAndSignInBeside("Save").untilSaved();
        jan.press("Save and go to the desk");
        assertThat(jan.page().locator("h1")).hasText(HEADLINE_BE);
        jan.press("Send to review").assertSaid("Sent to review.");
        assertFalse(
                jan.page().locator("main").innerText().contains("Still in the words of the original"),
                "all of it is translated");
    }

    private static String pathOfTranslation(DayWindow jan) {
        return jan.path();
    }

    private static void describeLead(DayWindow person, List<String> words) {
        person.fill("#alt", words.get(0)).fill("#caption", words.get(1)).fill("#credit", words.get(2));
    }

    /** The pictures in the text. */
    private static void describePictures(DayWindow person, List<List<String>> words) {
        for (int i = 0; i < 2; i++) {
            var of = words.get(i + 1);
            person.describe(i, of.get(0)).typeLine(i, ".ed-caption", of.get(1)).typeLine(i, ".ed-credit", of.get(2));
        }
    }

    private static void confirm(DayWindow person) {
        person.page().locator("[id^=confirmed-]:visible").all().forEach(Locator::check);
    }

    private void assertReadersSee(Page reader, String path, List<List<String>> pictures, String... words) {
        assertEquals(
                200,
                requireNonNull(reader.navigate(server.resolve(path).toString())).status());
        var story = reader.locator("article.story");
        for (String each : words) {
            assertThat(story).containsText(each);
        }
        assertThat(story.locator("figure img")).hasCount(pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            var figure = story.locator("figure").nth(i);
            var image = figure.locator("img");
            image.scrollIntoViewIfNeeded();
            assertThat(image).hasJSProperty("complete", true);
            assertThat(image).not().hasJSProperty("naturalWidth", 0);
            assertThat(image).hasAttribute("alt", pictures.get(i).get(0));
            assertThat(figure).containsText(pictures.get(i).get(1));
            assertThat(figure).containsText(pictures.get(i).get(2));
        }
    }

    /** Every state of the text can be compared with the one before it. */
    private static void assertRevisionsHoldEveryWord(DayWindow alesia, String item) {
        alesia.open(item + "/revisions");
        int count = alesia.page().locator("[data-rows] tbody tr").count();
        alesia.open(item + "/revisions?from=1&to=" + (count - 1));
        alesia.assertShows(".difference", "They counted 40 pairs from the dike.");
        alesia.assertShows(".difference", "On Friday the water rose again.");
        alesia.open(item + "/revisions?from=" + (count - 1) + "&to=" + count);
        assertThat(alesia.page().locator(".difference del").first()).containsText("40");
        assertThat(alesia.page().locator(".difference ins").first()).containsText("14");
    }

    /** A person who is invited by the administrator and has taken the invitation up. */
    private DayWindow window(Browser browser, String email, String name, String role) {
        var aksana = new Seat(new NewsroomCast(database, clock), Member.ADMINISTRATOR);
        var invited = aksana.post(
                "/newsroom/people/invitation", Map.of("email", email, "name", name, "speaks", "en", "role", role));
        String link = Seat.parsed(invited).expectFirst("#link").val();
        return new DayWindow(browser, server, email).join(link, name);
    }
}
