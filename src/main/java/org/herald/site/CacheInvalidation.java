package org.herald.site;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.herald.model.Change;
import org.herald.model.LedgerEntry;
import org.herald.store.ChangeQueries;
import org.herald.web.PageCache;

/**
 * Follows the change ledger, removes the kept pages that each change touches, tells the {@link KnownPaths} what is new, and
 * has the wanted ones made anew.
 */
public final class CacheInvalidation {

    private static final int AT_ONCE = 500;
    /** So many changes at a look, as of an import, and all pages are made anew. */
    private static final int TOO_MANY = 5000;

    private final ChangeQueries changes;
    private final PageCache cache;
    private final KnownPaths known;
    private final Consumer<Collection<String>> wanted;
    private final LongSupplier navigated;
    private long position = -1; // of the newest change that was applied; guarded by this

    /**
     * @param navigated how far {@link CurrentNavigation} has followed the ledger: a change is applied after it, so that no
     *     page that is rendered from then on has an outline from before
     * @param wanted told the addresses of pages that are asked for soon: just published, or removed while in demand
     */
    public CacheInvalidation(
            ChangeQueries changes,
            PageCache cache,
            KnownPaths known,
            LongSupplier navigated,
            Consumer<Collection<String>> wanted) {
        this.changes = changes;
        this.cache = cache;
        this.known = known;
        this.navigated = navigated;
        this.wanted = wanted;
        refresh();
    }

    /** Catches up with the ledger; called after each commit of the command bus, and by the clock for changes of other processes. */
    public synchronized void refresh() {
        long last = Math.min(changes.newest(), navigated.getAsLong());
        if (position < 0 || last - position > TOO_MANY) {
            position = last;
            known.forget();
            cache.clear(position);
            return;
        }
        var addresses = new LinkedHashSet<String>();
        var next = upTo(last);
        while (!next.isEmpty()) {
            known.apply(next.stream().map(LedgerEntry::change).toList());
            next.forEach(entry -> {
                addresses.addAll(cache.apply(entry.position(), entry.keys()));
                published(entry.change()).ifPresent(addresses::add);
            });
            position = next.getLast().position();
            next = next.size() < AT_ONCE ? List.of() : upTo(last);
        }
        if (!addresses.isEmpty()) {
            wanted.accept(addresses);
        }
    }

    private List<LedgerEntry> upTo(long last) {
        return position >= last
                ? List.of()
                : changes.after(position, AT_ONCE).stream()
                        .takeWhile(entry -> entry.position() <= last)
                        .toList();
    }

    /** How far the change ledger was followed. */
    public synchronized long position() {
        return position;
    }

    /** The address at which readers see something new. */
    private static Optional<String> published(Change change) {
        return switch (change) {
            case Change.ItemShown(var _, var _, var path) -> Optional.of(path);
            case Change.ItemMoved(var _, var _, var _, var to) -> Optional.of(to);
            case Change.ItemHidden _,
                    Change.ItemEdited _,
                    Change.SectionAdded _,
                    Change.SectionMoved _,
                    Change.SectionFollowed _,
                    Change.SectionRemoved _,
                    Change.SectionTitled _,
                    Change.OutlineChanged _,
                    Change.PathChanged _,
                    Change.AssetChanged _,
                    Change.LibraryChanged _,
                    Change.SettingsChanged _,
                    Change.NewsroomChanged _ -> Optional.empty();
        };
    }
}
