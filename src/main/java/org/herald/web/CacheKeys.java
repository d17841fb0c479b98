package org.herald.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Under which key the answer to a request is kept, as far as that can be said in memory.
 *
 * @param mayBeNamed asked with a path and a query: true when something may be stored under both, as {@code /?p=12} is
 * @param missing asked with a path: the page that says that nothing is there; nothing when something may be
 * @param routes those with parameters that mean something
 */
public record CacheKeys(
        BiPredicate<String, String> mayBeNamed,
        Function<String, Optional<Missing>> missing,
        List<RouteParameters> routes) {

    public CacheKeys {
        routes = List.copyOf(routes);
    }

    /**
     * The page that says that nothing is there.
     *
     * @param key of the one with suggestions for this address
     * @param plainKey of one without, which is sent when very many different ones are asked for
     */
    public record Missing(String key, String plainKey) {}

    /**
     * The address in the one form under which its page is kept: its path, and of its query what the route declares.
     *
     * @param uri from its first slash
     * @return nothing when only the routes can tell
     */
    Optional<String> canonical(String uri) {
        int mark = uri.indexOf('?');
        if (mark < 0) {
            return Optional.of(uri);
        }
        String path = uri.substring(0, mark);
        String query = uri.substring(mark + 1);
        if (mayBeNamed.test(path, query)) {
            return Optional.empty();
        }
        return routeOf(path)
                .map(route -> route.canonical(query).map(form -> form.isEmpty() ? path : path + "?" + form))
                .orElse(Optional.of(path));
    }

    /** The page that says that nothing is at this path; nothing when something may be. */
    Optional<Missing> missingAt(String path) {
        return routeOf(path).isPresent() ? Optional.empty() : missing.apply(path);
    }

    /** The route of a path, when it is one with parameters. */
    Optional<RouteParameters> routeOf(String path) {
        for (var route : routes) {
            if (route.matches(path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
