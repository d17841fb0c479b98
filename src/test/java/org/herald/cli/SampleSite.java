package org.herald.cli;

import java.nio.file.Path;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFile;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.DirectorySections;
import org.herald.testing.Cast;
import org.herald.testing.SiteFolder;

/** The sample portal in a temporary site folder, under the server that a test starts. */
public final class SampleSite extends SiteFolder {

    /** Makes the sample portal in this folder, for sites that differ from it a little. */
    public static void make(Path empty) {
        SamplePortal.make(empty);
        Cast.join(empty);
    }

    /** Adds the sections of directories that were declared since, as a start does. */
    public static void addDirectories(Path folder) {
        var settings = SettingsFile.read(folder, Map.of());
        var kinds = KindFiles.read(folder).kinds();
        try (var database = Databases.open(settings)) {
            var bus = new CommandBus(
                    database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
            bus.together(Principal.OPERATOR, new DirectorySections(kinds, settings.languages())::add);
        }
    }

    @Override
    protected void fill(Path empty) {
        make(empty);
    }
}
