package org.herald.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.herald.config.Settings;
import org.herald.model.Principal;
import org.herald.publish.ArchiveDays;
import org.herald.publish.CommandBus;
import org.herald.store.DayQueries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald archive-days}: what a changed time zone makes of the archive is told, and done. */
@Command(
        name = "archive-days",
        description =
                "List the articles that stand on another day of the archive than the portal's time zone gives them, as"
                        + " after a change of \"time-zone\"; with --move bring them there.")
final class ArchiveDaysCommand implements Callable<Integer> {

    private static final int MOST_LISTED = 20;

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Option(
            names = "--move",
            description = "Move them. They get the addresses of their days; the present addresses lead there.")
    private boolean isMoving; // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        if (site.isEmpty()) {
            throw new OperatorFault("There is no portal in " + site.folder() + ": name its folder with --site.");
        }
        Settings settings = site.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), "herald archive-days");
                var database = Databases.open(settings)) {
            var bus = new CommandBus(
                    database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
            var days = new ArchiveDays(bus, new DayQueries(database), settings.zone());
            var misplaced = days.misplaced();
            if (misplaced.isEmpty()) {
                out.println("Every article stands on its day in " + settings.zone() + ".");
                return 0;
            }
            out.println(articles(misplaced.size()) + " on another day than in " + settings.zone() + ":");
            misplaced.stream()
                    .limit(MOST_LISTED)
                    .forEach(each -> out.println("  " + each.path() + " belongs to " + each.belongs()));
            if (misplaced.size() > MOST_LISTED) {
                out.println("  and " + (misplaced.size() - MOST_LISTED) + " more");
            }
            out.println(
                    isMoving
                            ? "Moved: " + days.move(Principal.OPERATOR, () -> false)
                                    + ". Their earlier addresses lead to the new ones."
                            : "Run the same command with --move to move them; their present addresses will lead to the"
                                    + " new ones.");
            return 0;
        }
    }

    static String articles(int count) {
        return count == 1 ? "1 article stands" : count + " articles stand";
    }
}
