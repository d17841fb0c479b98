package org.herald.cli;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A portal made of WordPress exports by the command itself: of the tests' own, or of those that the system property
 * {@code herald.exports} names, parted by commas.
 */
public final class ImportedSite implements QuarkusTestResourceLifecycleManager {

    private Path folder = Path.of(""); // made by start

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("herald-imported");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        for (String export : exports()) {
            int code = Main.line().execute("import", "wxr", export, "--site", folder.toString());
            if (code != 0) {
                throw new IllegalStateException(export + " could not be imported: " + code);
            }
        }
        return Map.of("herald.site", folder.toString());
    }

    private static List<String> exports() {
        return List.of(System.getProperty("herald.exports", "src/test/resources/wxr/town.xml")
                        .splitWithDelimiters(",", 0))
                .stream()
                .filter(name -> !name.equals(","))
                .toList();
    }

    @Override
    public void stop() {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
