package org.herald.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.herald.store.sqlite.SqliteEngine;

/** Holds every connection of the readers, so that no page can be made until it is closed. */
public final class HeldReaders implements AutoCloseable {

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService holders = Executors.newFixedThreadPool(SqliteEngine.READERS);

    private HeldReaders() {}

    /** Waits until it has them all. */
    public static HeldReaders of(Database database) throws InterruptedException {
        var held = new HeldReaders();
        var taken = new CountDownLatch(SqliteEngine.READERS);
        for (int reader = 0; reader < SqliteEngine.READERS; reader++) {
            held.holders.execute(() -> database.reading().connection(_ -> {
                taken.countDown();
                held.released.await();
            }));
        }
        taken.await();
        return held;
    }

    @Override
    public void close() {
        released.countDown();
        holders.close();
    }
}
