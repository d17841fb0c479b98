package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald train} works in its own folder alone. */
final class TrainTest {

    private static final String URL = "postgresql://db.example.org/live";

    @TempDir
    private Path folder; // set by JUnit

    @Test
    void databaseServerIsRefusedWhereverItIsNamed() throws IOException {
        assertDoesNotThrow(() -> Train.requireNoServer(folder, Map.of("HERALD_DATABASE_URL", "")));
        assertRefused(Map.of("HERALD_DATABASE_URL", URL));

        Files.writeString(folder.resolve("portal.yaml"), "name: Oasis\nlanguages: [en]\ndatabase:\n  url: " + URL);
        assertRefused(Map.of());
    }

    private void assertRefused(Map<String, String> environment) {
        var refused = assertThrows(OperatorFault.class, () -> Train.requireNoServer(folder, environment));
        assertTrue(String.valueOf(refused.getMessage()).contains("made-up"), refused::toString);
    }
}
