package org.herald.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, driven without a window. */
public final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /**
     * Opens the browser. Where there is none the test is skipped with a line that says so; where
     * {@code HERALD_TEST_BROWSER} is {@code required}, as in continuous integration, it fails.
     */
    public static Browser open() {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            String missing = "Browser tests are skipped: no Chromium in " + PLACES;
            if ("required".equals(System.getenv("HERALD_TEST_BROWSER"))) {
                Assertions.fail(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return new Browser(program.orElseThrow());
    }

    /** A new window of this width, without memory of others. */
    public BrowserContext window(int width, ColorScheme scheme) {
        return chromium.newContext(
                new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    /** A window in which no script runs. */
    public BrowserContext withoutScript() {
        return chromium.newContext(new NewContextOptions().setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
