package org.herald.site;

import org.herald.store.ChangeQueries;
import org.herald.web.PageCache;

/** Follows the change ledger and removes the kept pages that each change touches. */
public final class FreshPages {

    private static final int AT_ONCE = 500;
    /** So many changes at a look, as of an import, and all pages are made anew. */
    private static final int TOO_MANY = 5000;

    private final ChangeQueries changes;
    private final PageCache cache;
    private long position = -1; // of the newest change that was applied; guarded by this

    public FreshPages(ChangeQueries changes, PageCache cache) {
        this.changes = changes;
        this.cache = cache;
        refresh();
    }

    /** Catches up with the ledger; called at the desk's bell, and by the clock for changes of other processes. */
    public synchronized void refresh() {
        if (position < 0 || changes.newest() - position > TOO_MANY) {
            position = changes.newest();
            cache.clear(position);
            return;
        }
        var next = changes.after(position, AT_ONCE);
        while (!next.isEmpty()) {
            next.forEach(change -> cache.apply(change.position(), change.keys()));
            position = next.getLast().position();
            next = next.size() < AT_ONCE ? next.subList(0, 0) : changes.after(position, AT_ONCE);
        }
    }
}
