package org.herald.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a verb writes into the change ledger about one subject.
 *
 * @param keys of the pages that this changes
 */
public record Announcement(Change change, Set<PageKey> keys) {

    public Announcement {
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys)); // in the order in which they were found
    }

    public static Announcement of(Change change, PageKey... keys) {
        return of(change, List.of(keys));
    }

    public static Announcement of(Change change, Collection<PageKey> keys) {
        return new Announcement(change, new LinkedHashSet<>(keys));
    }
}
