package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.herald.config.SettingsFile;
import org.herald.model.Blank;
import org.herald.store.sqlite.SqliteLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code herald train}: serves the sample portal to itself for a moment, or imports a small export, so that the JVM can note
 * which classes that needs, and which methods are hot (JEP 514, JEP 515). The script calls it after a build; without what
 * it makes everything works, only later.
 */
@Command(
        name = "train",
        hidden = true,
        description = "Do something for a moment, to make the start-up archive of it.",
        mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {

    /**
     * What is done most, each with an archive of its own: a server need not hold in memory what an import needs, nor what
     * makes the tables of a new portal.
     */
    enum Part {
        /** Makes the sample portal, for {@link #SERVE}; needs no archive. */
        PREPARE,
        SERVE,
        IMPORT
    }

    @Parameters(paramLabel = "PART", description = "What to do: ${COMPLETION-CANDIDATES}.")
    private Part part = Part.SERVE; // set by picocli

    @Option(
            names = "--libraries",
            paramLabel = "DIR",
            description = "Put the native library of SQLite there, which each start would unpack again.")
    private Path libraries = Path.of(""); // set by picocli

    @Option(names = "--folder", paramLabel = "DIR", required = true, description = "Where it is done.")
    private Path folder = Path.of(""); // set by picocli

    @Override
    public Integer call() throws IOException {
        requireNoServer(folder, System.getenv());
        return switch (part) {
            case PREPARE -> {
                SamplePortal.make(folder);
                yield 0;
            }
            case SERVE -> serve();
            case IMPORT -> importIt();
        };
    }

    /** Refuses to do anything where it would reach a database beyond the folder: what it makes is made up. */
    static void requireNoServer(Path folder, Map<String, String> environment) {
        boolean isNamed = !Blank.is(environment.getOrDefault("HERALD_DATABASE_URL", ""))
                || (Files.exists(folder.resolve(SettingsFile.NAME))
                        && SettingsFile.read(folder, environment)
                                .store()
                                .server()
                                .isPresent());
        if (isNamed) {
            throw new OperatorFault("The training writes made-up articles, never into the database of a server: unset"
                    + " HERALD_DATABASE_URL, or name another folder.");
        }
    }

    private int serve() throws IOException {
        if (!libraries.toString().isEmpty()) {
            SqliteLibrary.unpackInto(libraries);
        }
        try (var _ = SiteLock.take(SiteLock.Role.SERVER, folder, "herald train")) {
            return train();
        }
    }

    private int train() throws IOException {
        var ended = new int[1];
        System.setProperty("quarkus.log.level", "WARN");
        var address = new Listening.Address("127.0.0.1", freePort());
        Server.run(Training.class, folder, address, (code, failure) -> ended[0] = failure == null ? code : 1);
        return ended[0];
    }

    private int importIt() throws IOException {
        Files.createDirectories(folder);
        Path export = folder.resolve("export.xml");
        TrainingExport.write(export);
        var nobody = new PrintWriter(Writer.nullWriter());
        return Main.run(
                nobody,
                nobody,
                "import",
                "wxr",
                export.toString(),
                "--site",
                folder.resolve("imported").toString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
