package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.herald.testing.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald generate --every}: articles that go out one by one, now. */
final class GenerateTest {

    @TempDir
    private Path folder; // set by JUnit

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void samplePortal() {
        SamplePortal.make(folder);
    }

    @Test
    void articleIsPublishedNow() {
        String newest = "select card from live where language = 'en' order by published_at desc limit 1";
        assertNotEquals("{\"kicker\":\"Generated\"}", tables().value(newest));

        assertEquals(0, generate("1", "--every", "1"), said.toString());

        assertTrue(said.toString().contains("1 of 1 articles"), said.toString());
        assertEquals("{\"kicker\":\"Generated\"}", tables().value(newest));
    }

    @Test
    void pauseBelowNothingIsRefused() {
        var before = tables().dump();

        assertEquals(2, generate("1", "--every", "-1"));

        assertTrue(said.toString().contains("--every -1"), said.toString());
        assertEquals(before, tables().dump());
    }

    private int generate(String count, String option, String value) {
        var writer = new PrintWriter(said, true);
        return Main.run(writer, writer, "generate", count, option, value, "--site", folder.toString());
    }

    private Tables tables() {
        return new Tables(folder.resolve("data/portal.db"));
    }
}
