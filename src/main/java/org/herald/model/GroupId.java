package org.herald.model;

/** The identity of a group of translations: items that say the same thing in different languages. */
public record GroupId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
