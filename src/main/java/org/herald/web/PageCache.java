package org.herald.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.RemovalListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.herald.model.PageDependencies;
import org.herald.model.PageKey;
import org.jspecify.annotations.Nullable;

/**
 * The pages that readers see now, as final bytes by their address. A follower of the change ledger removes exactly the
 * pages that a change touches. A page that was being made while something it is made from changed is sent, but not kept.
 * What was removed is remembered as the last good page, for when making it anew fails. Pages that say that nothing is
 * there have a small room of their own, so that a flood of made-up addresses drives out no other page, and so have the
 * forms of each route whose query means something.
 */
public final class PageCache {

    /** A sixteenth of the memory that Java may take: of 4 GB in the machine 1 GB, and of that 64 MB, which is 4,000 pages. */
    private static final long MOST_BYTES = Math.clamp(Runtime.getRuntime().maxMemory() / 16, 16L << 20, 512L << 20);

    private static final long MOST_BYTES_OF_NOTHING = 4L << 20;
    /** Of the forms of one route's pages. */
    private static final long MOST_BYTES_OF_FORMS = MOST_BYTES / 8;

    private static final long MOST_STALE_BYTES = 16L << 20;
    private static final long MOST_PLAIN_BYTES = MOST_BYTES / 8;
    /** Changes that are remembered for pages still being made; a page that takes longer than so many is not kept. */
    private static final int REMEMBERED = 2000;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Cache<String, CachedPage> pages = room(MOST_BYTES, this::evicted);
    private final Cache<String, CachedPage> nothings = room(MOST_BYTES_OF_NOTHING, this::evicted);
    /** One for each route with parameters, so that none of them can fill the memory with forms of its pages. */
    private final Map<RouteParameters, Cache<String, CachedPage>> formsByRoute;

    private final Cache<String, CachedPage> lastGood = room(MOST_STALE_BYTES, (address, page, cause) -> {});
    /** What few clients take, without any coding, while its page is kept; the pages themselves hold only coded bytes. */
    private final Cache<CachedPage, CachedPage.Form> plain = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(MOST_PLAIN_BYTES)
            .weigher((CachedPage page, CachedPage.Form form) -> form.bytes().length())
            .build();

    private final Map<PageKey, Set<String>> addresses = new ConcurrentHashMap<>();
    private final Deque<Applied> recent = new ArrayDeque<>();
    private final CacheFigures figures = new CacheFigures();
    private final InstantSource clock;
    private final Supplier<Instant> nextTurn;
    private long position; // of the newest change that was applied; guarded by this
    private long forgotten; // position up to which changes are no longer remembered; guarded by this

    private record Applied(long position, Set<PageKey> keys) {}

    /**
     * The making of one page: what was applied when it began, and what it was made from so far.
     *
     * @param address under which it is kept; empty when it is not
     * @param route whose form it is, when it is one with parameters
     */
    record Making(String address, Optional<RouteParameters> route, long position, PageDependencies dependencies) {

        /** The making of the page that many missing addresses share, along with that of one of them. */
        Making of(String key) {
            return new Making(key, Optional.empty(), position, dependencies);
        }
    }

    /**
     * @param nextTurn asked when a page is kept: the next instant at which pages change by time alone
     * @param routes those with parameters
     */
    public PageCache(InstantSource clock, Supplier<Instant> nextTurn, Collection<RouteParameters> routes) {
        this.clock = clock;
        this.nextTurn = nextTurn;
        this.formsByRoute = routes.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), route -> forms(route.mostForms())));
    }

    /** Small pages weigh as much as many of them may be there. */
    private Cache<String, CachedPage> forms(int most) {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES_OF_FORMS)
                .weigher((String address, CachedPage page) ->
                        Math.max(page.weight(), Math.ceilDiv(Math.toIntExact(MOST_BYTES_OF_FORMS), most)))
                .evictionListener(this::evicted)
                .build();
    }

    private static Cache<String, CachedPage> room(long bytes, RemovalListener<String, CachedPage> onEviction) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String address, CachedPage page) -> page.weight())
                .evictionListener(onEviction)
                .build();
    }

    /** The page at this address, when it is kept and still holds. */
    Optional<CachedPage> at(String address) {
        CachedPage page = pages.getIfPresent(address);
        if (page == null) {
            page = nothings.getIfPresent(address);
        }
        if (page == null && address.indexOf('?') >= 0) {
            page = formAt(address);
        }
        return Optional.ofNullable(page).filter(cached -> cached.holdsAt(clock.millis()));
    }

    private @Nullable CachedPage formAt(String address) {
        for (var forms : formsByRoute.values()) {
            CachedPage page = forms.getIfPresent(address);
            if (page != null) {
                return page;
            }
        }
        return null;
    }

    /** A kept page in this coding. */
    CachedPage.Form in(Encoding encoding, CachedPage page) {
        return encoding == Encoding.IDENTITY && page.heads().isCompressible()
                ? plain.get(page, cached -> cached.in(encoding))
                : page.in(encoding);
    }

    /** The page that stood at this address before it changed, for when it cannot be made. */
    Optional<CachedPage> lastGoodAt(String address) {
        if (isFreshOnly(address)) {
            return Optional.empty();
        }
        return Optional.ofNullable(lastGood.getIfPresent(address))
                .or(() -> Optional.ofNullable(pages.getIfPresent(address)))
                .or(() -> Optional.ofNullable(formAt(address)));
    }

    /** Notes that a page is being made from now on. */
    synchronized Making begin(String address, Optional<RouteParameters> route, PageDependencies dependencies) {
        return new Making(address, route, position, dependencies);
    }

    /**
     * Keeps a page that was made.
     *
     * @return the page; nothing when it may not be kept: something it is made from has changed since it began, it is made
     *     from what no key names, or it is one that says that it could not be made
     */
    Optional<CachedPage> keep(Making making, Page page) {
        boolean isThere = page.status() == OK || page.status() == GONE;
        // where nothing was when the request came, something is by now
        boolean isOther = MissingPage.isKey(making.address()) && page.status() != NOT_FOUND;
        boolean isKept = !making.address().isEmpty() && !isOther && (isThere || page.status() == NOT_FOUND);
        return making.dependencies().isKnown() && isKept
                ? keep(
                        making,
                        CachedPage.of(
                                page,
                                making.dependencies().keys(),
                                until(making.dependencies()).toEpochMilli()))
                : Optional.empty();
    }

    private Instant until(PageDependencies dependencies) {
        Instant turn = nextTurn.get();
        return dependencies.until().filter(turn::isAfter).orElse(turn);
    }

    /** Keeps the page that many missing addresses share at one of them, too. */
    void keepMissing(Making making, CachedPage shared) {
        if (making.dependencies().isKnown() && !making.address().isEmpty() && !MissingPage.isKey(making.address())) {
            var keys = new HashSet<>(shared.keys());
            keys.addAll(making.dependencies().keys());
            var _ = keep(making, shared.at(keys));
        }
    }

    private synchronized Optional<CachedPage> keep(Making making, CachedPage cached) {
        boolean isOld = making.position() < forgotten
                || recent.stream()
                        .anyMatch(change -> change.position() > making.position()
                                && !Collections.disjoint(change.keys(), cached.keys()));
        if (isOld) {
            return Optional.empty();
        }
        // the page before its keys: an eviction of its forerunner in between would take the keys away
        room(making, cached).put(making.address(), cached);
        cached.keys().forEach(key -> remember(key, making.address()));
        CachedPage before = lastGood.asMap().remove(making.address());
        figures.countMade(before != null && before.hasSameWordsAs(cached));
        return Optional.of(cached);
    }

    private Cache<String, CachedPage> room(Making making, CachedPage page) {
        if (page.status() == NOT_FOUND) {
            return nothings;
        }
        return making.address().indexOf('?') < 0
                ? pages
                : making.route().map(formsByRoute::get).orElse(pages);
    }

    /**
     * Removes the pages made from these.
     *
     * @param newPosition of the change in the ledger
     * @return the addresses of those that readers asked for since they were made, the most asked first
     */
    public synchronized List<String> apply(long newPosition, Collection<PageKey> keys) {
        position = Math.max(position, newPosition);
        recent.addLast(new Applied(newPosition, Set.copyOf(keys)));
        if (recent.size() > REMEMBERED) {
            forgotten = recent.removeFirst().position();
        }
        var removed = new ArrayList<Removed>();
        keys.forEach(key -> {
            var touched = addresses.remove(key);
            if (touched != null) {
                touched.forEach(address -> remove(address).ifPresent(removed::add));
            }
        });
        return wanted(removed);
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
        var all = new HashSet<>(pages.asMap().keySet());
        all.addAll(nothings.asMap().keySet());
        formsByRoute.values().forEach(forms -> all.addAll(forms.asMap().keySet()));
        all.forEach(this::remove);
        addresses.clear();
    }

    /** True when the page at this address is kept. */
    public boolean has(String address) {
        return at(address).isPresent();
    }

    /** How many pages are kept, those that say that nothing is there included. */
    public long size() {
        pages.cleanUp();
        nothings.cleanUp();
        long forms = formsByRoute.values().stream()
                .peek(Cache::cleanUp)
                .mapToLong(Cache::estimatedSize)
                .sum();
        return pages.estimatedSize() + nothings.estimatedSize() + forms;
    }

    /** What was made and what of it in vain. */
    public CacheFigures figures() {
        return figures;
    }

    private record Removed(String address, int asked) {}

    private static List<String> wanted(List<Removed> removed) {
        return removed.stream()
                .filter(page -> page.asked() > 0)
                .sorted(Comparator.comparingInt(Removed::asked).reversed())
                .map(Removed::address)
                .toList();
    }

    private Optional<Removed> remove(String address) {
        CachedPage page = removeShown(address);
        if (page != null) {
            if (!isFreshOnly(address)) {
                lastGood.put(address, page);
            }
        } else {
            page = nothings.asMap().remove(address);
        }
        if (page == null) {
            return Optional.empty();
        }
        forget(address, page);
        figures.countRemoved();
        return Optional.of(new Removed(address, page.asked()));
    }

    private boolean isFreshOnly(String address) {
        int mark = address.indexOf('?');
        return mark >= 0
                && formsByRoute.keySet().stream()
                        .anyMatch(route -> route.isFreshOnly() && route.matches(address.substring(0, mark)));
    }

    private @Nullable CachedPage removeShown(String address) {
        CachedPage page = pages.asMap().remove(address);
        for (var forms : formsByRoute.values()) {
            page = page == null ? forms.asMap().remove(address) : page;
        }
        return page;
    }

    private void evicted(@Nullable String address, @Nullable CachedPage page, RemovalCause cause) {
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

    private void forget(String address, CachedPage page) {
        page.keys()
                .forEach(key -> addresses.computeIfPresent(key, (_, all) -> {
                    all.remove(address);
                    return all.isEmpty() ? null : all;
                }));
    }
}
