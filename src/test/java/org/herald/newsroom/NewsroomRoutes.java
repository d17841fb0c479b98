package org.herald.newsroom;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/** The routes of the newsroom, as their classes declare them. */
final class NewsroomRoutes {

    /** A parameter of a pattern, with its own expression or without. */
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*\\})+))?\\}");

    /** What stands in for a parameter: the first of these that its expression takes; nothing with these names is there. */
    private static final List<String> EXAMPLES =
            List.of("999999", "x", "2026-11-21", "2026-11", "000000000000", "a/b", "x.css", "en", "main");

    private NewsroomRoutes() {}

    /** One method of a route class. */
    record Route(String method, String path, String takes, boolean isOpen, List<Permission> needs) {

        boolean writes() {
            return !Set.of("GET", "HEAD").contains(method);
        }

        /** The route as a person reads it: names without their expressions. */
        String name() {
            return method + " " + PARAMETER.matcher(path).replaceAll("{$1}");
        }

        /** An address of this route at which nothing is. */
        String example() {
            return PARAMETER.matcher(path).replaceAll(found -> {
                String own = Optional.ofNullable(found.group(2)).orElse("[^/]+");
                return EXAMPLES.stream()
                        .filter(text -> text.matches(own))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No example for " + path));
            });
        }

        /** A body that says nothing. */
        String body() {
            return takes.endsWith("json") ? "{}" : takes.startsWith("multipart") ? "--x--\r\n" : "";
        }
    }

    static List<Route> all() {
        return new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target/classes/org/herald/newsroom")).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(JavaMethod::reflect)
                        .flatMap(NewsroomRoutes::routes)
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    private static Stream<Route> routes(Method method) {
        String path =
                path(method.getDeclaringClass().getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
        var needs = method.getAnnotation(Needs.class);
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(verb -> new Route(
                        verb.value(),
                        path,
                        takes(method),
                        method.isAnnotationPresent(Open.class),
                        needs == null ? List.of() : List.of(needs.value())));
    }

    private static String takes(Method method) {
        var own = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Consumes.class)));
        String type = own.map(consumes -> consumes.value()[0]).orElse("application/x-www-form-urlencoded");
        return type.startsWith("multipart") ? type + "; boundary=x" : type.replace("*/*", "application/octet-stream");
    }

    private static String path(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        String text = path.value().startsWith("/") ? path.value().substring(1) : path.value();
        return text.isEmpty() ? "" : "/" + text;
    }
}
