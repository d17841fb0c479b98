package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.herald.Settings;
import org.herald.people.Links;

/** The running server: says where it is, and stays until it is told to stop. */
public final class Serving implements QuarkusApplication {

    private final Settings settings;
    private final Links links;
    private final int port;

    public Serving(Settings settings, Links links, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.links = links;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(settings.nameIn(settings.defaultLanguage()) + " is served from " + settings.folder());
        links.forFirstAdministrator().ifPresent(token -> {
            out.println("There is no administrator yet. To become one, open this once, within "
                    + Links.Purpose.FIRST.good().toHours() + " hours:");
            out.println("  http://localhost:" + port + "/newsroom/welcome/" + token);
        });
        out.println("Open http://localhost:" + port + "/ - stop with Ctrl+C.");
        Quarkus.waitForExit();
        return 0;
    }
}
