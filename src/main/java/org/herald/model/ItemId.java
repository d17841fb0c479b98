package org.herald.model;

/** The identity of an item. */
public record ItemId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
