package org.herald.web;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The error pages of parts of the server whose pages are not readers' pages.
 *
 * @param byBeginning for all addresses that begin so, such as {@code /newsroom}: the page for a status
 */
public record ErrorPages(Map<String, IntFunction<Response>> byBeginning) {

    public ErrorPages {
        byBeginning = Map.copyOf(byBeginning);
    }

    /** What makes the error pages of this path; empty where readers' pages are. */
    public Optional<IntFunction<Response>> of(String path) {
        return byBeginning.entrySet().stream()
                .filter(each -> path.equals(each.getKey()) || path.startsWith(each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
