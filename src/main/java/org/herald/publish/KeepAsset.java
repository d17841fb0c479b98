package org.herald.publish;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Announcement;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Records an asset. One with the same origin, or without origin the same bytes, is not added twice; a recorded one whose
 * file has come now is brought up to date.
 *
 * @param asset what is known of it; its own identity is ignored
 * @param origin the address it had elsewhere; nothing for what is uploaded here
 */
public record KeepAsset(Asset asset, @Nullable String origin) implements Verb<AssetId> {

    /** Of more items it is cheaper to make all pages anew than to name each. */
    private static final int MOST_ITEMS = 500;

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.WRITE, Permission.TRANSLATE, Permission.OUTLINE);
    }

    @Override
    public Outcome<AssetId> carryOut(UnitOfWork unit) {
        var assets = unit.transaction().assets();
        Optional<Asset> known = origin != null
                ? assets.byOrigin(origin)
                : asset.isPresent() ? assets.byHash(asset.hash()) : Optional.empty();
        if (known.isPresent()) {
            Asset old = known.get();
            if (!old.isPresent() && asset.isPresent()) {
                assets.update(new Asset(
                        old.id(),
                        asset.name(),
                        asset.mediaType(),
                        asset.hash(),
                        asset.bytes(),
                        asset.width(),
                        asset.height()));
                unit.announce(
                        VerbName.KEEP_ASSET,
                        Announcement.of(new Change.AssetChanged(old.id()), showing(unit, old.id())));
            }
            return Outcome.done(old.id());
        }
        AssetId id = assets.add(asset, origin, unit.now());
        unit.announce(VerbName.KEEP_ASSET, new Change.AssetChanged(id));
        return Outcome.done(id);
    }

    /** The keys of the pages that show an asset; of all pages when too many items do. */
    private static Set<PageKey> showing(UnitOfWork unit, AssetId asset) {
        var references = unit.transaction().references();
        var items = references.itemsNaming(asset, MOST_ITEMS + 1);
        if (items.size() > MOST_ITEMS) {
            return Set.of(PageKey.OUTLINE);
        }
        var publisher = new Publisher(unit);
        items.forEach(id -> unit.transaction().items().find(id).ifPresent(item -> publisher.redraw(item, asset)));
        var keys = new LinkedHashSet<>(publisher.touched());
        references.blocksNaming(asset).forEach(language -> keys.add(PageKey.blocks(language)));
        return keys;
    }
}
