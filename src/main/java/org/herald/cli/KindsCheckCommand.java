package org.herald.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.herald.config.Settings;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.store.KindQueries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald kinds check}: what changed declarations would do to the items there are; with {@code --apply} it is done. */
@Command(
        name = "check",
        description = "Say what the changed declarations of kinds would do to the items there are; with --apply do it.")
final class KindsCheckCommand implements Callable<Integer> {

    private static final String COMMAND = "herald kinds check --apply";

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Option(names = "--apply", description = "Do it in one transaction. The server must be stopped.")
    private boolean isApplying; // set by picocli

    @Option(
            names = "--hide",
            description = "With --apply: values of removed fields are no longer shown. They stay in the revisions.")
    private boolean isHiding; // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        if (!isApplying) {
            try (var database = Databases.open(settings)) {
                return check(settings, database);
            }
        }
        try (var _ = SiteLock.take(SiteLock.Role.SERVER, site.folder(), COMMAND);
                var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), COMMAND);
                var database = Databases.openAlone(settings)) {
            return check(settings, database);
        }
    }

    private int check(Settings settings, Database database) {
        PrintWriter out = spec.commandLine().getOut();
        var declared = new DeclaredKinds(settings, new KindQueries(database));
        if (declared.areApplied()) {
            out.println("The declarations of kinds are those that were applied last: there is nothing to do.");
            return 0;
        }
        var report = new KindsReport(out, declared.check());
        if (!report.tell(isHiding)) {
            return KindsReport.REFUSED;
        }
        if (!isApplying) {
            out.println("Nothing was changed. To do it, stop the server and run the same command with --apply.");
            return 0;
        }
        var bus = new CommandBus(database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
        int code = report.apply(bus, "Applied.");
        if (code == 0) {
            out.println(
                    "To go back, stop the server, put the earlier files back into kinds, and run ./herald kinds back.");
        }
        return code;
    }
}
