package org.herald.model;

import java.util.Locale;

/** Where an item stands in its life; which verb may lead from which state is the table in {@code publish.Transitions}. */
public enum State {
    /** Written, never seen by readers. */
    DRAFT,
    /** Sent to somebody who reads it before it may go out; readers see nothing of it. */
    IN_REVIEW,
    /** Read and found good; readers see nothing of it yet. */
    APPROVED,
    /** To be published at its due instant. */
    SCHEDULED,
    /** Readers see it. */
    PUBLISHED,
    /** Readers see it, with at least one correction note. */
    CORRECTED,
    /** Readers saw it once; its addresses now answer 410 with a notice. */
    WITHDRAWN;

    /** The word that is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state with this word; a word that is none is a fault of the database. */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** True once readers have seen the item: a newer text of it is a change, with a review state of its own. */
    public boolean hasBeenLive() {
        return isLive() || this == WITHDRAWN;
    }

    /** True while readers see the item. */
    public boolean isLive() {
        return this == PUBLISHED || this == CORRECTED;
    }
}
