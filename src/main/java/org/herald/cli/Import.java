package org.herald.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code herald import}: what another product exported becomes items. */
@Command(
        name = "import",
        description = "Import what another product exported; each format is a command of its own.",
        subcommands = {ImportWxr.class},
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
