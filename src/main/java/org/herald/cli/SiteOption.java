package org.herald.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.herald.config.Settings;
import org.herald.config.SettingsFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --site}, shared by all commands. */
final class SiteOption {

    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = "${env:HERALD_SITE:-portal}",
            description = "The site folder (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("portal"); // set by picocli

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command; // set by picocli

    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    boolean isEmpty() {
        return !Files.exists(folder().resolve(SettingsFile.NAME));
    }

    /** The settings; what stops nothing but may be a slip is told to the operator. */
    Settings settings() {
        return SettingsFile.read(folder(), System.getenv(), this::note);
    }

    /** Tells the operator something that stops nothing. */
    void note(String note) {
        command.commandLine().getErr().println("herald: " + note);
    }
}
