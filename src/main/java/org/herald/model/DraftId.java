package org.herald.model;

/** The identity of a draft. */
public record DraftId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
