package org.herald.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the change ledger: what a verb did, and the page keys it touched. Positions grow by the order of commits.
 *
 * @param item nothing for changes of menus, blocks and sections
 */
public record Change(
        long position,
        Instant at,
        Principal principal,
        VerbName verb,
        @Nullable ItemId item,
        List<PageKey> keys) {

    public Change {
        keys = List.copyOf(keys);
    }
}
