package org.herald.store;

import java.util.concurrent.atomic.AtomicLong;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Counts the SQL statements that were run, so that a page's cost can be seen and asserted. */
final class StatementCount implements ExecuteListener {

    private final AtomicLong started = new AtomicLong();

    @Override
    public void executeStart(ExecuteContext context) {
        started.incrementAndGet();
    }

    /** One was run without jOOQ. */
    void add() {
        started.incrementAndGet();
    }

    long value() {
        return started.get();
    }
}
