package org.herald.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Entities;

/**
 * A server with a page for the editor's bundle, and with what the bundle asks for: it keeps drafts, takes pictures and
 * finds items, or refuses to, as a test wants it.
 */
final class EditorPages implements AutoCloseable {

    /** How drafts are answered. */
    enum Mood {
        KEEPS,
        BREAKS,
        SIGNED_OUT,
        REFUSES,
        MAKES_COPIES
    }

    private static final Path NEWSROOM = Path.of("src/main/resources/newsroom");
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 2\"><path d=\"M0 0h3v2H0z\"/></svg>";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="LANGUAGE"><head><meta charset="utf-8"><title>The mill</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="/newsroom/pictures/1">
            <link rel="stylesheet" href="/newsroom/assets/newsroom.css">
            <link rel="stylesheet" href="/newsroom/assets/editor.css">
            <script type="module" src="/newsroom/assets/newsroom.js"></script></head>
            <body data-csrf="TOKEN" data-language="LANGUAGE">
            <script type="application/json" id="words">WORDS</script>
            <main id="content"><h1>The mill</h1>
            <form id="story" method="post" action="/newsroom/save" data-autosave="/newsroom/drafts" data-key="item-12">
            <input type="hidden" name="csrf" value="TOKEN"><input type="hidden" name="draft" value="5">
            <input type="hidden" name="version" value="0"><input type="hidden" name="base" value="3">
            <p><label for="headline">Headline</label>
            <input id="headline" name="headline" value="The mill" data-length="70"></p>
            <p><label for="slug">Address</label> <input id="slug" name="slug" data-slug-from="#headline"></p>
            <p id="text">Text</p>
            <textarea name="body" rows="20" aria-labelledby="text" data-editor data-content-language="LANGUAGE"
             data-pictures="/newsroom/pictures" data-links="/newsroom/links?language=LANGUAGE">BODY</textarea>
            <p><output data-autosave-status role="status"></output>
            <output data-words-of="story"></output> <span data-others></span></p>
            <button data-save name="what" value="save">Save</button></form>MORE</main></body></html>
            """;

    private final List<Map<String, String>> drafts = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> saved = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.KEEPS; // changes while a test runs
    private volatile boolean takesPictures = true; // changes while a test runs
    private volatile boolean isStrict = true; // changes while a test runs
    private volatile String token = "TOKEN"; // a new one with each session
    private volatile String body = ""; // of the next page
    private volatile String more = ""; // of the next page
    private volatile String language = "en"; // of the next page
    private HttpServer server; // stopped and started again

    EditorPages() {
        server = started(0);
    }

    private HttpServer started(int port) {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException fault) {
            throw new UncheckedIOException("No port for the editor's pages", fault);
        }
    }

    /** The next pages have this body, and this beside the form. */
    EditorPages show(String html, String beside) {
        body = html;
        more = beside;
        return this;
    }

    EditorPages show(String html) {
        return show(html, "");
    }

    EditorPages in(String tag) {
        language = tag;
        return this;
    }

    /** Without a policy, so that a script that passes would run. */
    EditorPages withoutPolicy() {
        isStrict = false;
        return this;
    }

    void is(Mood next) {
        mood = next;
    }

    void refusePictures(boolean refuses) {
        takesPictures = !refuses;
    }

    void newSession(String next) {
        token = next;
    }

    /** As when the machine is switched off. */
    void stop() {
        server.stop(0);
    }

    void startAgain() {
        server = started(server.getAddress().getPort());
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/newsroom/edit";
    }

    /** What was kept, the oldest first. */
    List<Map<String, String>> drafts() {
        return drafts;
    }

    String lastBody() {
        return drafts.isEmpty()
                ? ""
                : Objects.requireNonNullElse(drafts.getLast().get("body"), "");
    }

    List<Map<String, String>> saved() {
        return saved;
    }

    /** The tokens that came with requests. */
    List<String> tokens() {
        return tokens;
    }

    static Map<String, String> words(String language) {
        var properties = new Properties();
        try (var file = new InputStreamReader(
                Files.newInputStream(NEWSROOM.resolve("words").resolve(language).resolve("editor.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("No words in " + language, fault);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key, "")));
        return words;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            tokens.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Csrf-Token"), ""));
        }
        switch (path) {
            case "/newsroom/edit" -> page(exchange);
            case "/newsroom/drafts" -> draft(exchange, fields(asked));
            case "/newsroom/save" -> {
                saved.add(fields(asked));
                send(exchange, 200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Saved</title><p>Saved");
            }
            case "/newsroom/pictures" -> picture(exchange);
            case "/newsroom/slug" -> send(exchange, 200, "text/plain", "vada");
            case "/newsroom/links" ->
                send(exchange, 200, "application/json; charset=utf-8", found(exchange.getRequestURI()));
            default -> file(exchange, path);
        }
    }

    private void draft(HttpExchange exchange, Map<String, String> fields) throws IOException {
        switch (mood) {
            case BREAKS -> send(exchange, 503, "text/plain", "");
            case REFUSES -> send(exchange, 422, "application/json", "{\"message\":\"The headline is too long.\"}");
            case SIGNED_OUT -> send(exchange, 401, "application/json", "{\"message\":\"Sign in.\"}");
            case KEEPS, MAKES_COPIES -> {
                drafts.add(fields);
                send(
                        exchange,
                        200,
                        "application/json; charset=utf-8",
                        "{\"draft\":5,\"version\":" + drafts.size() + ",\"copy\":" + (mood == Mood.MAKES_COPIES)
                                + ",\"savedAt\":\"14:03:07\",\"others\":[{\"name\":\"Ada\",\"since\":\"14:01\"}]}");
            }
        }
    }

    private void picture(HttpExchange exchange) throws IOException {
        if (takesPictures) {
            send(exchange, 200, "application/json", "{\"asset\":41,\"width\":3,\"height\":2,\"name\":\"a.png\"}");
        } else {
            send(exchange, 422, "application/json", "{\"message\":\"The picture is too large.\"}");
        }
    }

    private static String found(URI asked) {
        return asked.getQuery().contains("q=nothing")
                ? "[]"
                : "[{\"href\":\"item:12\",\"title\":\"The mill opens\",\"hint\":\"News\"},"
                        + "{\"href\":\"item:13\",\"title\":\"The mill closes\"},"
                        + "{\"href\":\"javascript:alert(1)\",\"title\":\"An attack\"}]";
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/newsroom/pictures/")) {
            send(exchange, 200, "image/svg+xml", PICTURE);
            return;
        }
        Path file = NEWSROOM.resolve(Path.of(path).getFileName());
        if (Files.isRegularFile(file)) {
            String type = path.endsWith(".css") ? "text/css" : "text/javascript";
            send(exchange, 200, type + "; charset=utf-8", Files.readString(file));
        } else {
            send(exchange, 404, "text/plain", "");
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        if (isStrict) {
            exchange.getResponseHeaders().set("Content-Security-Policy", STRICT);
        }
        send(exchange, 200, "text/html; charset=utf-8", page());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return fields;
    }

    private static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private String page() {
        return PAGE.replace("LANGUAGE", language)
                .replace("TOKEN", token)
                .replace("WORDS", Json.inPage(words(language)))
                .replace("MORE", more)
                .replace("BODY", Entities.escape(body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
