package org.herald.model;

/** The identity of a revision. */
public record RevisionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
