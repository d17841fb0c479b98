package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.testing.HeraldProcess;
import org.herald.testing.PackedPortal;
import org.herald.testing.Tables;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portals that earlier versions made start under this one by themselves, with nothing lost, or are left as they were. */
final class EarlierPortalIT {

    /** Its tables are older than those of this version. */
    static final String OLDER = "before-held-forms";

    /** With the newest tables that there were when it was packed; its pages are compared byte by byte. */
    static final String NEWER = "with-live-changes";

    /**
     * Tables whose rows are now elsewhere. A table that is renamed or taken apart is named here, and its rows are looked
     * for by a test of their own.
     */
    private static final Set<String> ELSEWHERE = Set.of();

    /** What rows called by a name and name by an id since, and how that name is found now; columns that are called otherwise. */
    private static final Map<String, Map<String, String>> BY_ID = Map.ofEntries(
            Map.entry("revision", named("saved_by", "saved_by")),
            Map.entry("change", named("actor", "principal_id")),
            Map.entry("comment", Map.of("said_by", nameOf("said_by"), "resolved_by", nameOf("resolved_by"))),
            Map.entry("draft", named("typed_by", "account_id")),
            Map.entry("account_log", named("actor", "principal_id")),
            Map.entry("preview", named("made_by", "made_by")),
            Map.entry("path", named("made_by", "made_by")),
            Map.entry("planned", named("planned_by", "planned_by")),
            Map.entry(
                    "banner",
                    Map.of(
                            "raised_by", nameOf("raised_by"),
                            "from_at", "shown_from",
                            "until_at", "shown_until")),
            Map.entry("block", Map.of("from_at", "shown_from", "until_at", "shown_until")),
            Map.entry("amendment", named("amended_by", "amended_by")),
            Map.entry("desk", named("saved_by", "saved_by")));

    /** Links that are good for some days, and are removed afterwards. */
    private static final Set<String> SHORT_LIVED = Set.of("one_time_link");

    /** What a start or a request writes, not somebody. */
    private static final Map<String, Set<String>> VOLATILE = Map.of(
            "session", Set.of("seen_at", "begun_at"), "flyway_schema_history", Set.of("installed_rank", "checksum"));

    private static final Pattern ENCODED = Pattern.compile("[^\\x00-\\x7f]+");
    private static final Pattern STYLES = Pattern.compile("(?<=href=\"/)[^\"]*\\.css(?=\")");

    /** What every page has learnt to lead to since: its feeds. */
    private static final Pattern FEEDS = Pattern.compile(
            "<link rel=\"alternate\" type=\"application/(?:rss[+]xml|atom[+]xml|feed[+]json)\" title=\"[^\"]*\""
                    + " href=\"[^\"]*\">\n"
                    + "|<li><a href=\"/[a-z]+/feeds\">[^<]*</a></li>\n");

    /** The box on every page; none of it is content of the portal. */
    private static final Pattern SEARCH =
            Pattern.compile("<search class=\"everywhere\">.*?</search>\n|<link rel=\"search\"[^>]*>\n", Pattern.DOTALL);

    private static final Pattern INLINE_STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);

    /** Front pages, and those with a calendar, say which day it is today. */
    private static final String OF_TODAY = "class=\"calendar\"";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {OLDER, NEWER})
    void startsByItselfWithNothingLost(String name) throws Exception {
        var portal = PackedPortal.unpack(name, folder.resolve("portal"));
        requireItsTables(portal);
        keepSessionsOpen(portal);
        Path before = Files.copy(portal.database(), folder.resolve("before.db"));
        try (var herald = HeraldProcess.serve(portal.site(), HeraldProcess.freePort())) {
            herald.opened();
            readersAreAnsweredTheSame(portal, herald, name.equals(NEWER));
            newsroomHasEverything(portal, herald);
            assertFalse(herald.said().contains("\tat "), herald.said());
            herald.stop();
            herald.ended();
        }
        everyRowIsThere(before, portal.database());
        Path copy = portal.site().resolve("data/portal.db.before-update");
        if (name.equals(OLDER) || Files.exists(copy)) {
            assertEquals(-1, Files.mismatch(before, copy), "with the copy one can go back");
        }
    }

    /** The archive is what the earlier version left. */
    private static void requireItsTables(PackedPortal portal) {
        var now = new TreeMap<String, Integer>();
        new Tables(portal.database()).dump().forEach((table, rows) -> now.put(table, rows.size()));
        var then = new TreeMap<String, Integer>();
        for (String table : portal.tables().fieldNames()) {
            then.put(table, portal.tables().getJsonObject(table).getInteger("rows"));
        }
        assertEquals(then, now);
    }

    /** Sessions last for days, the archive for years. */
    private static void keepSessionsOpen(PackedPortal portal) throws SQLException {
        long now = System.currentTimeMillis();
        sql(portal.database(), "update session set begun_at = " + now + ", seen_at = " + now);
        sql(portal.database(), "update preview set until_at = " + (now + 86_400_000L));
        sql(portal.database(), "pragma wal_checkpoint(truncate)");
    }

    private void readersAreAnsweredTheSame(PackedPortal portal, HeraldProcess herald, boolean isExact) {
        var wrong = new ArrayList<String>();
        for (String path : portal.pages().fieldNames()) {
            JsonObject then = portal.pages().getJsonObject(path);
            var now = get(herald, path, "");
            if (now.statusCode() != then.getInteger("status")) {
                wrong.add(path + ": " + then.getInteger("status") + " is " + now.statusCode());
            } else if (then.getString("location") != null) {
                var where = URI.create(then.getString("location")).getRawPath();
                if (!where.equals(
                        URI.create(now.headers().firstValue("Location").orElse(""))
                                .getRawPath())) {
                    wrong.add(path + " leads elsewhere");
                }
            } else if (then.getString("body") != null) {
                String lost = isExact && !then.getString("body").contains(OF_TODAY)
                        ? difference(exact(then.getString("body")), exact(now.body()))
                        : lost(then, now.body());
                if (!lost.isEmpty()) {
                    wrong.add(path + " says otherwise:\n" + lost);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(portal.pages().size() > 150, portal.pages().size() + " addresses");
    }

    /** Without style sheets and their names, which say nothing of the portal, without the links to feeds and the box of the search. */
    private static String exact(String body) {
        String styled =
                INLINE_STYLE.matcher(STYLES.matcher(body).replaceAll("x.css")).replaceAll("");
        return SEARCH.matcher(FEEDS.matcher(styled).replaceAll("")).replaceAll("");
    }

    private static String difference(String was, String is) {
        if (was.equals(is)) {
            return "";
        }
        int at = 0;
        while (at < Math.min(was.length(), is.length()) && was.charAt(at) == is.charAt(at)) {
            at++;
        }
        return was.substring(Math.max(0, at - 60), Math.min(was.length(), at + 100)) + "\n"
                + is.substring(Math.max(0, at - 60), Math.min(is.length(), at + 100));
    }

    /** What stood in what the page is about and stands there no more; pages may have learnt to say more since. */
    private static String lost(JsonObject page, String body) {
        if (!page.getString("type").equals("text/html")) {
            return "";
        }
        String is = Jsoup.parse(body).select("main").text();
        return Jsoup.parse(page.getString("body"))
                .select("main :is(h1, h2, h3, p:not(.today, .meta), blockquote, figcaption, dd):not(.calendar *)")
                .stream()
                .map(Element::text)
                .filter(text -> !is.contains(text))
                .collect(Collectors.joining("\n"));
    }

    private void newsroomHasEverything(PackedPortal portal, HeraldProcess herald) {
        var cookies = new ArrayList<String>();
        portal.secrets().getJsonObject("cookies").forEach(each -> cookies.add(each.getKey() + "=" + each.getValue()));
        String cookie = String.join("; ", cookies);
        var tables = new Tables(portal.database());
        for (var row : tables.rows("select item_id, number, headline from revision where item_id > 118")) {
            String[] each = row.split("\\|", 3);
            var page = get(herald, "/newsroom/items/" + each[0] + "/revisions", cookie);
            assertEquals(200, page.statusCode(), row);
        }
        for (var row : tables.rows("select item_id, text from comment where text <> ''")) {
            String[] each = row.split("\\|", 2);
            var page = get(herald, "/newsroom/items/" + each[0], cookie);
            assertTrue(Jsoup.parse(page.body()).text().contains(each[1]), row);
        }
        assertEquals(200, get(herald, "/newsroom/account", cookie).statusCode(), "the session is open still");
        assertEquals(303, get(herald, "/newsroom/account", "").statusCode());
        var preview = get(herald, portal.secrets().getString("preview"), "");
        assertTrue(preview.body().contains("Storks of the next century"), preview.body());
    }

    private static Map<String, String> named(String then, String now) {
        return Map.of(then, nameOf(now));
    }

    /** The operator's commands had two names, and have one. */
    private static String nameOf(String id) {
        return "(select replace(principal.name, 'herald user', 'herald') from principal where principal.id = " + id
                + ")";
    }

    private static void everyRowIsThere(Path before, Path after) {
        var now = columns(after);
        columns(before).forEach((table, columns) -> {
            if (ELSEWHERE.contains(table) || SHORT_LIVED.contains(table)) {
                return;
            }
            assertTrue(now.containsKey(table), "There is no " + table + " any more");
            var byId = BY_ID.getOrDefault(table, Map.of());
            var shared = columns.stream()
                    .filter(column -> byId.containsKey(column)
                            || now.getOrDefault(table, List.of()).contains(column))
                    .filter(column -> !VOLATILE.getOrDefault(table, Set.of()).contains(column))
                    .toList();
            var is = new ArrayList<>(new Tables(after)
                    .rows(select(table, shared, column -> byId.getOrDefault(column, "\"" + column + "\""))));
            var was = new Tables(before)
                    .rows(select(
                            table,
                            shared,
                            column -> byId.containsKey(column)
                                    ? "replace(" + column + ", 'herald user', 'herald')"
                                    : "\"" + column + "\""));
            for (String row : was) {
                assertTrue(is.remove(row), () -> table + " lost " + row);
            }
        });
    }

    private static String select(String table, List<String> columns, UnaryOperator<String> as) {
        return "select " + columns.stream().map(as).collect(Collectors.joining(", ")) + " from \"" + table + "\"";
    }

    private HttpResponse<String> get(HeraldProcess herald, String path, String cookie) {
        var request = HttpRequest.newBuilder(herald.at(
                ENCODED.matcher(path).replaceAll(each -> URLEncoder.encode(each.group(), StandardCharsets.UTF_8))));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(path, fault);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void sql(Path database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    private static Map<String, List<String>> columns(Path database) {
        var columns = new TreeMap<String, List<String>>();
        for (String table : new Tables(database).rows("select name from sqlite_master where type = 'table'")) {
            columns.put(table, new Tables(database).rows("select name from pragma_table_info('" + table + "')"));
        }
        return columns;
    }
}
