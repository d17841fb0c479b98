package org.herald.site;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.Block;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.site.directory.DirectoryIndex;
import org.herald.site.directory.Found;
import org.herald.store.ItemQueries;
import org.herald.web.CurrentRequest;

/**
 * The entries of directories that blocks show. They are found in the index in memory; only for the cards of front pages the
 * store is asked, once for each block.
 */
@Singleton
public final class EntryBlocks {

    /** Of so many times as many entries of the day those with a picture come first. */
    private static final int CANDIDATES = 4;

    private final DirectoryIndex index;
    private final ItemQueries items;
    private final Kinds kinds;
    private final InstantSource clock;

    public EntryBlocks(DirectoryIndex index, ItemQueries items, Kinds kinds, InstantSource clock) {
        this.index = index;
        this.items = items;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * What a block shows, in its order; nothing when its directory is no longer declared.
     *
     * @param about what the page shows or names: the block's nearest entries are those to the first of them that has a place
     */
    List<DirectoryPage.EntryCard> of(Edition edition, Block block, List<ItemId> about) {
        var entries = block.entries();
        var kind = entries == null ? Optional.<Kind>empty() : kinds.find(entries.directory());
        return entries == null || kind.isEmpty() ? List.of() : of(edition, block, entries, kind.get(), about);
    }

    private List<DirectoryPage.EntryCard> of(
            Edition edition, Block block, Block.Entries entries, Kind kind, List<ItemId> about) {
        boolean hasPictures = block.spot() == Block.Spot.FRONT;
        boolean isDaily = entries.order() == Block.Order.DAILY;
        int most = entries.most();
        var found = found(edition, block, entries, about, hasPictures && isDaily ? most * CANDIDATES : most);
        if (!hasPictures || found.isEmpty()) {
            return found.stream()
                    .map(each -> new DirectoryPage.EntryCard(
                            each.entry().path(), each.entry().headline(), "", null, List.of(), each.distance()))
                    .toList();
        }
        Map<ItemId, LiveItem> live = new HashMap<>();
        items.live(found.stream().map(each -> each.entry().id()).toList()).forEach(item -> live.put(item.id(), item));
        return found.stream()
                .filter(each -> live.containsKey(each.entry().id()))
                .map(each -> DirectoryPages.card(
                        edition,
                        kind,
                        Objects.requireNonNull(live.get(each.entry().id())),
                        each.distance()))
                .sorted(Comparator.comparing(card -> isDaily && card.image() == null))
                .limit(most)
                .toList();
    }

    private record Each(Found.Listed entry, String distance) {

        static List<Each> of(List<Found.Listed> found) {
            return found.stream().map(entry -> new Each(entry, "")).toList();
        }
    }

    private List<Each> found(Edition edition, Block block, Block.Entries entries, List<ItemId> about, int most) {
        var language = edition.language();
        KindName directory = entries.directory();
        CurrentRequest.note(PageKey.directory(directory, language));
        return switch (entries.order()) {
            case CHOSEN ->
                Each.of(index.named(directory, language, block.named()).stream()
                        .limit(most)
                        .toList());
            case NEWEST -> Each.of(index.first(directory, language, Kind.Order.NEWEST, most));
            case DAILY -> Each.of(index.daily(directory, language, today(edition), most));
            case COMING -> List.of(); // of calendars alone
            case NEAREST -> nearest(edition, directory, block.named().isEmpty() ? about : block.named(), most);
        };
    }

    /** Pages are cached until the next midnight in the portal's zone at the latest. */
    private LocalDate today(Edition edition) {
        return LocalDate.ofInstant(clock.instant(), edition.zone());
    }

    private List<Each> nearest(Edition edition, KindName directory, List<ItemId> centers, int most) {
        centers.forEach(center -> CurrentRequest.note(PageKey.item(center)));
        var language = edition.language();
        return index.near(directory, language, centers, most).stream()
                .peek(near -> CurrentRequest.note(PageKey.directory(near.of(), language)))
                .flatMap(near -> near.entries().stream())
                .map(each -> new Each(
                        new Found.Listed(
                                each.entry().id(),
                                each.entry().headline(),
                                each.entry().path()),
                        DirectoryPages.distance(each.distance(), language)))
                .toList();
    }
}
