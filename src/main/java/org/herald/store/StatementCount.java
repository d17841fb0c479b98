package org.herald.store;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Counts the SQL statements that were run, so that a page's cost can be seen and asserted, and tells whoever listens. */
final class StatementCount implements ExecuteListener {

    private static final long serialVersionUID = 1;

    private final AtomicLong started = new AtomicLong();
    private transient volatile @Nullable BiConsumer<String, List<@Nullable Object>> listener; // set by who listens

    @Override
    public void executeStart(ExecuteContext context) {
        started.incrementAndGet();
        var told = listener;
        String sql = context.sql();
        var query = context.query();
        if (told != null && sql != null && query != null) {
            told.accept(sql, query.getBindValues());
        }
    }

    /** One was run without jOOQ. */
    void add(String sql, @Nullable Object... values) {
        started.incrementAndGet();
        var told = listener;
        if (told != null) {
            told.accept(sql, Arrays.asList(values));
        }
    }

    /** Tells each statement that is run from now on, with its values. */
    void tell(BiConsumer<String, List<@Nullable Object>> newListener) {
        listener = newListener;
    }

    long value() {
        return started.get();
    }
}
