package org.herald.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFile;
import org.herald.model.kind.KindName;
import org.herald.site.events.EventFilter;
import org.herald.site.events.EventIndex;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.store.EventQueries;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;

/** The calendar of a portal as its readers get it, without a server. */
public final class WrittenCalendar {

    private static final KindName EVENT = new KindName("event");

    private WrittenCalendar() {}

    /** All events in a language. */
    public static String of(Database database, Path portal, String language, InstantSource clock) {
        var settings = SettingsFile.read(portal, Map.of());
        var kinds = KindFiles.read(portal).kinds();
        var index = new EventIndex(new EventQueries(database), new ChangeQueries(database), kinds, settings.zone());
        var files = new CalendarFiles(settings, kinds, index, new ItemQueries(database), clock);
        var section = new OutlineQueries(database)
                .sections().stream()
                        .filter(each -> each.path().equals("events"))
                        .findFirst()
                        .orElseThrow();
        var page = files.calendar(new Editions(settings).require(language), section, kinds.of(EVENT), EventFilter.ALL);
        return page.representation().bytes().toString(StandardCharsets.UTF_8);
    }
}
