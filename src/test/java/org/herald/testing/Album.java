package org.herald.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures of pages, for a person to look at, and what these pages complained of meanwhile. */
public final class Album {

    private static final int PHONE = 390;

    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private int taken; // so far

    public Album(Path folder) {
        this.folder = folder;
    }

    /** Hears what a page complains of from now on. */
    public Page watched(Page page) {
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOwnAnswer(page, message)) {
                faults.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** A page that is refused or gone is no fault; a part of it that is missing is one. */
    private static boolean isOwnAnswer(Page page, ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url().replaceFirst("#.*", "") + ":");
    }

    /** A picture of the whole page as it is. */
    public void take(Page page, String name) {
        save(page, String.format(Locale.ROOT, "%02d-%s.png", ++taken, name));
    }

    /** A picture of what the window shows of a page that is scrolled. */
    public void takeWindow(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", ++taken, name))));
    }

    /** The page in a wide window and on a phone, on light and on dark ground; nowhere does it scroll sideways. */
    public void takeEverywhere(Page page, String name) {
        var wide = page.viewportSize();
        taken++;
        for (var ground : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ground));
            for (int width : List.of(wide.width, PHONE)) {
                page.setViewportSize(width, wide.height);
                String look = width + "-" + ground.name().toLowerCase(Locale.ROOT);
                save(page, String.format(Locale.ROOT, "%02d-%s-%s.png", taken, name, look));
                assertEquals(0, over(page), name + " is wider than " + width);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(wide.width, wide.height);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void save(Page page, String file) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(true));
    }

    private static int over(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}
