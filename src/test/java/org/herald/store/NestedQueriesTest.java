package org.herald.store;

import static org.herald.store.schema.Tables.ITEM;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that waits for a second connection while it holds one stops all others as soon as every thread does. */
final class NestedQueriesTest {

    @TempDir
    private Path folder;

    @Test
    void queryWhileAnotherIsReadFailsInTests() {
        try (var portal = new TestPortal(folder)) {
            var reading = portal.database().reading();
            portal.database().write(transaction -> transaction.items());
            var fault = assertThrows(
                    AssertionError.class, () -> reading.selectOne().fetch(row -> reading.fetchCount(ITEM)));
            String told = String.valueOf(fault.getMessage());
            assertTrue(told.contains("fetch that one first"), told);
            assertTrue(reading.selectOne().fetchOptional().isPresent(), "the connection was given back");
        }
    }
}
