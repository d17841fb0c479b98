package org.herald.store;

import org.jspecify.annotations.Nullable;

/** The database cannot do what it must; the message tells the operator what is wrong and what to do. */
public final class StoreFault extends RuntimeException {

    public StoreFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
