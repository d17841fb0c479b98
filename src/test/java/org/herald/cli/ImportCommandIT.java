package org.herald.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.herald.testing.Exports;
import org.herald.testing.Sources;
import org.herald.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The import as a process of its own that is killed in the middle. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ImportCommandIT {

    private static final int POSTS = 3000;

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    @Test
    void killedImportIsCompletedByTheNextWithNothingTwice() throws Exception {
        Path export = Exports.chain(folder.resolve("many.xml"), POSTS);
        Path site = folder.resolve("site");
        var tables = new Tables(site.resolve("data/portal.db"));

        Process first = herald(export, site);
        while (first.isAlive() && taken(site, tables) < 200) {
            first.waitFor(20, TimeUnit.MILLISECONDS);
        }
        first.destroyForcibly();
        first.waitFor();
        int half = taken(site, tables);
        assertTrue(half < POSTS, "killed after " + half + " of " + POSTS);

        Process second = herald(export, site);
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, second.waitFor(), said);

        assertEquals(POSTS, count(tables, "select count(*) from item"));
        assertEquals(POSTS, count(tables, "select count(distinct origin) from item"));
        assertEquals(POSTS, count(tables, "select count(*) from live"));
        assertEquals(POSTS, count(tables, "select count(*) from publication"));
        assertEquals(0, count(tables, "select count(*) from item where origin_digest = ''"));
        assertEquals("ok", tables.value("pragma integrity_check"));
        assertEquals(
                1, count(tables, "select count(*) from menu where menu = 'main'"), "the menus are made at the end");
        assertEquals(List.of(), Sources.files(site, ".part"), "nothing half written is left");
    }

    private static int taken(Path site, Tables tables) {
        return Files.exists(site.resolve("imports")) ? count(tables, "select count(*) from item") : 0;
    }

    private static int count(Tables tables, String sql) {
        return Integer.parseInt(tables.value(sql));
    }

    private static Process herald(Path export, Path site) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        requireNonNull(System.getProperty("herald.jar"), "herald.jar is set by failsafe"),
                        "import",
                        "wxr",
                        export.toString(),
                        "--site",
                        site.toString())
                .redirectErrorStream(true)
                .start();
    }
}
