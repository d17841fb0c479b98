package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.herald.Settings;
import org.herald.people.Links;
import org.herald.site.FirstPages;
import org.herald.web.Premaking;

/** The running server: says where it is, has the pages made that are asked for first, and stays until it is told to stop. */
public final class Serving implements QuarkusApplication {

    private final Settings settings;
    private final Links links;
    private final FirstPages firstPages;
    private final Premaking premaking;
    private final int port;

    public Serving(
            Settings settings,
            Links links,
            FirstPages firstPages,
            Premaking premaking,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.links = links;
        this.firstPages = firstPages;
        this.premaking = premaking;
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
        premaking.makeSoon(firstPages::addresses);
        Quarkus.waitForExit();
        return 0;
    }
}
