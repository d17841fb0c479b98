package org.herald.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.testing.Postgres;
import org.jspecify.annotations.Nullable;

/** Stands between a client and PostgreSQL, and cuts the line when a commit was carried out, before its answer comes back. */
final class CutAtCommit implements AutoCloseable {

    /** How the server says that a commit is done (PostgreSQL documentation, CommandComplete). */
    private static final String DONE = "COMMIT\0";

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean isArmed = new AtomicBoolean();
    private final AtomicInteger cut = new AtomicInteger();

    CutAtCommit() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        var _ = threads.submit(this::accept);
    }

    /** The same database by the way through here. */
    PostgresAddress before(PostgresAddress address) {
        return new PostgresAddress(
                address.url().replace(":" + Postgres.port() + "/", ":" + door.getLocalPort() + "/"),
                address.user(),
                address.password());
    }

    /** From now on, lines are cut. */
    void arm(boolean isCutting) {
        isArmed.set(isCutting);
    }

    /** How many lines were cut. */
    int cut() {
        return cut.get();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), Postgres.port());
            var _ = threads.submit(() -> pass(client, server, _ -> true));
            var _ = threads.submit(() -> pass(server, client, said -> !isArmed.get() || !said.contains(DONE)));
        }
    }

    /** Says whether the line stays, given what has come. */
    @FunctionalInterface
    private interface Watch {
        boolean stays(String said);
    }

    private @Nullable Void pass(Socket from, Socket to, Watch watch) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!watch.stays(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
                    cut.incrementAndGet();
                    return null;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            threads.shutdownNow();
        }
    }
}
