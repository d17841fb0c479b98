package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.herald.config.KindFiles;
import org.herald.config.MapFiles;
import org.herald.config.Settings;
import org.herald.search.IndexFolders;
import org.herald.store.ChangeQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald reindex}: the search index is made anew, by the running server when there is one. */
@Command(
        name = "reindex",
        description =
                "Make the search index anew. A server that runs does it beside the old index, which goes on answering"
                        + " until the new one is whole; the command may be stopped then, and the server goes on.")
final class ReindexCommand implements Callable<Integer> {

    private static final Duration LOOKS = Duration.ofMillis(200);

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() throws InterruptedException {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        var folders = new IndexFolders(SearchWiring.folder(settings));
        PrintWriter out = spec.commandLine().getOut();
        want(folders);
        if (SiteLock.isTaken(SiteLock.Role.SERVER, site.folder())) {
            out.println("The server that runs makes the search index anew; the old one answers meanwhile.");
            await(folders, out);
            return 0;
        }
        try (var _ = SiteLock.take(SiteLock.Role.SERVER, site.folder(), "herald reindex");
                var database = Databases.open(settings);
                var search = SearchWiring.search(
                        database,
                        new ChangeQueries(database),
                        KindFiles.read(site.folder()).kinds(),
                        MapFiles.read(site.folder()),
                        settings,
                        Wiring.clock())) {
            search.start();
            await(folders, out);
        }
        return 0;
    }

    private void want(IndexFolders folders) {
        try {
            folders.want();
        } catch (IOException fault) {
            throw new UncheckedIOException("The folder of the search index cannot be written", fault);
        }
    }

    private static void await(IndexFolders folders, PrintWriter out) throws InterruptedException {
        String told = null;
        while (folders.isWanted()) {
            told = tell(folders.progress(), told, out);
            Thread.sleep(LOOKS);
        }
        out.println("The search index is new.");
    }

    private static @Nullable String tell(Optional<String> progress, @Nullable String told, PrintWriter out) {
        if (progress.isPresent() && !progress.get().equals(told)) {
            out.println("  " + progress.get() + " items");
            out.flush();
            return progress.get();
        }
        return told;
    }
}
