package org.herald.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.herald.config.Settings;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.publish.KindCheck;
import org.herald.store.Database;
import org.herald.store.KindQueries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald kinds back}: takes back what changed declarations wrote when they were applied last. */
@Command(
        name = "back",
        description =
                "Take back what the last change of declarations wrote: the values are as they were before it, in new"
                        + " revisions. The earlier files must be in kinds again, and the server must be stopped.")
final class KindsBackCommand implements Callable<Integer> {

    private static final String COMMAND = "herald kinds back";

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Option(
            names = "--hide",
            description = "Values of fields that came with the change are no longer shown. They stay in the revisions.")
    private boolean isHiding; // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        try (var _ = SiteLock.take(SiteLock.Role.SERVER, site.folder(), COMMAND);
                var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), COMMAND);
                var database = Databases.openAlone(settings)) {
            return back(settings, database);
        }
    }

    private int back(Settings settings, Database database) {
        PrintWriter out = spec.commandLine().getOut();
        var queries = new KindQueries(database);
        var declared = new DeclaredKinds(settings, queries);
        if (queries.declaredBefore().isEmpty()) {
            out.println("No declarations were applied before those that hold: there is nothing to take back.");
            return KindsReport.REFUSED;
        }
        var others = declared.otherThanBefore();
        if (!others.isEmpty()) {
            out.println("Refused: the files in kinds are not those that were applied before the last change. Put back"
                    + " the earlier declaration of " + String.join(", ", others) + "; nothing was changed.");
            return KindsReport.REFUSED;
        }
        var edited = KindCheck.editedSince(queries);
        if (!edited.isEmpty()) {
            out.println("Refused: these items were edited since, and would lose that: "
                    + edited.stream()
                            .limit(KindCheck.MOST_TOLD)
                            .map(ItemId::toString)
                            .collect(Collectors.joining(", "))
                    + (edited.size() > KindCheck.MOST_TOLD ? " ..." : "") + ". Nothing was changed.");
            return KindsReport.REFUSED;
        }
        var report = new KindsReport(out, declared.back());
        if (!report.tell(isHiding)) {
            return KindsReport.REFUSED;
        }
        var bus = new CommandBus(database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
        return report.apply(bus, "Taken back.");
    }
}
