package org.herald.model;

/** The identity of a section. */
public record SectionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
