package org.herald.model;

/** The identity of a block. */
public record BlockId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
