package org.herald.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.herald.testing.Browser;
import org.herald.testing.FrontDoor;
import org.herald.testing.HeraldProcess;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while somebody types: nothing that was typed is lost. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class KilledWhileTypingIT {

    private static final Duration MOST_MISSING = Duration.ofSeconds(5);
    private static final Pattern KEPT = Pattern.compile("Saved as a draft at [0-9]{2}:[0-9]{2}:[0-9]{2}");

    /** How fast somebody types, in milliseconds for each letter. */
    private static final double PACE = 15;

    @TempDir
    private Path folder;

    private final InstantSource clock = Clock.systemUTC();
    private final int port = HeraldProcess.freePort();
    private final List<Instant> typed = new ArrayList<>(); // when the last letter of each word was

    @Test
    void whoeverTypesOnThroughAKillAndARestartLosesNoWord() throws Exception {
        try (var browser = Browser.open();
                var first = HeraldProcess.serve(folder, port).opened();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            Page page = writing(window, first);
            type(page, 8);
            assertThat(status(page)).hasText(KEPT);
            type(page, 5);
            first.kill();
            type(page, 12);
            assertThat(page.locator(".ed-notice-away")).containsText("Your text is kept in this browser");
            try (var second = HeraldProcess.serve(folder, port)) {
                type(page, 5);
                second.opened();
                type(page, 3);

                page.waitForCondition(() -> words(typed.size()).equals(atTheServer(page)));
                assertThat(status(page)).hasText(KEPT);
                assertThat(page.locator(".ed-notice")).hasCount(0);
                assertEquals(words(typed.size()), page.locator(".ed-body").innerText());
            }
        }
    }

    @Test
    void whoseBrowserCrashesTooFindsTheTextThereWhenTheyReturn() throws Exception {
        try (var browser = Browser.open();
                var first = HeraldProcess.serve(folder, port).opened();
                var window = browser.window(1280, ColorScheme.LIGHT)) {
            Page page = writing(window, first);
            String address = page.url();
            do {
                type(page, 10);
            } while (typed.getFirst().isAfter(clock.instant().minus(MOST_MISSING.plusSeconds(2))) || isSent(page));
            first.kill();
            Instant killed = clock.instant();
            crash(page);
            try (var second = HeraldProcess.serve(folder, port).opened()) {
                assertTrue(second.said().contains("is served from"), second.said());
                Page again = window.newPage();
                long early = typed.stream()
                        .filter(at -> at.isBefore(killed.minus(MOST_MISSING)))
                        .count();
                String known = read(window, address);
                assertTrue(early > 0 && known.startsWith(words(early)), early + " words were early: " + known);

                again.navigate(address);
                assertThat(again.locator(".ed-notice-put-back")).containsText("Text that was not sent was put back.");
                again.waitForCondition(() -> read(window, address)
                        .startsWith(words(typed.stream()
                                .filter(at -> at.isBefore(killed.minusSeconds(1)))
                                .count())));
                assertThat(status(again)).hasText(KEPT);
            }
        }
    }

    /** Where a new article is written, the caret in its text. */
    private static Page writing(BrowserContext window, HeraldProcess herald) {
        Page page = window.newPage();
        FrontDoor.first(page, FrontDoor.printed(herald), "aksana@herald.test", "Aksana");
        page.navigate(herald.at("/newsroom/new").toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start writing"))
                .click();
        page.locator("#headline").fill("The river rises");
        page.locator(".ed-body").click();
        return page;
    }

    /** Types words that say which they are. */
    private void type(Page page, int count) {
        for (int i = 0; i < count; i++) {
            String word = (typed.isEmpty() ? "" : " ") + "word" + (typed.size() + 1);
            page.keyboard().type(word, new Keyboard.TypeOptions().setDelay(PACE));
            typed.add(clock.instant());
        }
    }

    private static String words(long count) {
        var words = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            words.add("word" + i);
        }
        return String.join(" ", words);
    }

    /** What the server has, whatever this browser keeps beside. */
    private static String atTheServer(Page page) {
        return read(page.context(), page.url());
    }

    private static String read(BrowserContext window, String address) {
        var screen = Jsoup.parse(window.request().get(address).text());
        return Jsoup.parse(screen.expectFirst("textarea[name=body]").wholeText())
                .text();
    }

    /** True when the server lacks nothing that the browser keeps by now, so that there would be nothing to put back. */
    private boolean isSent(Page page) {
        Instant kept = clock.instant().minusMillis(1500);
        return atTheServer(page)
                .startsWith(words(typed.stream().filter(at -> at.isBefore(kept)).count()));
    }

    private static Locator status(Page page) {
        return page.locator("[data-autosave-status]");
    }

    /** Ends the program that shows the page, without a last word of it. */
    private static void crash(Page page) {
        try {
            page.navigate("chrome://crash");
        } catch (PlaywrightException crashed) {
            assertTrue(String.valueOf(crashed.getMessage()).contains("crash"), crashed.toString());
        }
    }
}
