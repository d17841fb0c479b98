package org.herald.model;

/** The identity of a correction. */
public record CorrectionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
