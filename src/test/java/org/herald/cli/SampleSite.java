package org.herald.cli;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** The sample portal in a temporary site folder, under the server that a test starts. */
public final class SampleSite implements QuarkusTestResourceLifecycleManager {

    private Path folder = Path.of(""); // made by start

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("herald-test");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        SamplePortal.make(folder);
        return Map.of("herald.site", folder.toString());
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
