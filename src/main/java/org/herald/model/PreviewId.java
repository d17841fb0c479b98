package org.herald.model;

/** The identity of a preview. */
public record PreviewId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
