package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class IdleMemoryTest {
    private static final long MB = 1 << 20;

    private final AtomicLong collections = new AtomicLong(5);
    private final AtomicLong heap = new AtomicLong(40 * MB);
    private final List<Long> collected = new ArrayList<>();
    private final IdleMemory memory = new IdleMemory(collections::get, heap::get, () -> {
        collected.add(heap.get() / MB);
        collections.incrementAndGet();
        heap.set(90 * MB); // what is in use is more than at the start
    });

    @Test
    void heapThatGrewIsCollectedOnceTheServerIsIdle() {
        collections.addAndGet(500);
        heap.set(400 * MB);
        memory.look();
        assertEquals(List.of(), collected, "it is busy");

        collections.addAndGet(3);
        memory.look();
        assertEquals(List.of(400L), collected);

        memory.look();
        memory.look();
        assertEquals(List.of(400L), collected, "there is nothing more to give back");

        heap.set(160 * MB);
        memory.look();
        assertEquals(List.of(400L, 160L), collected);
    }

    @Test
    void littleIsNotWorthAPause() {
        heap.set(100 * MB);
        memory.look();
        assertEquals(List.of(), collected);
    }
}
