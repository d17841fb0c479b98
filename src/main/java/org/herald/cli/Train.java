package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.herald.store.SqliteLibrary;
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

    /** What is done most, each with an archive of its own: a server need not hold in memory what an import needs. */
    enum Part {
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

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("herald-train");
        try {
            return switch (part) {
                case SERVE -> {
                    if (!libraries.toString().isEmpty()) {
                        SqliteLibrary.unpackInto(libraries);
                    }
                    yield serve(folder);
                }
                case IMPORT -> importInto(folder);
            };
        } finally {
            Folders.delete(folder);
        }
    }

    private static int serve(Path folder) throws IOException {
        var ended = new int[1];
        SamplePortal.make(folder);
        System.setProperty("herald.site", folder.toString());
        System.setProperty("quarkus.http.port", Integer.toString(freePort()));
        System.setProperty("quarkus.log.level", "WARN");
        Quarkus.run(Training.class, (code, failure) -> ended[0] = failure == null ? code : 1);
        return ended[0];
    }

    private static int importInto(Path folder) throws IOException {
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
