package org.herald.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The packaged command serving a site folder, as an operator runs it: a process of its own, and what it says. */
public final class HeraldProcess implements AutoCloseable {

    private static final int PATIENCE = 60;

    private final Process process;
    private final String address;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch told = new CountDownLatch(1); // that it is open, or why it is not
    private final CompletableFuture<Void> listening;

    private HeraldProcess(Process process, String host, int port) {
        this.process = process;
        this.address = "http://" + host + ":" + port;
        this.listening = CompletableFuture.runAsync(this::listen, Thread.ofVirtual()::start);
    }

    /** A port that is free now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Begins to serve; nobody waits for it yet. */
    public static HeraldProcess serve(Path site, int port) {
        return begin(
                "localhost", port, List.of(), "serve", "--site", site.toString(), "--port", Integer.toString(port));
    }

    /** Begins to serve at one address of this machine alone. */
    public static HeraldProcess serve(Path site, String host, int port) {
        return begin(
                host.contains(":") ? "[" + host + "]" : host,
                port,
                List.of(),
                "serve",
                "--site",
                site.toString(),
                "--host",
                host,
                "--port",
                Integer.toString(port));
    }

    /** Begins another command, which is nowhere to be asked. */
    public static HeraldProcess run(String... arguments) {
        return begin("localhost", 0, List.of(), arguments);
    }

    /**
     * Begins a command.
     *
     * @param host where it is to be found, as addresses write it
     * @param before what runs it, as another user for example; may be empty
     */
    public static HeraldProcess begin(String host, int port, List<String> before, String... arguments) {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Objects.requireNonNull(System.getProperty("herald.jar"), "herald.jar is set by failsafe")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("HERALD_"));
        try {
            return new HeraldProcess(builder.redirectErrorStream(true).start(), host, port);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Waits until it says that it is open. */
    public HeraldProcess opened() throws InterruptedException {
        assertTrue(told.await(PATIENCE, TimeUnit.SECONDS), () -> "The server says nothing:\n" + said());
        assertTrue(isOpen(), () -> "The server did not start:\n" + said());
        return this;
    }

    public URI at(String path) {
        return URI.create(address + path);
    }

    /** Everything that it said until now. */
    public String said() {
        return String.join("\n", lines);
    }

    /** Asks it to stop, as Ctrl+C does. */
    public void stop() {
        process.destroy();
    }

    /** Ends it as a loss of power does, with {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        listening.join();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it ends by itself. */
    public int ended() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), () -> "It does not end:\n" + said());
        listening.join();
        return process.exitValue();
    }

    private boolean isOpen() {
        return lines.stream().anyMatch(line -> line.startsWith("Open " + address + "/"));
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (isOpen()) {
                    told.countDown();
                }
            }
        } catch (IOException closed) {
            lines.add(closed.toString());
        }
        told.countDown();
    }

    @Override
    public void close() {
        kill();
    }
}
