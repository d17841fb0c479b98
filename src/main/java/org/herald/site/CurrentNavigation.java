package org.herald.site;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.herald.model.Arrangement;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.LedgerEntry;
import org.herald.model.OutlineChange;
import org.herald.model.PageKey;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.web.CurrentRequest;

/**
 * Follows the change ledger and keeps the newest {@link Navigation}, so that no page asks the store for what stands around
 * it. When the store fails, the last outline stays.
 */
@Singleton
public final class CurrentNavigation {

    private static final int AT_ONCE = 500;

    /** The outline of a preview, for the pages that are made within {@link #with}. */
    private static final ScopedValue<Navigation> PREVIEWED = ScopedValue.newInstance();

    private final OutlineQueries queries;
    private final ChangeQueries changes;
    private final Kinds kinds;
    private volatile Navigation current = Navigation.EMPTY; // replaced whole by refresh

    public CurrentNavigation(OutlineQueries queries, ChangeQueries changes, Kinds kinds) {
        this.queries = queries;
        this.changes = changes;
        this.kinds = kinds;
        refresh();
    }

    Navigation current() {
        CurrentRequest.note(PageKey.OUTLINE);
        return PREVIEWED.isBound() ? PREVIEWED.get() : current;
    }

    /** The navigation as readers saw it at an instant. */
    Navigation at(Instant at) {
        var arrangement = queries.arrangement(at);
        var banners = queries.banners(at);
        return new Navigation(
                current.position(),
                arrangement,
                banners,
                queries.places(Navigation.items(arrangement, banners), at),
                current.directories());
    }

    /** How far the change ledger was followed. */
    public long position() {
        return current.position();
    }

    /** True while a preview is made. */
    static boolean isPreview() {
        return PREVIEWED.isBound();
    }

    /** Makes something as it will be after these changes, which readers do not see. */
    <T> T with(List<OutlineChange> planned, Callable<T> making) throws Exception {
        Navigation live = current;
        var arrangement = live.arrangement().after(planned);
        var places = queries.places(Navigation.items(arrangement, live.banners()));
        var navigation = new Navigation(live.position(), arrangement, live.banners(), places, live.directories());
        return ScopedValue.where(PREVIEWED, navigation).call(making::call);
    }

    /** Catches up with the ledger; called after each commit of the command bus, and by the clock for changes of other processes. */
    public synchronized void refresh() {
        if (current.position() < 0) {
            load(changes.newest());
            return;
        }
        long position = current.position();
        boolean touched = false;
        var watched = Navigation.items(current.arrangement(), current.banners());
        List<LedgerEntry> next = changes.after(position, AT_ONCE);
        while (!next.isEmpty()) {
            touched |= next.stream().anyMatch(entry -> touches(entry.change(), watched));
            position = next.getLast().position();
            next = next.size() < AT_ONCE ? List.of() : changes.after(position, AT_ONCE);
        }
        if (touched) {
            load(position);
        } else {
            current = current.at(position);
        }
    }

    /** Whether a change is one of the navigation, or of an item to which it leads. */
    private boolean touches(Change change, Set<ItemId> watched) {
        return switch (change) {
            case Change.SectionAdded _,
                    Change.SectionMoved _,
                    Change.SectionRemoved _,
                    Change.SectionTitled _,
                    Change.OutlineChanged _ -> true;
            case Change.ItemShown(var item, var _, var path) ->
                watched.contains(item) && !path.equals(current.places().get(item));
            case Change.ItemMoved(var item, var _, var _, var _) -> watched.contains(item);
            case Change.ItemHidden(var item, var _, var _) -> watched.contains(item);
            case Change.AssetChanged(var asset) -> current.arrangement().shows(asset);
            case Change.ItemEdited _,
                    Change.SectionFollowed _,
                    Change.PathChanged _,
                    Change.LibraryChanged _,
                    Change.SettingsChanged _,
                    Change.NewsroomChanged _ -> false;
        };
    }

    private Map<SectionId, KindName> directories() {
        var byPath = new HashMap<String, KindName>();
        kinds.all().stream()
                .filter(kind -> kind.section() != null)
                .forEach(kind -> byPath.putIfAbsent(Objects.requireNonNull(kind.section()), kind.name()));
        var directories = new HashMap<SectionId, KindName>();
        queries.followed(byPath.keySet())
                .forEach((path, section) -> directories.put(section, Objects.requireNonNull(byPath.get(path))));
        return directories;
    }

    private void load(long position) {
        Arrangement arrangement = queries.arrangement();
        var banners = queries.banners();
        var places = queries.places(Navigation.items(arrangement, banners));
        current = new Navigation(position, arrangement, banners, places, directories());
    }
}
