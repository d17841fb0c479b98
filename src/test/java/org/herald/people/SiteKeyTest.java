package org.herald.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.herald.SettingsFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of the site: made once, for nobody else to read, and needed to open what it sealed. */
final class SiteKeyTest {

    private static final byte[] SECRET = "twenty bytes secret!".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void keyIsMadeOnceAndNobodyElseMayReadIt() throws IOException {
        Path file = folder.resolve("data/secret.key");

        SiteKey first = SiteKey.in(file);
        SiteKey second = SiteKey.in(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(first.sign("device", "1"), second.sign("device", "1"));
        try (var files = Files.list(folder.resolve("data"))) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void sealedSecretOpensForItsOwnerAndPurposeAlone() {
        SiteKey key = SiteKey.in(folder.resolve("secret.key"));
        SiteKey other = SiteKey.in(folder.resolve("other.key"));
        String text = key.seal("codes", "7", SECRET);

        assertArrayEquals(SECRET, key.open("codes", "7", text).orElseThrow());
        assertTrue(key.open("codes", "8", text).isEmpty());
        assertTrue(key.open("else", "7", text).isEmpty());
        assertTrue(other.open("codes", "7", text).isEmpty());
        assertTrue(key.open("codes", "7", text.substring(0, text.length() - 2) + "AA")
                .isEmpty());
        assertTrue(key.open("codes", "7", "not sealed").isEmpty());
        assertTrue(key.open("codes", "7", "").isEmpty());
        assertNotEquals(text, key.seal("codes", "7", SECRET), "each time another nonce");
    }

    @Test
    void fileThatIsNoKeyIsNamedAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.key"), "hello");

        var fault = assertThrows(SettingsFault.class, () -> SiteKey.in(file));

        assertTrue(String.valueOf(fault.getMessage()).contains(file.toString()), fault.toString());
        assertEquals("hello", Files.readString(file));
    }
}
