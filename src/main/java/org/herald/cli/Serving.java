package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.herald.Settings;
import org.herald.people.Links;
import org.herald.people.SiteKey;
import org.herald.site.FirstPages;
import org.herald.store.Database;
import org.herald.web.Premaking;

/** The running server: says where it is, has the pages made that are asked for first, and stays until it is told to stop. */
public final class Serving implements QuarkusApplication {

    private final Settings settings;
    private final Database database;
    private final Links links;
    private final FirstPages firstPages;
    private final Premaking premaking;
    private final Listening.Address address;

    /** @param key without which nobody could sign in; so one that cannot be read stops the start */
    public Serving(
            Settings settings,
            SiteKey key,
            Database database,
            Links links,
            FirstPages firstPages,
            Premaking premaking,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.database = database;
        this.links = links;
        this.firstPages = firstPages;
        this.premaking = premaking;
        this.address = new Listening.Address(host, port);
    }

    @Override
    public int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(settings.nameIn(settings.defaultLanguage()) + " is served from " + settings.folder() + ", on "
                + address.said() + ".");
        links.forFirstAdministrator().ifPresent(token -> {
            out.println("There is no administrator yet. To become one, open this once, within "
                    + Links.Purpose.FIRST.good().toHours() + " hours:");
            out.println("  " + address.url() + "/newsroom/welcome/" + token);
        });
        out.println("Open " + address.url() + "/ - stop with Ctrl+C.");
        Thread.ofPlatform().name("herald-look").daemon().start(database::lookThrough);
        premaking.makeSoon(firstPages::addresses);
        Quarkus.waitForExit();
        return 0;
    }
}
