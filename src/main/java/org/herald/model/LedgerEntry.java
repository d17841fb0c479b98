package org.herald.model;

import java.time.Instant;
import java.util.List;

/**
 * One row of the change ledger: a subject that a verb changed, and the pages that this touches. Positions grow in the order of
 * commits; the rows of one verb follow each other and have its principal and instant.
 */
public record LedgerEntry(
        long position, Instant at, Principal principal, VerbName verb, Change change, List<PageKey> keys) {

    public LedgerEntry {
        keys = List.copyOf(keys);
    }
}
