package org.herald.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.herald.config.SettingsFault;
import org.herald.model.Role;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
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
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--")); // as a copy may have it
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
    void keyByWhichCodesAreSealedIsNotMadeAnewNorExchanged() throws IOException {
        Path file = folder.resolve("secret.key");
        try (var portal = TestPortal.withoutPeople(folder.resolve("portal"))) {
            SiteKey key = SiteKey.of(file, portal.database());
            var account = portal.database().write(transaction -> {
                var id = transaction
                        .accounts()
                        .add("vera@example.org", "Vera", Role.EDITOR, Cast.ENGLISH, TestPortal.NOON);
                transaction.signIns().setCodeSecret(id, new Codes(key).fresh(id));
                return id;
            });
            assertEquals(key.sign("a", "b"), SiteKey.of(file, portal.database()).sign("a", "b"), account.toString());

            Path away = Files.move(file, folder.resolve("away.key"));
            assertRefused(file, portal.database(), "is missing");
            assertFalse(Files.exists(file));

            SiteKey.in(file);
            assertRefused(file, portal.database(), "another site");

            Files.move(away, file, StandardCopyOption.REPLACE_EXISTING);
            SiteKey.of(file, portal.database());
        }
    }

    private static void assertRefused(Path file, Database database, String why) {
        var fault = assertThrows(SettingsFault.class, () -> SiteKey.of(file, database));
        assertTrue(String.valueOf(fault.getMessage()).contains(why), fault.toString());
        assertTrue(String.valueOf(fault.getMessage()).contains("backup"), fault.toString());
    }

    @Test
    void fileThatIsNoKeyIsNamedAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.key"), "hello");

        var fault = assertThrows(SettingsFault.class, () -> SiteKey.in(file));

        assertTrue(String.valueOf(fault.getMessage()).contains(file.toString()), fault.toString());
        assertEquals("hello", Files.readString(file));
    }
}
