package org.herald.outgoing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Requests of other hosts. The name of a host is looked up once for each request, all its addresses must be public, and the
 * connection is made to one of these: a second answer of the name cannot lead elsewhere. Each redirect is treated as a new
 * address.
 */
public final class OutgoingRequests {

    private static final int MOST_REDIRECTS = 5;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LONGEST_ADDRESS = 2000;
    private static final String HTTPS = "https";

    /**
     * What an answer may take.
     *
     * @param connecting for a connection
     * @param whole for all of it, redirects as well
     */
    public record Limits(long bytes, Duration connecting, Duration whole) {

        /** For files that people read: 32 MB in a minute. */
        public static final Limits USUAL = new Limits(32L << 20, Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /**
     * What an earlier answer said of itself, so that the same is not sent again; empty for what it did not say.
     *
     * @param entityTag ETag
     * @param modified Last-Modified
     */
    public record Known(String entityTag, String modified) {

        /** No earlier answer. */
        public static final Known NOTHING = new Known("", "");
    }

    /**
     * An answer that was taken.
     *
     * @param isUnchanged true when it is the one that was known (304); nothing was written then
     * @param known what it says of itself
     */
    public record Answer(URI address, boolean isUnchanged, Known known) {}

    private final Predicate<InetAddress> allowed;
    private final Limits limits;

    private OutgoingRequests(Predicate<InetAddress> allowed, Limits limits) {
        this.allowed = allowed;
        this.limits = limits;
    }

    /** Requests of public addresses under the usual limits. */
    public static OutgoingRequests usual() {
        return new OutgoingRequests(PublicAddresses::has, Limits.USUAL);
    }

    /** The same with other limits. */
    public OutgoingRequests within(Limits other) {
        return new OutgoingRequests(allowed, other);
    }

    /** Requests that also reach these addresses; for tests, whose servers are on this machine. */
    static OutgoingRequests allowing(Predicate<InetAddress> others, Limits limits) {
        return new OutgoingRequests(others.or(PublicAddresses::has), limits);
    }

    /** Loads what is at an address into a file. */
    public Answer load(URI address, Path into) throws IOException {
        return load(address, Known.NOTHING, into);
    }

    /**
     * Loads what is at an address into a file, unless it is what is known.
     *
     * @throws OutgoingFault when the address is refused, nobody answers, or the answer is refused
     */
    public Answer load(URI address, Known known, Path into) throws IOException {
        var deadline = new Deadline(limits.whole());
        URI now = ofWeb(address);
        for (int redirects = 0; ; redirects++) {
            Target target = target(now);
            try (var connection = connect(target, deadline);
                    OutputStream out = Files.newOutputStream(into)) {
                var answer = connection.get(target, known);
                Optional<String> elsewhere = answer.redirect();
                if (elsewhere.isEmpty()) {
                    return taken(now, connection, answer, out);
                }
                if (redirects == MOST_REDIRECTS) {
                    throw new OutgoingFault("it was redirected more than " + MOST_REDIRECTS + " times.");
                }
                now = ofWeb(resolved(now, elsewhere.get()));
            } catch (OutgoingFault fault) {
                throw fault;
            } catch (SocketTimeoutException silent) {
                throw tooSlow();
            } catch (IOException fault) {
                throw deadline.isOver()
                        ? tooSlow()
                        : new OutgoingFault(target.host() + " broke off the answer (" + fault.getMessage() + ").");
            }
        }
    }

    private OutgoingFault tooSlow() {
        return new OutgoingFault(
                "the answer took too long. It may take " + limits.whole().toSeconds() + " seconds.");
    }

    private Answer taken(URI address, HttpConnection connection, HttpConnection.Head answer, OutputStream out)
            throws IOException {
        var known = new Known(answer.header("etag"), answer.header("last-modified"));
        if (answer.isUnchanged()) {
            return new Answer(address, true, known);
        }
        if (!answer.isSuccess()) {
            throw new OutgoingFault(address.getHost() + " answered with " + answer.status() + ".");
        }
        connection.copyBody(answer, limits.bytes(), out);
        return new Answer(address, false, known);
    }

    /** The address with its scheme in the way of the web: {@code webcal:} is for calendar programs alone. */
    private static URI ofWeb(URI address) {
        String text = address.toString();
        if (text.length() > LONGEST_ADDRESS) {
            throw new OutgoingFault("the address is longer than " + LONGEST_ADDRESS + " characters.");
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", HTTPS -> address;
            case "webcal", "webcals" -> URI.create(HTTPS + text.substring(text.indexOf(':')));
            default -> throw new OutgoingFault("the address must begin with https:, http: or webcal:.");
        };
    }

    private static URI resolved(URI base, String location) {
        try {
            return base.resolve(URI.create(location.strip().replace(" ", "%20")));
        } catch (IllegalArgumentException malformed) {
            throw new OutgoingFault("it was redirected to what is no address: " + location);
        }
    }

    /**
     * Where a request goes.
     *
     * @param host its name in ASCII
     * @param path with the query
     */
    record Target(boolean isSecure, String host, int port, String path) {

        /** As the header Host has it. */
        String authority() {
            String name = host.contains(":") ? "[" + host + "]" : host;
            return port == (isSecure ? 443 : 80) ? name : name + ":" + port;
        }
    }

    private static Target target(URI address) {
        String authority = address.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            throw new OutgoingFault("the address names no host.");
        }
        if (authority.contains("@")) {
            throw new OutgoingFault("the address must not hold a name and a password.");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        boolean isSecure = HTTPS.equalsIgnoreCase(address.getScheme());
        String name = hasPort ? authority.substring(0, colon) : authority;
        String digits = hasPort ? authority.substring(colon + 1) : "";
        if (!digits.matches("[0-9]{0,5}")) {
            throw new OutgoingFault("the port of the address is no number.");
        }
        int port = digits.isEmpty() ? (isSecure ? 443 : 80) : Integer.parseInt(digits);
        if ((port < FIRST_FREE_PORT && port != 80 && port != 443) || port > 65_535) {
            throw new OutgoingFault("port " + port + " is not one of the web.");
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new Target(isSecure, ascii(name), port, URI.create(path + query).toASCIIString());
    }

    private static String ascii(String name) {
        if (name.startsWith("[") && name.endsWith("]")) {
            return name.substring(1, name.length() - 1);
        }
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw new OutgoingFault("“" + name + "” is not the name of a host.");
        }
    }

    private HttpConnection connect(Target target, Deadline deadline) {
        IOException last = null;
        for (InetAddress address : addresses(target.host())) {
            try {
                return HttpConnection.open(target, address, limits.connecting(), deadline);
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw new OutgoingFault(
                target.host() + " does not answer" + (last == null ? "." : " (" + last.getMessage() + ")."));
    }

    /** All addresses of a host, each of them allowed. */
    private List<InetAddress> addresses(String host) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new OutgoingFault("there is no host " + host + ".");
        }
        for (InetAddress address : found) {
            if (!allowed.test(address)) {
                throw new OutgoingFault(
                        host + " is at " + address.getHostAddress()
                                + ", which is no public address. Requests to this machine and to internal networks are refused.");
            }
        }
        return List.of(found);
    }
}
