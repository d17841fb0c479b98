package org.herald.web;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.stream.Stream;

/** What is known of those who ask. */
public final class Clients {

    private Clients() {}

    /** True when this came of a client that went away before it had sent its request whole: nobody sees the answer. */
    public static boolean hasLeft(Throwable failure) {
        return failure instanceof IOException
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof ClosedChannelException || cause instanceof HttpClosedException);
    }
}
