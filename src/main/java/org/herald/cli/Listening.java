package org.herald.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** The options {@code --host} and {@code --port}: where the server listens. */
final class Listening {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:HERALD_HOST:-0.0.0.0}",
            description = "The address of this machine on which it listens, such as 127.0.0.1 or ::1 (default: all).")
    private String host = ""; // set by picocli

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:HERALD_PORT:-8080}",
            description = "The port (default: ${DEFAULT-VALUE}).")
    private int port; // set by picocli

    /** Where a server listens. */
    record Address(String host, int port) {

        /** The addresses that readers of this machine's own browser write, without a slash at its end. */
        String url() {
            return "http://" + (isEvery() ? "localhost" : host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }

        /** Where it is, in words. */
        String said() {
            String where = !isEvery()
                    ? host
                    : host.contains(":") ? "all addresses of this machine" : "all IPv4 addresses of this machine";
            return where + ", port " + port;
        }

        private boolean isEvery() {
            try {
                return InetAddress.getByName(host).isAnyLocalAddress();
            } catch (UnknownHostException gone) {
                return false;
            }
        }
    }

    int port() {
        return port;
    }

    /**
     * The address, when a server can listen there now.
     *
     * @throws OperatorFault when it cannot, with what to do
     */
    Address free() {
        if (port < 1 || port > LAST_PORT) {
            throw new OperatorFault("The port " + port + " is none: choose one from 1 to 65535 with --port.");
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        InetAddress address = resolved(bare.strip());
        try {
            bind(address, 0);
        } catch (IOException notOurs) {
            throw new OperatorFault("The address " + bare + " is none of this machine (" + notOurs.getMessage()
                    + "): choose one of its own with --host, or leave it out to listen on all.");
        }
        try {
            bind(address, port);
        } catch (IOException taken) {
            throw new OperatorFault("The port " + port + " cannot be used (" + taken.getMessage()
                    + "). Stop what uses it, or choose another with --port.");
        }
        return new Address(bare.strip(), port);
    }

    private static InetAddress resolved(String host) {
        if (host.isEmpty()) {
            throw new OperatorFault("--host names no address: give one of this machine, such as 127.0.0.1.");
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new OperatorFault("The address \"" + host
                    + "\" is unknown: choose one of this machine with --host, such as 127.0.0.1 or ::1.");
        }
    }

    private static void bind(InetAddress address, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        }
    }
}
