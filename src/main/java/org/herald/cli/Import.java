package org.herald.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code herald import}: what another product, or a file of entries, holds becomes items. */
@Command(
        name = "import",
        description =
                "Import what another product exported, or entries from a file; each format is a command of its own.",
        subcommands = {
            ImportWxr.class,
            ImportEntries.Csv.class,
            ImportEntries.GeoJson.class,
            ImportEntries.Zip.class,
            ImportIcs.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "FORMAT")
final class Import implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
