package org.herald.cli;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.herald.testing.OldTown;
import org.herald.testing.OldTownTexts;

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
        exports().forEach(export -> take("import", "wxr", export, "--site", folder.toString()));
        try {
            takeOldTown();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Map.of("herald.site", folder.toString());
    }

    /** A second site, of two languages, with its uploads. */
    private void takeOldTown() throws IOException {
        Path settings = folder.resolve("portal.yaml");
        Files.writeString(
                settings, Files.readString(settings).replaceFirst("(?m)^languages: .*$", "languages: [en, be]"));
        Path old = Files.createDirectories(folder.resolve("old"));
        Path export = OldTown.write(old, OldTownTexts.all());
        take(
                "import",
                "wxr",
                export.toString(),
                "--uploads",
                old.resolve("uploads").toString(),
                "--site",
                folder.toString());
    }

    private static void take(String... command) {
        int code = Main.line().execute(command);
        if (code != 0) {
            throw new IllegalStateException(List.of(command) + " failed: " + code);
        }
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
