package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.herald.config.Settings;
import org.herald.people.OneTimeTokens;
import org.herald.people.SiteKey;
import org.herald.publish.ArchiveDays;
import org.herald.search.PortalSearch;
import org.herald.site.FirstPages;
import org.herald.store.Database;
import org.herald.web.CacheWarmer;
import org.jboss.logging.Logger;

/** The running server: says where it is, has the pages made that are asked for first, and stays until it is told to stop. */
public final class Serving implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Serving.class);

    private final Settings settings;
    private final Database database;
    private final OneTimeTokens tokens;
    private final FirstPages firstPages;
    private final CacheWarmer warmer;
    private final Listening.Address address;
    private final ArchiveDays archiveDays;
    private final PortalSearch search;

    /**
     * @param key without which nobody could sign in; so one that cannot be read stops the start
     * @param kinds changed declarations that touch values stop it, too
     */
    Serving(
            Settings settings,
            SiteKey key,
            DeclaredKinds kinds,
            Database database,
            OneTimeTokens tokens,
            FirstPages firstPages,
            CacheWarmer warmer,
            ArchiveDays archiveDays,
            PortalSearch search,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.database = database;
        this.tokens = tokens;
        this.firstPages = firstPages;
        this.warmer = warmer;
        this.archiveDays = archiveDays;
        this.search = search;
        this.address = new Listening.Address(host, port);
    }

    @Override
    public int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(settings.nameIn(settings.defaultLanguage()) + " is served from " + settings.folder() + ", on "
                + address.said() + ".");
        tokens.forFirstAdministrator().ifPresent(token -> {
            out.println("There is no administrator yet. To become one, open this once, within "
                    + OneTimeTokens.Purpose.FIRST.good().toHours() + " hours:");
            out.println("  " + address.url() + "/newsroom/welcome/" + token);
        });
        out.println("Open " + address.url() + "/ - stop with Ctrl+C.");
        Thread.ofPlatform().name("herald-look").daemon().start(database::lookThrough);
        search.start();
        warmer.makeSoon(firstPages::addresses);
        var looking = Thread.ofPlatform().daemon().name("herald-archive-days").start(() -> tellArchiveDays(out));
        LOG.tracef("Looking at the days of the archive: %s", looking);
        Quarkus.waitForExit();
        return 0;
    }

    /** After a change of the time zone, articles stay on the days of the earlier one until they are moved. */
    private void tellArchiveDays(PrintWriter out) {
        try {
            int count = archiveDays.misplaced().size();
            if (count > 0) {
                out.println(ArchiveDaysCommand.articles(count) + " on another day of the archive than in the time zone "
                        + settings.zone() + ". To move: ./herald archive-days --move --site " + settings.folder());
            }
        } catch (RuntimeException failure) {
            LOG.error("The days of the archive could not be looked at", failure);
        }
    }
}
