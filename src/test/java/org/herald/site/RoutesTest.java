package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;

/** The route table: docs/routes.md is written from the code, and every route is asked for by a test. */
final class RoutesTest {

    private static final Path PAGE = Path.of("docs/routes.md");
    private static final String HEADING = """
            # Routes

            Every address that the server answers, and the class that answers it.
            This page is written by `RoutesTest`: after a change of routes run it with `-Dherald.write-routes=true`.

            """;

    /** A parameter of a pattern, with its own expression or without. */
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*\\})+))?\\}");

    private static final Pattern ADDRESS = Pattern.compile("[\" ](/[A-Za-z0-9/%._-]*)[\",]");

    /** One method of a route class. */
    private record Route(String method, String path, String type) {

        /** The pattern as a reader of the table needs it: names without their expressions. */
        String pattern() {
            return PARAMETER.matcher(path).replaceAll("{$1}");
        }

        boolean matches(String address) {
            return Pattern.matches(
                    PARAMETER.matcher(path).replaceAll(found -> {
                        String own = found.group(2);
                        return own == null ? "[^/]+" : "(?:" + own.replace("\\", "\\\\") + ")";
                    }),
                    address);
        }

        int literals() {
            return PARAMETER.matcher(path).replaceAll("").length();
        }

        int parameters() {
            return (int) PARAMETER.matcher(path).results().count();
        }

        String row(int method, int pattern, int type) {
            return TableRow.of(this.method, method, "`" + pattern() + "`", pattern, "`" + this.type + "`", type);
        }
    }

    /** A row of a Markdown table whose columns are aligned. */
    private record TableRow() {

        static String of(String first, int width, String second, int secondWidth, String third, int thirdWidth) {
            return "| " + pad(first, width) + " | " + pad(second, secondWidth) + " | " + pad(third, thirdWidth)
                    + " |\n";
        }

        private static String pad(String text, int width) {
            return text + " ".repeat(width - text.length());
        }
    }

    @Test
    void theTableInTheDocsIsTheTableOfTheCode() throws IOException {
        String table = HEADING + table(routes());
        if (Boolean.getBoolean("herald.write-routes")) {
            Files.createDirectories(PAGE.resolveSibling(""));
            Files.writeString(PAGE, table);
        }

        assertEquals(
                table,
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                PAGE + " is out of date: run this test with -Dherald.write-routes=true");
    }

    /** Those of the newsroom are all asked for by {@code newsroom.PermissionTableTest}, as every role. */
    @Test
    void everyRouteIsAskedForByATest() {
        var routes = routes();
        var asked = new HashSet<Route>();
        addresses().forEach(address -> answering(routes, address).forEach(asked::add));

        assertFalse(asked.isEmpty());
        assertEquals(
                List.of(),
                routes.stream()
                        .filter(route -> !route.path().startsWith("/newsroom") && !asked.contains(route))
                        .toList(),
                "no address in a test under src/test leads here");
    }

    @Test
    void noTwoRoutesHaveTheSameAddresses() {
        var routes = routes();

        assertEquals(
                routes.size(),
                routes.stream()
                        .map(route -> route.method() + route.path())
                        .distinct()
                        .count());
    }

    /** What answers that nothing is at an address without asking the routes leaves theirs alone. */
    @Test
    void noRouteIsTakenForAMissingAddress() {
        for (var route : routes()) {
            String[] words = route.pattern().split("/", 3);
            String rest = words.length < 3 ? "" : words[2];
            boolean isTold = words[1].equals("{language}")
                    ? rest.startsWith("{") || MissingPages.hasRoute(rest)
                    : words[1].startsWith("{") || MissingPages.RESERVED.contains(words[1]);
            assertTrue(isTold, "MissingPages does not know of " + route.pattern());
        }
    }

    /** The routes that JAX-RS chooses for an address: most letters first (Jakarta REST 3.1, section 3.7.2). */
    private static Stream<Route> answering(List<Route> routes, String address) {
        return routes.stream()
                .filter(route -> route.matches(address))
                .max(Comparator.comparingInt(Route::literals).thenComparingInt(Route::parameters))
                .stream()
                .flatMap(best -> routes.stream().filter(route -> route.path().equals(best.path())));
    }

    /** Every address that stands in a text of a test of pages. */
    private static Stream<String> addresses() {
        return Stream.of("site", "web", "newsroom")
                .flatMap(room -> Sources.files(Path.of("src/test/java/org/herald", room), ".java").stream())
                .flatMap(file -> ADDRESS.matcher(Sources.text(file)).results())
                .map(found -> found.group(1));
    }

    private static List<Route> routes() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(RoutesTest::routes)
                        .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                        .toList();
    }

    private static Stream<Route> routes(JavaMethod method) {
        if (!method.isMetaAnnotatedWith(HttpMethod.class)) {
            return Stream.empty();
        }
        var type = method.getOwner();
        String path = path(type.tryGetAnnotationOfType(jakarta.ws.rs.Path.class)
                        .map(jakarta.ws.rs.Path::value)
                        .orElse(""))
                + path(method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class)
                        .map(jakarta.ws.rs.Path::value)
                        .orElse(""));
        return Arrays.stream(method.reflect().getAnnotations())
                .map(Annotation::annotationType)
                .filter(each -> each.isAnnotationPresent(HttpMethod.class))
                .map(each -> new Route(
                        each.getAnnotation(HttpMethod.class).value(),
                        path.isEmpty() ? "/" : path,
                        type.getSimpleName()));
    }

    /** A part of an address, beginning with a slash, without one at its end. */
    private static String path(String written) {
        String path = written.startsWith("/") ? written.substring(1) : written;
        return path.isEmpty() ? "" : "/" + path;
    }

    private static String table(List<Route> routes) {
        int method = width(routes.stream().map(Route::method), "Method");
        int pattern = width(routes.stream().map(Route::pattern), "Pattern") + 2;
        int type = width(routes.stream().map(Route::type), "Class") + 2;
        var table = new StringBuilder(TableRow.of("Method", method, "Pattern", pattern, "Class", type))
                .append(TableRow.of("-".repeat(method), method, "-".repeat(pattern), pattern, "-".repeat(type), type));
        routes.forEach(route -> table.append(route.row(method, pattern, type)));
        return table.toString();
    }

    private static int width(Stream<String> texts, String title) {
        return Math.max(title.length(), texts.mapToInt(String::length).max().orElse(0));
    }
}
