package org.herald.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.config.MapFiles;
import org.herald.config.SettingsFile;
import org.herald.search.PortalSearch;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.store.ItemQueries;

/** The search of the portal in a folder, without a server. */
public record SampleSearch(Database database, PortalSearch search) implements AutoCloseable {

    public static SampleSearch open(Path site) {
        var settings = SettingsFile.read(site, Map.of());
        var database = Databases.open(settings);
        return new SampleSearch(
                database,
                SearchWiring.search(
                        database,
                        new ChangeQueries(database),
                        KindFiles.read(site).kinds(),
                        MapFiles.read(site),
                        settings,
                        Clock.systemUTC()));
    }

    public ItemQueries items() {
        return new ItemQueries(database);
    }

    @Override
    public void close() {
        search.close();
        database.close();
    }
}
