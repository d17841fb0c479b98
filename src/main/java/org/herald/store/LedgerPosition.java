package org.herald.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.herald.model.ItemId;
import org.herald.model.LedgerEntry;

/** How far an index in memory has followed the change ledger. Used by one thread at a time. */
public final class LedgerPosition {

    private static final int AT_ONCE = 500;
    /** So many changes at a look, as of an import, and all is read anew. */
    private static final int TOO_MANY = 5000;

    private final ChangeQueries changes;
    private long position = -1; // of the last change that was followed

    public LedgerPosition(ChangeQueries changes) {
        this.changes = changes;
    }

    /**
     * Brings the index up to the end of the ledger. When the store fails, the next call does the same again.
     *
     * @param load reads all anew
     * @param read reads these items again, which changed; they may be gone
     */
    public void follow(Runnable load, Consumer<Collection<ItemId>> read) {
        long newest = changes.newest();
        if (position < 0 || newest - position > TOO_MANY) {
            load.run();
            position = newest; // what was written meanwhile is read again by the next call
            return;
        }
        var touched = new LinkedHashSet<ItemId>();
        long upTo = position;
        while (upTo < newest) {
            List<LedgerEntry> next = changes.after(upTo, AT_ONCE);
            if (next.isEmpty()) {
                break;
            }
            next.forEach(entry -> entry.change().about().ifPresent(touched::add));
            upTo = next.getLast().position();
        }
        if (!touched.isEmpty()) {
            read.accept(touched);
        }
        position = upTo;
    }
}
