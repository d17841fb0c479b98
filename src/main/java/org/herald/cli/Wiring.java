package org.herald.cli;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.config.SettingsFile;
import org.herald.media.FolderFiles;
import org.herald.media.LeftOver;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.OpeningClock;
import org.herald.publish.ArchiveDays;
import org.herald.publish.CommandBus;
import org.herald.publish.Following;
import org.herald.publish.PublishingRules;
import org.herald.publish.Timetable;
import org.herald.search.PortalSearch;
import org.herald.site.CacheInvalidation;
import org.herald.site.CurrentNavigation;
import org.herald.site.FeedAddresses;
import org.herald.site.KnownPaths;
import org.herald.site.Layouts;
import org.herald.site.MissingPages;
import org.herald.site.Purging;
import org.herald.site.directory.DirectoryIndex;
import org.herald.site.events.EventIndex;
import org.herald.site.feeds.FeedIdentity;
import org.herald.site.feeds.HubNews;
import org.herald.store.AddressQueries;
import org.herald.store.ArchiveQueries;
import org.herald.store.ChangeQueries;
import org.herald.store.Database;
import org.herald.store.DayQueries;
import org.herald.store.DirectoryQueries;
import org.herald.store.EventQueries;
import org.herald.store.FeedQueries;
import org.herald.store.ItemQueries;
import org.herald.store.KindQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PlanQueries;
import org.herald.store.PreviewQueries;
import org.herald.store.RedirectQueries;
import org.herald.store.ReferenceQueries;
import org.herald.web.CacheKeys;
import org.herald.web.CacheWarmer;
import org.herald.web.Cdn;
import org.herald.web.CurrentRequest;
import org.herald.web.FileHeaders;
import org.herald.web.PageCache;
import org.herald.web.PageHeaders;
import org.herald.web.RouteParameters;
import org.herald.web.Style;

/** What the server is made of, in the order in which one part needs the other. */
@Singleton
final class Wiring {

    /** The only clock of the product: the server is given it, and commands that run without the server ask for it here. */
    @Produces
    @Singleton
    static InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Settings settings(@ConfigProperty(name = "herald.site") String folder) {
        return SettingsFile.read(Path.of(folder), System.getenv());
    }

    @Produces
    @Singleton
    Database database(Settings settings) {
        return Databases.open(settings, new CurrentRequest());
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    FolderFiles files(Settings settings) {
        LeftOver.remove(settings.files());
        return new FolderFiles(settings.files());
    }

    @Produces
    @Singleton
    ArchiveQueries archiveQueries(Database database) {
        return new ArchiveQueries(database);
    }

    @Produces
    @Singleton
    ItemQueries itemQueries(Database database) {
        return new ItemQueries(database);
    }

    @Produces
    @Singleton
    OutlineQueries outlineQueries(Database database) {
        return new OutlineQueries(database);
    }

    @Produces
    @Singleton
    PlanQueries planQueries(Database database) {
        return new PlanQueries(database);
    }

    @Produces
    @Singleton
    AddressQueries addressQueries(Database database) {
        return new AddressQueries(database);
    }

    @Produces
    @Singleton
    RedirectQueries redirectQueries(Database database) {
        return new RedirectQueries(database);
    }

    @Produces
    @Singleton
    PreviewQueries previewQueries(Database database) {
        return new PreviewQueries(database);
    }

    @Produces
    @Singleton
    ReferenceQueries referenceQueries(Database database) {
        return new ReferenceQueries(database);
    }

    /** What maps show below the entries; a file that is none stops the start. */
    @Produces
    @Singleton
    Outlines outlines(Settings settings) {
        return FilesAtStart.outlines(settings.folder());
    }

    /** The tile server below maps; there is usually none. */
    @Produces
    @Singleton
    MapTiles tiles(Settings settings) {
        return settings.theme().tiles();
    }

    @Produces
    @Singleton
    OpeningClock openingClock(Settings settings, InstantSource clock) {
        return new OpeningClock(clock, settings.zone(), settings.editions().holidays());
    }

    @Produces
    @Singleton
    DirectoryIndex directoryIndex(Database database, ChangeQueries changes, Kinds kinds, OpeningClock clock) {
        return new DirectoryIndex(new DirectoryQueries(database), changes, kinds, clock);
    }

    @Produces
    @Singleton
    EventIndex eventIndex(Database database, ChangeQueries changes, Kinds kinds, Settings settings) {
        return new EventIndex(new EventQueries(database), changes, kinds, settings.zone());
    }

    @Produces
    @Singleton
    PortalSearch search(
            Database database,
            ChangeQueries changes,
            Kinds kinds,
            Outlines outlines,
            Settings settings,
            InstantSource clock,
            CommandBus bus) {
        var search = SearchWiring.search(database, changes, kinds, outlines, settings, clock);
        bus.onCommit(search::ring);
        return search;
    }

    void close(@Disposes PortalSearch search) {
        search.close();
    }

    @Produces
    @Singleton
    ChangeQueries changeQueries(Database database) {
        return new ChangeQueries(database);
    }

    @Produces
    @Singleton
    Kinds kinds(Settings settings) {
        return FilesAtStart.kinds(settings.folder()).kinds();
    }

    /** Those that hold from this start on. */
    @Produces
    @Singleton
    DeclaredKinds declaredKinds(Settings settings, Database database, CommandBus bus) {
        return new DeclaredKinds(settings, new KindQueries(database), FilesAtStart.kinds(settings.folder())).taken(bus);
    }

    @Produces
    @Singleton
    PublishingRules publishingRules(Settings settings, Kinds kinds) {
        return rules(settings, kinds);
    }

    /** What the settings say of review and checks. */
    static PublishingRules rules(Settings settings) {
        return rules(settings, KindFiles.read(settings.folder()).kinds());
    }

    private static PublishingRules rules(Settings settings, Kinds kinds) {
        return new PublishingRules(kinds, settings.isReviewRequired(), settings.checks());
    }

    @Produces
    @Singleton
    CommandBus bus(Database database, InstantSource clock, Settings settings, PublishingRules rules) {
        return new CommandBus(database, clock, settings.zone(), settings.portal(), rules);
    }

    @Produces
    @Singleton
    Timetable timetable(CommandBus bus) {
        return new Timetable(bus);
    }

    @Produces
    @Singleton
    ArchiveDays archiveDays(CommandBus bus, Database database, Settings settings) {
        return new ArchiveDays(bus, new DayQueries(database), settings.zone());
    }

    @Produces
    @Singleton
    Scheduler.Tasks schedulerTasks(Timetable timetable, CommandBus bus, PlanQueries plan, HubNews hub) {
        return new Scheduler.Tasks(timetable, new Following(bus, plan), hub);
    }

    /** The style of every page: the theme's colours, then the theme's {@code site.css} or ours. */
    @Produces
    @Singleton
    Style style(Settings settings) {
        var theme = settings.theme();
        return new Style(":root{--accent:" + theme.accent() + ";--accent-dark:" + theme.accentDark() + "}\n"
                + themed(settings.themeFolder(), "site.css"));
    }

    @Produces
    @Singleton
    PageCache pageCache(InstantSource clock, Layouts layouts, @All List<RouteParameters> routes) {
        return new PageCache(clock, layouts::nextTurn, routes);
    }

    @Produces
    @Singleton
    KnownPaths knownPaths(AddressQueries queries) {
        return new KnownPaths(queries);
    }

    @Produces
    @Singleton
    CacheKeys cacheKeys(MissingPages missing, @All List<RouteParameters> routes) {
        return new CacheKeys(missing::mayBeNamed, missing::certainly, routes);
    }

    /** After the outlines, so that a page made at once after its removal has the new outline. */
    @Produces
    @Singleton
    CacheInvalidation cacheInvalidation(
            ChangeQueries changes,
            PageCache cache,
            KnownPaths known,
            CommandBus bus,
            CurrentNavigation navigation,
            CacheWarmer warmer) {
        var fresh = new CacheInvalidation(changes, cache, known, navigation::position, warmer::make);
        bus.onCommit(() -> {
            navigation.refresh();
            fresh.refresh();
        });
        return fresh;
    }

    @Produces
    @Singleton
    Cdn cdn(Settings settings) {
        return Cdn.of(settings.inFront().kind()).orElse(Cdn.NONE);
    }

    @Produces
    @Singleton
    PageHeaders pageHeaders(Cdn cdn, InstantSource clock) {
        return new PageHeaders(cdn, clock);
    }

    @Produces
    @Singleton
    FileHeaders fileHeaders(Cdn cdn, InstantSource clock) {
        return new FileHeaders(cdn, clock);
    }

    @Produces
    @Singleton
    Purging purging(Settings settings, Cdn cdn, ChangeQueries changes, CacheInvalidation pages) {
        return new Purging(settings.inFront(), cdn, changes, pages::position);
    }

    @Produces
    @Singleton
    FeedQueries feedQueries(Database database) {
        return new FeedQueries(database);
    }

    @Produces
    @Singleton
    FeedIdentity feedIdentity(FeedQueries queries) {
        return new FeedIdentity(queries.portal());
    }

    @Produces
    @Singleton
    HubNews hubNews(
            Settings settings,
            ChangeQueries changes,
            CacheInvalidation pages,
            FeedAddresses feeds,
            InstantSource clock) {
        return new HubNews(settings.hub(), changes, pages::position, feeds::of, clock);
    }

    private static String themed(Path folder, String name) {
        Path own = folder.resolve(name);
        try (InputStream stream =
                Files.exists(own) ? Files.newInputStream(own) : Wiring.class.getResourceAsStream("/site/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The product has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read " + own, fault);
        }
    }
}
