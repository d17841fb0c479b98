package org.herald.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.herald.config.Settings;
import org.herald.model.kind.KindChange;
import org.herald.publish.CommandBus;
import org.herald.publish.KindCheck;
import org.herald.publish.KindCheck.Effect;
import org.herald.publish.KindCheck.Report;
import org.herald.publish.KindCheck.Weight;
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

    private static final int REFUSED = 1;

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
        try (var _ = SiteLock.take(SiteLock.Role.IMPORT, site.folder(), "herald kinds check --apply");
                var database = Databases.open(settings)) {
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
        var check = declared.check();
        var report = check.report();
        report.effects().forEach(effect -> tell(out, effect));
        report.blockers().forEach(blocker -> tell(out, blocker));
        if (report.effects().isEmpty()) {
            out.println("The changes touch no value of any item.");
        }
        boolean isRefused =
                report.has(Weight.LOSE) || !report.blockers().isEmpty() || (report.has(Weight.HIDE) && !isHiding);
        if (isRefused) {
            out.println(refusal(report));
            return REFUSED;
        }
        if (!isApplying) {
            out.println("Nothing was changed. To do it, stop the server and run the same command with --apply.");
            return 0;
        }
        var bus = new CommandBus(database, Wiring.clock(), settings.zone(), settings.portal(), Wiring.rules(settings));
        out.println("Applied. Items with a new revision: " + check.apply(bus, report) + ".");
        out.println("To go back, stop the server, put the earlier files back into kinds, and run ./herald kinds back.");
        return 0;
    }

    private static String refusal(Report report) {
        if (!report.blockers().isEmpty()) {
            return "Refused: finish in the newsroom what is open first; nothing was changed.";
        }
        return report.has(Weight.LOSE)
                ? "Refused: values would be lost. Change them in the newsroom first, or the declaration; nothing was changed."
                : "Refused: values would no longer be shown. With --hide as well they stay in the revisions and come back"
                        + " when the field is declared again; nothing was changed.";
    }

    private static void tell(PrintWriter out, Effect effect) {
        out.println(effect.change().kind() + ": " + sentence(effect));
        if (effect.weight() == Weight.LOSE || effect.weight() == Weight.HIDE) {
            effect.examples()
                    .forEach(example -> out.println("  item " + example.item() + " (" + example.language() + ")"
                            + (example.text().isEmpty()
                                    ? ""
                                    : ": " + example.text().replaceAll("\\s+", " "))));
            if (effect.items() > effect.examples().size()) {
                out.println("  and " + (effect.items() - effect.examples().size()) + " more");
            }
        }
    }

    private static void tell(PrintWriter out, KindCheck.Blocker blocker) {
        if (!blocker.waiting().isEmpty()) {
            out.println(blocker.kind() + ": a change waits behind what readers see of "
                    + blocker.waiting().stream()
                            .limit(KindCheck.MOST_TOLD)
                            .map(item -> "item " + item)
                            .collect(Collectors.joining(", "))
                    + (blocker.waiting().size() > KindCheck.MOST_TOLD ? " ..." : "") + ".");
        }
        if (blocker.drafts() > 0) {
            out.println(blocker.kind() + ": drafts with values of these fields: " + blocker.drafts() + ".");
        }
    }

    private static String sentence(Effect effect) {
        long items = effect.items();
        return switch (effect.change()) {
            case KindChange.KindRemoved _ -> "is not declared any more; " + items(items) + " of it.";
            case KindChange.StandsElsewhere(var _, var before, var now) ->
                "stands " + now.word() + " instead of " + before.word() + "; " + items(items)
                        + " of it, whose addresses" + " would change.";
            case KindChange.FieldRemoved(var _, var field) ->
                "the field " + field.name() + " is removed; " + items(items)
                        + " with a value that would no longer be shown.";
            case KindChange.FieldRenamed(var _, var before, var now) ->
                "the field " + before.name() + " is renamed " + now.name() + "; " + values(effect);
            case KindChange.TypeChanged(var _, var before, var now) ->
                "the field " + now.name() + " is " + now.type().word() + ", before "
                        + before.type().word() + "; " + values(effect);
            case KindChange.NowRequired(var _, var field) ->
                "the field " + field.name() + " is required; " + items(items)
                        + " that readers see and that lacks it. Nothing happens to them before they are published again.";
            case KindChange.SharedChanged(var _, var field) ->
                "the field " + field.name() + (field.isShared() ? " is shared" : " is no longer shared") + "; "
                        + items(items) + " with a value that would no longer be shown in a translation.";
        };
    }

    private static String values(Effect effect) {
        return effect.weight() == Weight.LOSE
                ? items(effect.items()) + " with a value that cannot be brought over:"
                : items(effect.items()) + " with a value that is written anew.";
    }

    private static String items(long count) {
        return count == 1 ? "1 item" : count + " items";
    }
}
