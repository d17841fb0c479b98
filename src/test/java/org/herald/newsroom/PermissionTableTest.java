package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.cli.NewsroomSite;
import org.herald.model.Role;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.junit.jupiter.api.Test;

/**
 * The table of permissions: docs/permissions.md is written from the code, and every route is asked as every role, signed
 * out, and with a form that carries no token.
 */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
final class PermissionTableTest {

    private static final Path PAGE = Path.of("docs/permissions.md");
    private static final String HEADING = """
            # Permissions

            What each role may do, and which routes of the newsroom that opens. Where several permissions open a route, each
            alone is enough; whether it holds for one item is then asked of the account's languages and sections. A route that is
            open asks for no sign-in.

            This page is written by `PermissionTableTest`: after a change of permissions or routes run it with
            `-Dherald.write-permissions=true`.

            """;

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final Database database;
    private final PortalClock clock;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    PermissionTableTest(Database database, PortalClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Test
    void routesOfRoomsWithinTheNewsroomAreGuarded() {
        assertTrue(Gate.guards("org.herald.newsroom"));
        assertTrue(Gate.guards("org.herald.newsroom.desk"));
        assertFalse(Gate.guards("org.herald.newsroomish"));
        assertFalse(Gate.guards("org.herald.site"));
    }

    /** Only what stands in the newsroom's rooms is guarded, so nothing outside of them answers at its addresses. */
    @Test
    void nothingElseAnswersAtAddressesOfTheNewsroom() {
        var elsewhere = new ClassFileImporter()
                .importPath(Path.of("target/classes/org/herald")).stream()
                        .filter(type -> !Gate.guards(type.getPackageName()))
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .filter(type -> type.getAnnotationOfType(jakarta.ws.rs.Path.class)
                                .value()
                                .replaceFirst("^/", "")
                                .startsWith("newsroom"))
                        .map(JavaClass::getName)
                        .toList();
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void everyRouteOfTheNewsroomSaysWhoMayPass() {
        var routes = NewsroomRoutes.all();

        assertFalse(routes.isEmpty());
        assertEquals(
                List.of(),
                routes.stream()
                        .filter(route -> route.isOpen() != route.needs().isEmpty())
                        .map(NewsroomRoutes.Route::name)
                        .toList(),
                "a route has either @Needs or @Open");
    }

    @Test
    void theTableInTheDocsIsTheTableOfTheCode() throws IOException {
        String table = HEADING + permissions() + "\n## Routes\n\n" + routes();
        if (Boolean.getBoolean("herald.write-permissions")) {
            Files.writeString(PAGE, table);
        }

        assertEquals(
                table,
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                PAGE + " is out of date: run this test with -Dherald.write-permissions=true");
    }

    @Test
    void everyRouteLetsThroughWhomTheTableNamesAndNobodyElse() throws IOException, InterruptedException {
        var cast = new NewsroomCast(database, clock);
        var wrong = new ArrayList<String>();
        for (var route : NewsroomRoutes.all()) {
            for (Role role : Role.values()) {
                String cookie = cast.cookie(Member.of(role));
                int status = ask(route, cookie, cast.csrf(cookie));
                boolean isAllowed = status != 401 && status != 403;
                if (isAllowed != mayPass(route, role) || status >= 500) {
                    wrong.add(route.name() + " as " + role.word() + ": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whoeverIsSignedOutPassesOnlyOpenRoutes() throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (var route : NewsroomRoutes.all()) {
            var answer = send(route, "", "");
            boolean isLedAway = answer.statusCode() == 401
                    || (answer.statusCode() == 303
                            && answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .startsWith("/newsroom/sign-in?back="));
            if (isLedAway == route.isOpen()) {
                wrong.add(route.name() + ": " + answer.statusCode());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noFormIsTakenWithoutTheTokenOfTheSession() throws IOException, InterruptedException {
        var cast = new NewsroomCast(database, clock);
        var wrong = new ArrayList<String>();
        String other = cast.csrf(cast.cookie(Member.ADMINISTRATOR));
        for (var route : NewsroomRoutes.all()) {
            if (!route.writes() || route.isOpen()) {
                continue;
            }
            for (String csrf : List.of("", "made up", other)) {
                int status = ask(route, cast.cookie(Member.ADMINISTRATOR), csrf);
                if (status != 403) {
                    wrong.add(route.name() + " with \"" + csrf + "\": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private int ask(NewsroomRoutes.Route route, String cookie, String csrf) throws IOException, InterruptedException {
        return send(route, cookie, csrf).statusCode();
    }

    /** Asks for an example of the route; the body of the answer, which may have no end, is not read. */
    private HttpResponse<?> send(NewsroomRoutes.Route route, String cookie, String csrf)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(route.example()))
                .header("Content-Type", route.takes())
                .method(
                        route.method(),
                        route.writes() ? BodyPublishers.ofString(route.body()) : BodyPublishers.noBody());
        if (!cookie.isEmpty()) {
            request.header("Cookie", NewsroomCast.COOKIE + "=" + cookie);
        }
        if (!csrf.isEmpty()) {
            request.header("X-Csrf-Token", csrf);
        }
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }

    private static boolean mayPass(NewsroomRoutes.Route route, Role role) {
        return route.isOpen() || route.needs().stream().anyMatch(Permissions.of(role)::contains);
    }

    private static String permissions() {
        return table(
                "Permission",
                Arrays.stream(Permission.values())
                        .map(permission -> Stream.concat(
                                        Stream.of("`" + permission.word() + "`"),
                                        Arrays.stream(Role.values())
                                                .map(role ->
                                                        Permissions.of(role).contains(permission) ? "yes" : ""))
                                .toList())
                        .toList());
    }

    private static String routes() {
        return table(
                "Route",
                NewsroomRoutes.all().stream()
                        .map(route -> Stream.concat(
                                        Stream.of("`" + route.name() + "`"),
                                        Arrays.stream(Role.values()).map(role -> opens(route, role)))
                                .toList())
                        .toList());
    }

    private static String opens(NewsroomRoutes.Route route, Role role) {
        Set<Permission> own = Permissions.of(role);
        return route.isOpen()
                ? "open"
                : route.needs().stream()
                        .filter(own::contains)
                        .map(Permission::word)
                        .collect(Collectors.joining(", "));
    }

    /** A Markdown table with a column for each role, its columns aligned. */
    private static String table(String first, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(Stream.concat(Stream.of(first), Arrays.stream(Role.values()).map(Role::word))
                .toList());
        all.addAll(rows);
        int columns = all.getFirst().size();
        var widths = new int[columns];
        all.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        var table = new StringBuilder();
        for (int row = 0; row < all.size(); row++) {
            for (int i = 0; i < columns; i++) {
                String text = all.get(row).get(i);
                table.append("| ").append(text).append(" ".repeat(widths[i] - text.length() + 1));
            }
            table.append("|\n");
            if (row == 0) {
                Arrays.stream(widths)
                        .forEach(width ->
                                table.append("| ").append("-".repeat(width)).append(' '));
                table.append("|\n");
            }
        }
        return table.toString();
    }
}
