package org.herald.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The server, begun with what it must know before it reads a portal's settings. */
final class Server {

    private static final String LOOPS = "quarkus.vertx.event-loops-pool-size";

    private Server() {}

    /**
     * Serves until it is told to stop.
     *
     * @param application what runs while it serves
     * @param folder the site folder
     * @param address where it listens
     * @param ended told the exit code, and what made the start fail if something did
     */
    static void run(
            Class<? extends QuarkusApplication> application,
            Path folder,
            Listening.Address address,
            BiConsumer<Integer, @Nullable Throwable> ended) {
        System.setProperty("herald.site", folder.toString());
        System.setProperty("quarkus.http.host", address.host());
        System.setProperty("quarkus.http.port", Integer.toString(address.port()));
        if (System.getProperty(LOOPS) == null) {
            System.setProperty(
                    LOOPS, Integer.toString(loops(Runtime.getRuntime().availableProcessors())));
        }
        Quarkus.run(application, ended);
    }

    /**
     * How many threads answer requests: one for two processors. One answers with kept pages faster than a network of ten
     * gigabits carries them, and more only wait for each other; the other processors make pages.
     */
    static int loops(int processors) {
        return Math.max(1, processors / 2);
    }
}
