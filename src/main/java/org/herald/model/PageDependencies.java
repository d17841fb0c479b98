package org.herald.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a page is rendered from, noted by the queries themselves while it is rendered, so that no author of a page can
 * forget it. A query that cannot say what it reads makes the page one that is not cached.
 */
public final class PageDependencies {

    private final Set<PageKey> keys = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MAX);
    private final AtomicReference<@Nullable Long> newestChange = new AtomicReference<>();
    private volatile boolean isUnknown; // set once by a query without keys

    /** The page reads what these keys name. */
    public void note(Collection<PageKey> read) {
        keys.addAll(read);
    }

    /** The page reads something that no key names. */
    public void noteUnknown() {
        isUnknown = true;
    }

    /** The page says something that is true only before this instant. */
    public void noteUntil(Instant instant) {
        until.accumulateAndGet(instant, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** The first instant at which something that the page says changes by time alone; absent for never. */
    public Optional<Instant> until() {
        return Optional.of(until.get()).filter(instant -> !instant.equals(Instant.MAX));
    }

    /** The newest change of the ledger when the page first asked for it. */
    public long newestChange(LongSupplier asking) {
        Long known = newestChange.get();
        if (known != null) {
            return known;
        }
        long asked = asking.getAsLong();
        newestChange.set(asked);
        return asked;
    }

    public Set<PageKey> keys() {
        return keys;
    }

    /** True when every change of what the page reads is announced by a key. */
    public boolean isKnown() {
        return !isUnknown;
    }
}
