package org.herald.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.herald.testing.Album;
import org.herald.testing.Browser;
import org.herald.testing.FrontDoor;
import org.herald.testing.HeraldProcess;
import org.herald.testing.Photos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole life of an article: the packaged server, a real clock, real browsers, and people who know nothing but what
 * their screens show. A picture of every step is kept in {@code target/screenshots/life}.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LifeOfAnArticleIT {

    private static final String HEADLINE = "Storks return to the meadow";
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern KEPT = Pattern.compile("Saved as a draft at [0-9]{2}:[0-9]{2}:[0-9]{2}");

    /** Soon enough not to keep the test waiting, and late enough to look at what is scheduled. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    private final InstantSource clock = Clock.systemUTC();
    private final Album album = new Album(Path.of("target/screenshots/life"));

    /** Those who are there, each with a browser of their own. */
    private record People(HeraldProcess herald, Page aksana, Page nasta, Page alesia, Page reader) {}

    @Test
    void anArticleIsWrittenReviewedScheduledCorrectedTranslatedAndWithdrawn() throws Exception {
        var windows = new ArrayList<BrowserContext>();
        try (var browser = Browser.open();
                var herald =
                        HeraldProcess.serve(folder, HeraldProcess.freePort()).opened()) {
            for (int i = 0; i < 4; i++) {
                windows.add(browser.window(1280, ColorScheme.LIGHT));
            }
            var pages = windows.stream()
                    .map(window -> album.watched(window.newPage()))
                    .toList();
            var people = new People(herald, pages.get(0), pages.get(1), pages.get(2), pages.get(3));
            come(people);
            write(people.nasta());
            String desk = review(people);
            String path = schedule(people, desk);
            correct(people, desk, path);
            String translated = translate(people, desk);
            album.takeEverywhere(people.alesia(), "translation");
            lookAround(people, desk);
            withdraw(people, desk, path, translated);
            lookBack(people);
            assertEquals(List.of(), album.faults());
            assertFalse(herald.said().contains("ERROR"), herald.said());
        }
    }

    private void come(People people) {
        var aksana = people.aksana();
        FrontDoor.first(aksana, FrontDoor.printed(people.herald()), "aksana@herald.test", "Aksana");
        album.take(aksana, "first-administrator");
        String nastas = FrontDoor.invited(aksana, "nasta@herald.test", "Nasta", "reporter");
        album.take(aksana, "invitation");
        assertTrue(nastas.startsWith(people.herald().at("/newsroom/welcome/").toString()), nastas);
        String alesias = FrontDoor.invited(aksana, "alesia@herald.test", "Alesia", "editor");
        link(aksana, "People").click();
        assertThat(aksana.locator("tr", new Page.LocatorOptions().setHasText("nasta@herald.test")))
                .containsText("Invited");
        people.nasta().navigate(nastas);
        album.take(people.nasta(), "welcome");
        FrontDoor.follow(people.nasta(), nastas, "Nasta");
        FrontDoor.follow(people.alesia(), alesias, "Alesia");
        assertThat(people.alesia().locator("nav.places")).not().containsText("People");
    }

    private void write(Page nasta) {
        link(nasta, "New article").click();
        nasta.getByLabel("Section").selectOption(new SelectOption().setLabel("News"));
        album.take(nasta, "new");
        button(nasta, "Start writing").click();
        nasta.getByLabel("Headline").fill(HEADLINE);
        nasta.getByLabel("Standfirst").fill("The first birds were counted on the flooded meadow this week.");
        nasta.locator(".ed-body").click();
        nasta.keyboard().type("The meadow is flooded for six weeks a year. \"It is early\", everybody says.");
        nasta.keyboard().press("Enter");
        button(nasta, "Quote").click();
        nasta.keyboard().type("I have not seen so many since I was a child.");
        nasta.keyboard().press("Enter");
        nasta.keyboard().press("Enter");
        nasta.keyboard().type("Piotr Zhuk, warden");
        nasta.keyboard().press("Enter");
        var chooser = nasta.waitForFileChooser(() -> button(nasta, "Pictures").click());
        chooser.setFiles(new FilePayload("storks.jpg", "image/jpeg", Photos.jpeg(900, 600)));
        var figure = nasta.locator("figure.ed-figure");
        assertThat(figure.locator("img")).hasAttribute("src", Pattern.compile("/newsroom/pictures/[0-9]+"));
        assertThat(figure).containsText("Say what the picture shows");
        figure.getByLabel("Alternative text").fill("Two storks on a wet meadow");
        figure.locator(".ed-caption .ed-line").click();
        nasta.keyboard().type("The first pair of the year");
        figure.locator(".ed-credit .ed-line").click();
        nasta.keyboard().type("Nasta Rudenka");

        assertThat(nasta.locator("[data-autosave-status]")).hasText(KEPT);
        assertThat(nasta.locator(".ed-body blockquote")).containsText("Piotr Zhuk, warden");
        assertThat(nasta.locator(".ed-body")).containsText("“It is early”");
        album.takeWindow(nasta, "writing-scrolled");
        album.takeEverywhere(nasta, "writing");
        button(nasta, "Save and go to the desk").click();
        assertThat(nasta.locator("h1")).hasText(HEADLINE);
        assertThat(nasta.locator(".badge").first()).hasText("Draft");
        button(nasta, "Send to review").click();
        assertSaid(nasta, "Sent to review.");
        assertThat(button(nasta, "Approve")).hasCount(0);
        album.take(nasta, "sent-to-review");
    }

    /** The editor asks, the reporter answers, the editor approves; where the item's desk is. */
    private String review(People people) {
        var alesia = people.alesia();
        link(alesia, "To review").click();
        album.take(alesia, "to-review");
        link(alesia, HEADLINE).click();
        alesia.getByLabel("New comment").fill("How many are they, and who counted them?");
        button(alesia, "Comment").click();
        assertSaid(alesia, "The comment is added.");
        album.take(alesia, "comment");

        var nasta = people.nasta();
        nasta.reload();
        assertThat(nasta.locator(".comments")).containsText("How many are they, and who counted them?");
        tab(nasta, "Text").click();
        toEndOfFirstParagraph(nasta);
        nasta.keyboard().type(" The wardens counted 40 pairs.");
        button(nasta, "Save").click();
        assertSaid(nasta, "Saved.");
        tab(nasta, "Desk").click();
        button(nasta, "Resolve the comment by Alesia").click();
        assertSaid(nasta, "The comment is resolved.");

        alesia.navigate(alesia.url().replaceFirst("[?].*", ""));
        assertThat(alesia.locator(".comments")).containsText("Resolved by Nasta");
        tab(alesia, "Text").click();
        assertThat(alesia.locator(".ed-body")).containsText("The wardens counted 40 pairs.");
        tab(alesia, "Desk").click();
        button(alesia, "Approve").click();
        assertSaid(alesia, "It is approved.");
        album.take(alesia, "approved");
        return alesia.url().replaceFirst("[?].*", "");
    }

    /** It goes out at its second; the path at which readers find it. */
    private String schedule(People people, String desk) {
        var alesia = people.alesia();
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(SOON);
        var local = due.atZone(MINSK);
        String path = "/en/news/" + DAY.format(local) + "/storks-return-to-the-meadow";
        String address = people.herald().at(path).toString();
        alesia.locator("summary", new Page.LocatorOptions().setHasText("Schedule"))
                .click();
        alesia.getByLabel("Date").fill(local.toLocalDate().toString());
        alesia.getByLabel("Time", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(SECOND.format(local));
        alesia.locator("[id^=confirmed-schedule]").all().forEach(Locator::check);
        button(alesia, "Schedule").click();
        assertSaid(alesia, "It is scheduled.");
        album.take(alesia, "scheduled");
        var reader = people.reader();
        assertEquals(404, reader.request().get(address).status());
        assertThat(front(people)).not().containsText(HEADLINE);
        link(alesia, "Calendar").click();
        assertThat(alesia.locator("table.plan")).containsText(HEADLINE);
        assertTrue(clock.instant().isBefore(due), "looked at in time");
        album.takeEverywhere(alesia, "calendar");

        reader.waitForCondition(() -> reader.request().get(address).status() == 200);
        Instant seen = clock.instant();
        assertFalse(seen.isBefore(due), "not before its time");
        assertTrue(seen.isBefore(due.plusSeconds(2)), Duration.between(due, seen) + " late");
        assertThat(front(people)).containsText(HEADLINE);
        link(reader, HEADLINE).first().click();
        reader.waitForURL(address);
        assertThat(reader.locator("article h1")).hasText(HEADLINE);
        assertThat(reader.locator("article blockquote")).containsText("I have not seen so many");
        assertThat(reader.locator("article figure img")).hasAttribute("alt", "Two storks on a wet meadow");
        assertThat(reader.locator("article figcaption")).containsText("The first pair of the year");
        assertThat(reader.locator("article figcaption")).containsText("Nasta Rudenka");
        album.takeEverywhere(reader, "readers-see-it");
        alesia.navigate(desk);
        assertThat(alesia.locator(".head .badge")).hasText("Published");
        return path;
    }

    private void correct(People people, String desk, String path) {
        var alesia = people.alesia();
        tab(alesia, "Text").click();
        toEndOfFirstParagraph(alesia);
        for (int i = 0; i < "40 pairs.".length(); i++) {
            alesia.keyboard().press("Backspace");
        }
        assertThat(alesia.locator(".ed-body > p").first()).hasText(Pattern.compile("counted\\s*$"));
        alesia.keyboard().type("14 pairs.");
        button(alesia, "Save and go to the desk").click();
        assertThat(alesia.locator("main")).containsText("Readers go on seeing the earlier text.");
        link(alesia, "Publish the changes…").click();
        assertThat(alesia.locator("del").first()).hasText("40");
        assertThat(alesia.locator("ins").first()).hasText("14");
        alesia.getByLabel("As a correction").check();
        alesia.getByLabel("Note for readers").fill("There are 14 pairs, not 40 as we wrote at first.");
        alesia.locator("[id^=confirmed-correction]").all().forEach(Locator::check);
        album.takeEverywhere(alesia, "correction");
        button(alesia, "Publish").click();
        assertSaid(alesia, "The correction is published.");

        var reader = people.reader();
        reader.navigate(people.herald().at(path).toString());
        assertThat(reader.locator("article .body")).containsText("counted 14 pairs");
        assertThat(reader.locator("#corrections")).containsText("There are 14 pairs, not 40");
        album.take(reader, "readers-see-the-correction");
        alesia.navigate(desk);
    }

    /** It is told in Belarusian, side by side; the path at which readers find that. */
    private String translate(People people, String desk) {
        var alesia = people.alesia();
        tab(alesia, "Translations").click();
        album.take(alesia, "translations");
        button(alesia, "Translate беларуская").click();
        assertThat(alesia.locator(".original")).containsText("I have not seen so many");
        alesia.getByLabel("Headline").fill("Буслы вярнуліся на луг");
        alesia.getByLabel("Standfirst").fill("Першых птушак на затопленым лузе палічылі на гэтым тыдні.");
        // it began as a copy of the original, which is written over
        alesia.locator(".ed-body > p").first().click();
        alesia.keyboard().press("Control+a");
        alesia.keyboard().type("Луг залівае на шэсць тыдняў у год. \"Рана яны сёлета\", – кажуць усе.");
        assertThat(alesia.locator(".original [aria-current=true]")).containsText("The meadow is flooded");
        assertThat(alesia.locator(".ed-body")).containsText("«Рана яны сёлета»");
        button(alesia, "Save").click();
        assertSaid(alesia, "Saved.");
        String text = alesia.url();
        tab(alesia, "Desk").click();
        alesia.locator("[id^=confirmed-publication]").all().forEach(Locator::check);
        button(alesia, "Publish now").click();
        assertSaid(alesia, "It is published.");

        var reader = people.reader();
        reader.reload();
        reader.locator("a[hreflang=be]:visible").first().click();
        assertThat(reader.locator("article h1")).hasText("Буслы вярнуліся на луг");
        album.take(reader, "readers-see-the-translation");
        String path = reader.url();
        alesia.navigate(desk + "/translations");
        assertThat(alesia.locator("[data-rows] tr", new Page.LocatorOptions().setHasText("Буслы")))
                .containsText("Matches revision");
        alesia.navigate(text);
        assertThat(alesia.locator(".ed-body")).isVisible();
        return path;
    }

    /** The screens that are used all day, in each width and on each ground. */
    private void lookAround(People people, String desk) {
        var alesia = people.alesia();
        alesia.navigate(people.herald().at("/newsroom").toString());
        assertThat(alesia.locator("#unfinished")).hasCount(0);
        for (String screen : List.of("/newsroom", desk, desk + "/revisions", desk + "/previews", "/newsroom/new")) {
            alesia.navigate(people.herald().at("").resolve(screen).toString());
            album.takeEverywhere(alesia, screen.replaceAll(".*/", "look-").replaceAll("look-[0-9]+", "look-item"));
        }
        var aksana = people.aksana();
        for (String screen : List.of("people", "people/invitation", "account", "audit", "portal", "portal/sections")) {
            aksana.navigate(people.herald().at("/newsroom/" + screen).toString());
            album.takeEverywhere(aksana, "look-" + screen.replace('/', '-'));
        }
    }

    private void withdraw(People people, String desk, String path, String translated) {
        var alesia = people.alesia();
        alesia.navigate(desk);
        link(alesia, "Withdraw…").click();
        alesia.getByLabel("Reason for readers").fill("The count was made on another meadow.");
        album.take(alesia, "withdrawal");
        button(alesia, "Withdraw it now").click();
        assertSaid(alesia, "It is withdrawn.");
        album.takeEverywhere(alesia, "withdrawn");

        var reader = people.reader();
        String address = people.herald().at(path).toString();
        assertEquals(410, requireNonNull(reader.navigate(address)).status());
        assertThat(reader.locator("main")).containsText(HEADLINE);
        assertThat(reader.locator("main")).containsText("The count was made on another meadow.");
        album.takeEverywhere(reader, "readers-see-the-notice");
        assertThat(front(people)).not().containsText(HEADLINE);
        assertEquals(200, requireNonNull(reader.navigate(translated)).status(), "the translation stands by itself");
    }

    /** The log knows who did it all. */
    private void lookBack(People people) {
        var aksana = people.aksana();
        link(aksana, "Log").click();
        for (String deed : List.of(
                "Created",
                "Sent to review",
                "Commented",
                "Approved",
                "Scheduled",
                "Published",
                "Corrected",
                "Withdrawn")) {
            assertThat(aksana.locator("main table")).containsText(deed);
        }
        assertThat(aksana.locator("main table tbody tr").first()).containsText("Alesia");
        album.take(aksana, "log");
    }

    /** The editor hears of a moved caret a moment later than a person presses the next key. */
    private static void toEndOfFirstParagraph(Page page) {
        page.locator(".ed-body > p").first().click();
        page.keyboard().press("End");
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))");
    }

    /** What stands on the front page. */
    private static Locator front(People people) {
        people.reader().navigate(people.herald().at("/en").toString());
        return people.reader().locator("main");
    }

    private static void assertSaid(Page page, String text) {
        assertThat(page.locator(".said")).hasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** One of the screens about an item. */
    private static Locator tab(Page page, String name) {
        return page.locator(".tabs a", new Page.LocatorOptions().setHasText(name));
    }
}
