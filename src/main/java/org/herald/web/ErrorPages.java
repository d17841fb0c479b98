package org.herald.web;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/**
 * The error pages of parts of the server whose pages are not readers' pages.
 *
 * @param byBeginning for all addresses that begin so, such as {@code /newsroom}
 */
public record ErrorPages(Map<String, Pages> byBeginning) {

    /** Makes the error pages of a part. */
    @FunctionalInterface
    public interface Pages {

        /**
         * The page for a status.
         *
         * @param isOutcomeUnknown true when what failed may have been done all the same
         */
        Response page(int status, boolean isOutcomeUnknown);
    }

    public ErrorPages {
        byBeginning = Map.copyOf(byBeginning);
    }

    /** What makes the error pages of this path; empty where readers' pages are. */
    public Optional<Pages> of(String path) {
        return byBeginning.entrySet().stream()
                .filter(each -> path.equals(each.getKey()) || path.startsWith(each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
