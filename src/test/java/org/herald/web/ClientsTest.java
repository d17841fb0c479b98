package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

/** Which failures are the client's leaving, and which are ours. */
final class ClientsTest {

    @Test
    void aBodyThatEndsEarlyIsAClientThatLeft() {
        assertTrue(Clients.hasLeft(new IOException(new ClosedChannelException())));
        assertTrue(Clients.hasLeft(new IOException(new IOException(new ClosedChannelException()))));
    }

    @Test
    void aFailureOfOurOwnIsNot() {
        assertFalse(Clients.hasLeft(new IOException("No space left on device")));
        assertFalse(Clients.hasLeft(new UncheckedIOException(new ClosedChannelException())));
        assertFalse(Clients.hasLeft(new IllegalStateException()));
    }
}
