package org.herald.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.herald.model.PageKey;
import org.jspecify.annotations.Nullable;

/**
 * The pages that readers see now, as final bytes by their address. A follower of the change ledger removes exactly the
 * pages that a change touches. A page that was being made while something it is made from changed is sent, but not kept.
 * What was removed is remembered as the last good page, for when making it anew fails.
 */
public final class PageCache {

    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_STALE_BYTES = 16L << 20;
    /** Changes that are remembered for pages still being made; a page that takes longer than so many is not kept. */
    private static final int REMEMBERED = 2000;

    private final Cache<String, KeptPage> pages;
    private final Cache<String, KeptPage> lastGood;
    private final Map<PageKey, Set<String>> addresses = new ConcurrentHashMap<>();
    private final Deque<Applied> recent = new ArrayDeque<>();
    private final InstantSource clock;
    private final Supplier<Instant> nextTurn;
    private long position; // of the newest change that was applied; guarded by this
    private long forgotten; // position up to which changes are no longer remembered; guarded by this

    private record Applied(long position, Set<PageKey> keys) {}

    /** The making of one page: what was applied when it began. */
    record Making(String address, long position) {}

    /** @param nextTurn asked when a page is kept: the next instant at which pages change by time alone */
    public PageCache(InstantSource clock, Supplier<Instant> nextTurn) {
        this.clock = clock;
        this.nextTurn = nextTurn;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((String address, KeptPage page) -> page.weight())
                .evictionListener(this::evicted)
                .build();
        this.lastGood = Caffeine.newBuilder()
                .maximumWeight(MOST_STALE_BYTES)
                .weigher((String address, KeptPage page) -> page.weight())
                .build();
    }

    /** The page at this address, when it is kept and still holds. */
    Optional<KeptPage> at(String address) {
        return Optional.ofNullable(pages.getIfPresent(address)).filter(page -> page.holdsAt(clock.millis()));
    }

    /** The page that stood at this address before it changed, for when it cannot be made. */
    Optional<KeptPage> lastGoodAt(String address) {
        return Optional.ofNullable(lastGood.getIfPresent(address))
                .or(() -> Optional.ofNullable(pages.getIfPresent(address)));
    }

    /** Notes that a page is being made from now on. */
    synchronized Making begin(String address) {
        return new Making(address, position);
    }

    /** Keeps a page that was made, unless something it is made from has changed since it began. */
    KeptPage keep(Making making, Page page) {
        var kept = new KeptPage(page, nextTurn.get().toEpochMilli());
        synchronized (this) {
            boolean isOld = making.position() < forgotten
                    || recent.stream()
                            .anyMatch(change -> change.position() > making.position()
                                    && !Collections.disjoint(change.keys(), page.keys()));
            if (!isOld) {
                // the page before its keys: an eviction of its forerunner in between would take the keys away
                pages.put(making.address(), kept);
                page.keys().forEach(key -> remember(key, making.address()));
                lastGood.invalidate(making.address());
            }
        }
        return kept;
    }

    /**
     * Removes the pages made from these.
     *
     * @param newPosition of the change in the ledger
     */
    public synchronized void apply(long newPosition, Collection<PageKey> keys) {
        position = Math.max(position, newPosition);
        recent.addLast(new Applied(newPosition, Set.copyOf(keys)));
        if (recent.size() > REMEMBERED) {
            forgotten = recent.removeFirst().position();
        }
        keys.forEach(key -> {
            var touched = addresses.remove(key);
            if (touched != null) {
                touched.forEach(this::remove);
            }
        });
    }

    /**
     * Removes every page, after more changes than are worth following one by one.
     *
     * @param newPosition of the newest change in the ledger; an older one than was applied only removes the pages
     */
    public synchronized void clear(long newPosition) {
        position = Math.max(position, newPosition);
        forgotten = position;
        recent.clear();
        new HashSet<>(pages.asMap().keySet()).forEach(this::remove);
        addresses.clear();
    }

    /** How many pages are kept. */
    public long size() {
        pages.cleanUp();
        return pages.estimatedSize();
    }

    private void remove(String address) {
        KeptPage page = pages.asMap().remove(address);
        if (page != null) {
            lastGood.put(address, page);
            forget(address, page);
        }
    }

    private void evicted(@Nullable String address, @Nullable KeptPage page, RemovalCause cause) {
        if (address != null && page != null) {
            forget(address, page);
        }
    }

    private void remember(PageKey key, String address) {
        addresses.compute(key, (_, all) -> {
            Set<String> some = all == null ? ConcurrentHashMap.newKeySet() : all;
            some.add(address);
            return some;
        });
    }

    private void forget(String address, KeptPage page) {
        page.keys()
                .forEach(key -> addresses.computeIfPresent(key, (_, all) -> {
                    all.remove(address);
                    return all.isEmpty() ? null : all;
                }));
    }
}
