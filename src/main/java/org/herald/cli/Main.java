package org.herald.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.herald.config.SettingsFault;
import org.herald.exchange.csv.CsvFault;
import org.herald.exchange.wxr.WxrFault;
import org.herald.store.StoreFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code herald}: what it can do is the list of its subcommands. */
@QuarkusMain
@Command(
        name = "herald",
        description = "A publishing server for official portals.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "Herald 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

    /** Exit code for what the operator can mend: settings, folders, files, ports. */
    static final int OPERATOR = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs the command and answers its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return line(arguments.length == 0 ? "" : arguments[0])
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
    }

    /** The line with all its commands. */
    public static CommandLine line() {
        return line("");
    }

    /** The line with this command alone when there is such a one, because reading what each command takes costs time. */
    private static CommandLine line(String command) {
        var line = new CommandLine(new Main());
        var commands = List.of(
                Serve.class,
                Import.class,
                Export.class,
                User.class,
                SettingsCommand.class,
                Copy.class,
                Generate.class,
                ArchiveDaysCommand.class,
                ReindexCommand.class,
                KindsCommand.class,
                EventsCommand.class,
                Train.class);
        var named = commands.stream()
                .filter(each -> each.getAnnotation(Command.class).name().equals(command))
                .toList();
        (named.isEmpty() ? commands : named).forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Faults that the operator can mend are told in words; others are ours and come with all we know. */
    private static int explain(Exception fault, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (isForOperator(fault)) {
            tell(line.getErr(), fault);
            return OPERATOR;
        }
        throw fault;
    }

    /** Each line of a fault begins with who speaks. */
    static void tell(PrintWriter err, Throwable fault) {
        String.valueOf(fault.getMessage()).lines().forEach(line -> err.println("herald: " + line));
    }

    private static boolean isForOperator(Exception fault) {
        return fault instanceof SettingsFault
                || fault instanceof StoreFault
                || fault instanceof OperatorFault
                || fault instanceof CsvFault
                || fault instanceof WxrFault;
    }
}
