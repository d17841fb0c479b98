package org.herald.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.herald.config.Settings;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.publish.KindCheck;
import org.herald.store.KindQueries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald kinds back}: takes back what changed declarations wrote when they were applied last. */
@Command(
        name = "back",
        description =
                "Take back what the last change of declarations wrote: the values are as they were before it, in new"
                        + " revisions. The server must be stopped.")
final class KindsBackCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), "herald kinds back");
                var database = Databases.open(settings)) {
            var queries = new KindQueries(database);
            if (queries.declaredBefore().isEmpty()) {
                out.println("No declarations were applied before those that hold: there is nothing to take back.");
                return REFUSED;
            }
            var edited = KindCheck.editedSince(queries);
            if (!edited.isEmpty()) {
                out.println("Refused: these items were edited since, and would lose that: "
                        + edited.stream()
                                .limit(KindCheck.MOST_TOLD)
                                .map(ItemId::toString)
                                .collect(Collectors.joining(", "))
                        + (edited.size() > KindCheck.MOST_TOLD ? " ..." : "") + ". Nothing was changed.");
                return REFUSED;
            }
            var bus = new CommandBus(
                    database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
            out.println("Taken back. Items with a new revision: " + KindCheck.back(bus, queries) + ".");
            out.println("The files in kinds must be the earlier ones, too: ./herald kinds check says what differs.");
            return 0;
        }
    }
}
