package org.herald.web;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.stream.Stream;

/** What is known of those who ask. */
public final class Clients {

    /** What reads forms, before any route of ours is called. */
    private static final String FORM_PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private static final String OURS = "org.herald.";
    private static final String CUT_OFF = "Connection terminated parsing multipart request";

    private Clients() {}

    /**
     * True when this came of a form that cannot be read: wrong percent signs, an unknown charset, no boundary, a part that
     * ends in the middle, too many fields. The parser has no exception of its own for these, so it is known by where it was
     * thrown; what the disk refused is no fault of the client.
     */
    public static boolean sentMalformedForm(Throwable failure) {
        return (!(failure instanceof IOException) || CUT_OFF.equals(failure.getMessage()))
                && Stream.of(failure.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .takeWhile(name -> !name.startsWith(OURS))
                        .anyMatch(name -> name.startsWith(FORM_PARSER));
    }

    /** True when this came of a client that went away before it had sent its request whole: nobody sees the answer. */
    public static boolean hasLeft(Throwable failure) {
        return failure instanceof IOException
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof ClosedChannelException || cause instanceof HttpClosedException);
    }
}
