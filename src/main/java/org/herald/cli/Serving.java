package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.herald.Settings;

/** The running server: says where it is, and stays until it is told to stop. */
public final class Serving implements QuarkusApplication {

    private final Settings settings;
    private final int port;

    public Serving(Settings settings, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(settings.nameIn(settings.defaultLanguage()) + " is served from " + settings.folder());
        out.println("Open http://localhost:" + port + "/ - stop with Ctrl+C.");
        Quarkus.waitForExit();
        return 0;
    }
}
