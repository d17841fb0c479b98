package org.herald.newsroom;

import java.util.Optional;

/** A number, such as that of an item or an account, as a form or an address carries it. */
public final class TypedNumber {

    private TypedNumber() {}

    /** The number that this text is; empty when it is none. */
    public static Optional<Long> read(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
