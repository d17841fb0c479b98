package org.herald.site;

import java.util.List;
import org.herald.model.Change;
import org.herald.model.PageKey;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.web.MadeFrom;

/**
 * Follows the change ledger and keeps the newest {@link Outline}, so that no page asks the store for what stands around
 * it. When the store fails, the last outline stays.
 */
public final class Outlines {

    private static final int AT_ONCE = 500;

    private final OutlineQueries queries;
    private final ChangeQueries changes;
    private volatile Outline current = Outline.EMPTY; // replaced whole by refresh

    public Outlines(OutlineQueries queries, ChangeQueries changes) {
        this.queries = queries;
        this.changes = changes;
        refresh();
    }

    Outline current() {
        MadeFrom.note(PageKey.OUTLINE);
        return current;
    }

    /** Catches up with the ledger; called at the desk's bell, and by the clock for changes of other processes. */
    public synchronized void refresh() {
        if (current.position() < 0) {
            load(changes.newest());
            return;
        }
        long position = current.position();
        boolean touched = false;
        List<Change> next = changes.after(position, AT_ONCE);
        while (!next.isEmpty()) {
            touched |= next.stream().anyMatch(change -> change.keys().stream().anyMatch(PageKey::isInOutline));
            position = next.getLast().position();
            next = next.size() < AT_ONCE ? List.of() : changes.after(position, AT_ONCE);
        }
        if (touched) {
            load(position);
        } else {
            current = new Outline(position, current.sections(), current.menus(), current.blocks());
        }
    }

    private void load(long position) {
        current = new Outline(position, queries.sections(), queries.menus(), queries.blocks());
    }
}
