package org.herald.model;

/** The identity of a comment. */
public record CommentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
