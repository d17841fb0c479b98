package org.herald.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** A temporary site folder under the server that a test starts. */
public abstract class SiteFolder implements QuarkusTestResourceLifecycleManager {

    private Path folder = Path.of(""); // made by start

    /** Puts into the new, empty folder what the server finds there. */
    protected abstract void fill(Path empty) throws IOException;

    @Override
    public final Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("herald-test");
            fill(folder);
            Databases.moveOntoServer(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Map.of("herald.site", folder.toString());
    }

    @Override
    public final void stop() {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
