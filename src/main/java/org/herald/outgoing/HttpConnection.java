package org.herald.outgoing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.herald.outgoing.OutgoingRequests.Known;
import org.herald.outgoing.OutgoingRequests.Target;

/**
 * One request by HTTP/1.1 to a given address of a host. The client of the JDK looks names up by itself, and could be led to
 * another address than the one that was checked.
 */
final class HttpConnection implements AutoCloseable {

    private static final int MOST_OF_HEAD = 64 << 10;
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int SWITCHING = 100; // answers that are followed by another
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int NOT_MODIFIED = 304;

    private final Socket socket;
    private final InputStream in;
    private final Deadline deadline;

    private HttpConnection(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.in = new BufferedInputStream(new Timed(socket.getInputStream()), 1 << 14);
    }

    /** Reads no longer than the deadline allows. */
    private final class Timed extends InputStream {
        private final InputStream of;

        Timed(InputStream of) {
            this.of = of;
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(deadline.left(SILENCE));
            return of.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            socket.setSoTimeout(deadline.left(SILENCE));
            return of.read(into, from, length);
        }
    }

    static HttpConnection open(Target target, InetAddress address, Duration connecting, Deadline deadline)
            throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(address, target.port()), deadline.left(connecting));
            plain.setSoTimeout(deadline.left(connecting));
            return new HttpConnection(target.isSecure() ? secured(plain, target) : plain, deadline);
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    /** A connection whose certificate is of the host that is asked for. */
    private static Socket secured(Socket plain, Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secure = (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /**
     * The beginning of an answer.
     *
     * @param headers by name in lower case
     */
    record Head(int status, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        boolean isSuccess() {
            return status >= SUCCESS && status < REDIRECTION;
        }

        boolean isUnchanged() {
            return status == NOT_MODIFIED;
        }

        /** Where it leads; absent for an answer that leads nowhere. */
        Optional<String> redirect() {
            boolean leads = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
            return leads && !header("location").isEmpty() ? Optional.of(header("location")) : Optional.empty();
        }
    }

    Head get(Target target, Known known) throws IOException {
        var request = new StringBuilder("GET " + target.path() + " HTTP/1.1\r\n");
        request.append("Host: ").append(target.authority()).append("\r\n");
        request.append("User-Agent: Herald\r\nAccept: text/calendar, */*;q=0.5\r\n");
        request.append("Accept-Encoding: identity\r\nConnection: close\r\n");
        if (!known.entityTag().isEmpty()) {
            request.append("If-None-Match: ")
                    .append(inOneLine(known.entityTag()))
                    .append("\r\n");
        }
        if (!known.modified().isEmpty()) {
            request.append("If-Modified-Since: ")
                    .append(inOneLine(known.modified()))
                    .append("\r\n");
        }
        OutputStream out = socket.getOutputStream();
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Head head = head();
        while (head.status() >= SWITCHING && head.status() < SUCCESS) {
            head = head();
        }
        return head;
    }

    private static String inOneLine(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "");
    }

    private Head head() throws IOException {
        int[] left = {MOST_OF_HEAD};
        String first = line(left);
        String[] words = first.split(" ", 3);
        if (!first.startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5][0-9]{2}")) {
            throw new OutgoingFault("the answer is not one of the web.");
        }
        var headers = new HashMap<String, String>();
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Head(Integer.parseInt(words[1]), Map.copyOf(headers));
    }

    /** @param left how many octets may still come */
    private String line(int[] left) throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("it ends too early");
            }
            left[0]--;
            if (left[0] < 0) {
                throw new OutgoingFault("the head of the answer is longer than " + (MOST_OF_HEAD >> 10) + " KB.");
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    void copyBody(Head head, long most, OutputStream out) throws IOException {
        String encoding = head.header("content-encoding");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
            throw new OutgoingFault("the answer is packed (" + encoding + "), which was not asked for.");
        }
        if (head.header("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
            copyChunks(most, out);
            return;
        }
        String length = head.header("content-length");
        if (!length.matches("[0-9]{0,18}")) {
            throw new OutgoingFault("the answer does not say how long it is.");
        }
        long wanted = length.isEmpty() ? Long.MAX_VALUE : Long.parseLong(length);
        if (!length.isEmpty() && wanted > most) {
            throw tooLarge(most);
        }
        long copied = copy(wanted, most, out);
        if (!length.isEmpty() && copied < wanted) {
            throw new EOFException("it ends too early");
        }
    }

    private static OutgoingFault tooLarge(long most) {
        return new OutgoingFault("the answer is larger than " + (most >> 20) + " MB.");
    }

    /** Copies so many octets, or all until the end. */
    private long copy(long wanted, long most, OutputStream out) throws IOException {
        byte[] block = new byte[1 << 14];
        long copied = 0;
        while (copied < wanted) {
            int read = in.read(block, 0, (int) Math.min(block.length, wanted - copied));
            if (read < 0) {
                return copied;
            }
            copied += read;
            if (copied > most) {
                throw tooLarge(most);
            }
            out.write(block, 0, read);
        }
        return copied;
    }

    private void copyChunks(long most, OutputStream out) throws IOException {
        long left = most;
        while (true) {
            String size = line(new int[] {MOST_OF_HEAD}).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,12}")) {
                throw new OutgoingFault("the answer is not in the form of the web.");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                return;
            }
            if (length > left) {
                throw tooLarge(most);
            }
            if (copy(length, left, out) < length) {
                throw new EOFException("it ends too early");
            }
            left -= length;
            line(new int[] {MOST_OF_HEAD});
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            // nothing more is read from it
        }
    }
}
