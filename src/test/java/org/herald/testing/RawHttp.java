package org.herald.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;

/** HTTP/1.1 without a client that mends or hides anything. */
public final class RawHttp {

    private static final int MILLIS = 20_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private RawHttp() {}

    /** Sends these bytes, which ask to close the connection, and reads the answer to its end. */
    public static RawAnswer ask(URI server, String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    /** The beginning of a form of two megabytes, which is refused before it has come whole. */
    public static String large(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=" + "a".repeat(1_000);
    }

    private static RawAnswer read(String answer) {
        int end = answer.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw new AssertionError("No whole answer: " + answer);
        }
        String[] lines = answer.substring(0, end).split("\r\n", -1);
        var headers = new HashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, lines[i].substring(colon + 1).strip(), (one, two) -> one + ", " + two);
        }
        int status = Integer.parseInt(lines[0].substring(9, 12));
        return new RawAnswer(status, headers, answer.substring(end + END_OF_HEAD.length()));
    }
}
