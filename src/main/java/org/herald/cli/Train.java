package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code herald train}: imports a small export and serves the sample portal to itself for a moment, so that the JVM can note
 * which classes are needed and which methods are hot (JEP 514, JEP 515). The script calls it after a build; without its archive everything works, only later.
 */
@Command(
        name = "train",
        hidden = true,
        description = "Serve the sample portal for a moment and ask for its pages, to make the start-up archive.",
        mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("herald-train");
        var ended = new int[1];
        try {
            Path export = folder.resolve("export.xml");
            TrainingExport.write(export);
            var nobody = new PrintWriter(Writer.nullWriter());
            Main.run(
                    nobody,
                    nobody,
                    "import",
                    "wxr",
                    export.toString(),
                    "--site",
                    folder.resolve("imported").toString());
            SamplePortal.make(folder);
            System.setProperty("herald.site", folder.toString());
            System.setProperty("quarkus.http.port", Integer.toString(freePort()));
            System.setProperty("quarkus.log.level", "WARN");
            Quarkus.run(Training.class, (code, failure) -> ended[0] = failure == null ? code : 1);
        } finally {
            Folders.delete(folder);
        }
        return ended[0];
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
