package org.herald.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A server that asks itself for pages, following links from the front page, and then stops. */
public final class Training implements QuarkusApplication {

    private static final int PAGES = 120;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)\"");

    private final int port;

    public Training(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
    }

    @Override
    public int run(String... arguments) throws IOException {
        var waiting = new ArrayDeque<>(List.of("/", "/en", "/en/nothing-is-here"));
        Set<String> seen = new HashSet<>(waiting);
        for (int asked = 0; asked < PAGES && !waiting.isEmpty(); asked++) {
            var page = URI.create("http://127.0.0.1:" + port + waiting.remove());
            ask(page, "gzip");
            LINK.matcher(new String(ask(page, "identity"), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .filter(seen::add)
                    .forEach(waiting::add);
        }
        return 0;
    }

    /** By the oldest client of Java: what it needs is in the archive too, and the newer one needs much more. */
    private static byte[] ask(URI page, String coding) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setRequestProperty("Accept-Encoding", coding);
        boolean isThere = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        try (var body = isThere ? connection.getInputStream() : connection.getErrorStream()) {
            return body.readAllBytes();
        }
    }
}
