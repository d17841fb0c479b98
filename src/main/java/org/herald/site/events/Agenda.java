package org.herald.site.events;

import java.util.List;

/**
 * What takes place.
 *
 * @param dated on one day each
 * @param running on several days in one go, or until further notice; each occurrence once, those that begin first first
 * @param hasMore true when either list was cut short
 */
public record Agenda(List<Listed> dated, List<Listed> running, boolean hasMore) {

    public boolean isEmpty() {
        return dated.isEmpty() && running.isEmpty();
    }
}
