package org.herald.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    public int run(String... arguments) throws IOException, InterruptedException {
        var waiting = new ArrayDeque<>(List.of("/", "/en", "/en/nothing-is-here"));
        Set<String> seen = new HashSet<>(waiting);
        try (var client = HttpClient.newHttpClient()) {
            for (int asked = 0; asked < PAGES && !waiting.isEmpty(); asked++) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + waiting.remove()))
                        .header("Accept-Encoding", "gzip")
                        .build();
                client.send(request, BodyHandlers.ofByteArray());
                var plain = HttpRequest.newBuilder(request.uri()).build();
                LINK.matcher(client.send(plain, BodyHandlers.ofString()).body())
                        .results()
                        .map(found -> found.group(1))
                        .filter(seen::add)
                        .forEach(waiting::add);
            }
        }
        return 0;
    }
}
