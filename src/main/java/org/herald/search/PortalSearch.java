package org.herald.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LedgerEntry;
import org.herald.model.geo.Outlines;
import org.herald.model.kind.Kinds;
import org.herald.store.ChangeQueries;
import org.herald.store.SearchQueries;
import org.jspecify.annotations.Nullable;

/**
 * The search of a portal. Each question first reads the change ledger to its end, so that what was published is found and what
 * was withdrawn is not. A thread of its own follows the ledger as well, keeps the index on the disk, and makes it anew
 * beside the old one when that is missing, damaged or made by another version; until then the old one answers if it can.
 */
public final class PortalSearch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PortalSearch.class.getName());

    private static final int AT_ONCE = 500;
    /** With more changes to follow, as after an import, a question does not wait for them. */
    private static final int MOST_TO_WAIT_FOR = 2000;

    private static final Duration TOGETHER = Duration.ofMillis(300);
    private static final Duration LOOKS = Duration.ofSeconds(2);
    private static final Duration KEEPS = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final IndexFolders folders;
    private final SearchIndex.Engine engine;
    private final SearchQueries queries;
    private final ChangeQueries changes;
    private final DocumentReader reader;
    private final InstantSource clock;
    private final Semaphore bell = new Semaphore(0);
    private final Object following = new Object();

    private volatile @Nullable Open open; // changed under the lock of following
    private volatile int percent; // of the index that is being made
    private volatile boolean isClosing; // set once
    private @Nullable Thread thread; // guarded by this

    /** An index that answers, and how far it has followed the ledger. */
    private static final class Open {
        private final Path folder;
        private final SearchIndex index;
        private long position; // guarded by following
        private Instant keptAt; // of the thread
        private boolean isChanged; // since it was kept; guarded by following

        Open(Path folder, SearchIndex index, long position, Instant keptAt) {
            this.folder = folder;
            this.index = index;
            this.position = position;
            this.keptAt = keptAt;
        }
    }

    /**
     * @param folder in which indexes stand
     * @param engine opens them
     */
    public PortalSearch(
            Path folder,
            SearchIndex.Engine engine,
            SearchQueries queries,
            ChangeQueries changes,
            Documents documents,
            InstantSource clock) {
        this.folders = new IndexFolders(folder);
        this.engine = engine;
        this.queries = queries;
        this.changes = changes;
        this.reader = new DocumentReader(documents.kinds(), documents.outlines());
        this.clock = clock;
    }

    /** What documents are made of besides the items. */
    public record Documents(Kinds kinds, Outlines outlines) {}

    /** Begins to follow the ledger, as the first question does; until then there is no index. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("herald-search").daemon().start(this::run);
        }
    }

    /** Something was committed: the index follows soon. */
    public void ring() {
        bell.release();
    }

    /** What a reader finds; empty while there is no index that can answer. */
    public Optional<SearchResult> find(SearchQuery query) {
        return ask(index -> index.find(query));
    }

    /** Items whose names go on as was typed. */
    public List<ItemId> suggest(Language language, String typed, int most) {
        return ask(index -> index.suggest(language, typed, most)).orElse(List.of());
    }

    /** How much of the index is made that nobody can ask yet, in percent. */
    public int percent() {
        return percent;
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask(SearchIndex index) throws IOException;
    }

    private <T> Optional<T> ask(Asking<T> asking) {
        start();
        queries.beside(this::followNow);
        var asked = open;
        while (asked != null) {
            try {
                return Optional.of(asking.ask(asked.index));
            } catch (IOException | IllegalStateException fault) {
                var now = open;
                if (now == asked) {
                    // not closed for a new one: it is damaged, or the disk is
                    giveUp(asked, fault);
                    now = null;
                }
                asked = now;
            }
        }
        return Optional.empty();
    }

    /** Before a question: reads what has changed, unless that would take long. */
    private void followNow() {
        var now = open;
        if (now == null) {
            return;
        }
        synchronized (following) {
            long newest = changes.newest();
            if (newest - now.position > MOST_TO_WAIT_FOR) {
                ring();
                return;
            }
            try {
                follow(now, newest);
            } catch (IOException | IllegalStateException fault) {
                giveUp(now, fault);
            }
        }
    }

    private void giveUp(Open broken, Exception fault) {
        synchronized (following) {
            if (open != broken) {
                return;
            }
            open = null;
        }
        LOG.log(System.Logger.Level.WARNING, "The search index cannot be used and is made anew", fault);
        close(broken);
        ring();
    }

    private static void close(Open index) {
        try {
            index.index.close();
        } catch (IOException | IllegalStateException fault) {
            LOG.log(System.Logger.Level.DEBUG, "The search index was closed with a fault", fault);
        }
    }

    /** Called with the lock of following. */
    private void follow(Open index, long newest) throws IOException {
        boolean isSeen = true;
        while (index.position < newest && !isClosing) {
            List<LedgerEntry> next = changes.after(index.position, AT_ONCE);
            if (next.isEmpty()) {
                break;
            }
            Set<ItemId> touched = touched(next);
            if (!touched.isEmpty()) {
                var groups = new ArrayList<List<SearchQueries.Words>>();
                var members = queries.of(touched, groups::add);
                index.index.replace(members, reader.documents(groups, queries::headlines));
                isSeen = false;
            }
            index.position = next.getLast().position();
            index.isChanged = true;
        }
        if (!isSeen) {
            index.index.refresh();
        }
    }

    /** The items whose documents have changed: those that the entries are about, and what says their names or titles. */
    private Set<ItemId> touched(List<LedgerEntry> entries) throws IOException {
        var own = new LinkedHashSet<ItemId>();
        var touched = new LinkedHashSet<ItemId>();
        for (LedgerEntry entry : entries) {
            entry.change().about().ifPresent(own::add);
            if (entry.change() instanceof Change.SectionTitled(var section)) {
                touched.addAll(queries.in(section, MOST_TO_WAIT_FOR));
            }
        }
        touched.addAll(own);
        touched.addAll(queries.naming(own, MOST_TO_WAIT_FOR));
        if (touched.size() >= MOST_TO_WAIT_FOR) {
            // so many are read better all at once, beside
            folders.want();
            ring();
        }
        return touched;
    }

    private void run() {
        while (!isClosing) {
            boolean isWell = turn();
            try {
                boolean isRung = bell.tryAcquire((isWell ? LOOKS : PAUSE).toMillis(), TimeUnit.MILLISECONDS);
                if (isRung) {
                    // what is committed in quick succession is read together; a question does not wait for it
                    Thread.sleep(TOGETHER);
                    bell.drainPermits();
                }
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** @return false when it failed, so that it is tried again later */
    private boolean turn() {
        try {
            if (open == null) {
                open = reopened();
            }
            var now = open;
            if (now == null || folders.isWanted()) {
                rebuild();
            } else if (!IndexFolders.isThere(now.folder)) {
                giveUp(now, new IOException("The files of " + now.folder + " are gone"));
                rebuild();
            }
            followAndKeep();
            return true;
        } catch (IOException | RuntimeException fault) {
            if (!isClosing) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The search index could not be brought up to date; it is tried again",
                        fault);
            }
            return false;
        }
    }

    private void followAndKeep() throws IOException {
        var now = open;
        if (now == null) {
            return;
        }
        synchronized (following) {
            try {
                follow(now, changes.newest());
                if (now.isChanged && !clock.instant().isBefore(now.keptAt.plus(KEEPS))) {
                    keep(now);
                }
            } catch (IOException | IllegalStateException fault) {
                giveUp(now, fault);
                throw fault;
            }
        }
    }

    private void keep(Open index) throws IOException {
        index.index.keep(kept(index.position));
        index.keptAt = clock.instant();
        index.isChanged = false;
    }

    private SearchIndex.Kept kept(long position) {
        return new SearchIndex.Kept(position, mark(position));
    }

    /** What the ledger says at a position, as nothing else does; empty before its first change. */
    private String mark(long position) {
        return changes.after(position - 1, 1).stream()
                .filter(entry -> entry.position() == position)
                .map(entry -> Integer.toHexString(entry.toString().hashCode()))
                .findFirst()
                .orElse("");
    }

    /** The newest index that was kept whole and fits this portal; the others are removed. */
    private @Nullable Open reopened() throws IOException {
        Open found = null;
        for (Path folder : folders.all()) {
            if (found == null) {
                found = reopened(folder);
                if (found != null) {
                    continue;
                }
            }
            IndexFolders.remove(folder);
        }
        return found;
    }

    private @Nullable Open reopened(Path folder) {
        try {
            SearchIndex index = engine.open(folder);
            var kept = index.kept();
            if (kept.isPresent()
                    && kept.get().position() <= changes.newest()
                    && kept.get().mark().equals(mark(kept.get().position()))) {
                index.check();
                return new Open(folder, index, kept.get().position(), clock.instant());
            }
            index.close();
        } catch (IOException | IllegalStateException | IllegalArgumentException fault) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The search index in " + folder + " cannot be used and is made anew",
                    fault);
        }
        return null;
    }

    private void rebuild() throws IOException {
        long from = changes.newest();
        Path folder = folders.next();
        SearchIndex made = engine.open(folder);
        try {
            fill(made);
            made.keep(kept(from));
            made.refresh();
        } catch (IOException | RuntimeException fault) {
            made.close();
            IndexFolders.remove(folder);
            throw fault;
        }
        Open old;
        synchronized (following) {
            old = open;
            open = new Open(folder, made, from, clock.instant());
        }
        if (old != null) {
            close(old);
            IndexFolders.remove(old.folder);
        }
        percent = 0;
        folders.noteDone();
    }

    private void fill(SearchIndex index) throws IOException {
        int total = Math.max(1, queries.count());
        var some = new ArrayList<List<SearchQueries.Words>>();
        var done = new int[1];
        try {
            queries.all(group -> {
                some.add(group);
                if (some.size() >= AT_ONCE) {
                    done[0] += some.stream().mapToInt(List::size).sum();
                    add(index, some);
                    percent = (int) Math.min(99, done[0] * 100L / total);
                    note(done[0], total);
                }
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
        add(index, some);
    }

    private void note(int done, int total) {
        try {
            folders.note(done + " of " + total);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void add(SearchIndex index, List<List<SearchQueries.Words>> some) {
        if (isClosing) {
            throw new IllegalStateException("The server stops while the search index is being made");
        }
        try {
            index.replace(List.of(), reader.documents(some, queries::headlines));
            some.clear();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        isClosing = true;
        ring();
        Thread ending;
        synchronized (this) {
            ending = thread;
        }
        try {
            if (ending != null) {
                ending.join(PAUSE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        synchronized (following) {
            var last = open;
            if (last != null) {
                open = null;
                try {
                    if (last.isChanged) {
                        keep(last);
                    }
                } catch (IOException | RuntimeException fault) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "The search index was not kept; it follows again after the start",
                            fault);
                }
                close(last);
            }
        }
    }
}
