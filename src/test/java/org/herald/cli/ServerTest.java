package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a server divides the processors of a machine. */
final class ServerTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "16, 8"})
    void halfOfTheProcessorsAnswer(int processors, int loops) {
        assertEquals(loops, Server.loops(processors));
    }
}
