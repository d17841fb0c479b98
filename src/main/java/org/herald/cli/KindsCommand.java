package org.herald.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.herald.config.KindFiles;
import org.herald.config.Settings;
import org.herald.model.Language;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.store.KindQueries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald kinds}: which kinds there are, with their fields and the number of items in each state. */
@Command(
        name = "kinds",
        description = "List the kinds of the portal, their fields, and how many items there are of each by state.",
        subcommands = {KindsCheckCommand.class, KindsBackCommand.class})
final class KindsCommand implements Callable<Integer> {

    private static final Language ENGLISH = new Language("en");

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
        var declarations = KindFiles.read(settings.folder());
        declarations.notes().forEach(site::note);
        PrintWriter out = spec.commandLine().getOut();
        try (var database = Databases.open(settings)) {
            var queries = new KindQueries(database);
            var counts = queries.counts();
            for (Kind kind : declarations.kinds().all()) {
                String items = counts.stream()
                        .filter(count -> count.kind().equals(kind.name()))
                        .map(count -> count.items() + " " + count.state().word())
                        .collect(Collectors.joining(", "));
                out.println(kind.name() + " ("
                        + kind.many().in(ENGLISH).orElse(kind.name().word()) + ", "
                        + kind.stands().word() + "): " + (items.isEmpty() ? "no items" : items));
                kind.fields().forEach(field -> out.println("  " + line(field)));
            }
            if (!new DeclaredKinds(settings, queries).areApplied()) {
                out.println("The files were changed since the last start. To see what that does: ./herald kinds check");
            }
        }
        return 0;
    }

    private static String line(Field field) {
        var line =
                new StringBuilder(field.name()).append(": ").append(field.type().word());
        switch (field.required()) {
            case NO -> {}
            case TO_PUBLISH -> line.append(", required to publish");
            case TO_SAVE -> line.append(", required to save");
        }
        line.append(field.isShared() ? ", shared" : "");
        line.append(field.filter() == Field.Filter.NONE ? "" : ", filter");
        return line.append(field.isSort() ? ", sort" : "")
                .append(field.isCard() ? ", card" : "")
                .toString();
    }
}
