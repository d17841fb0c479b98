package org.herald.publish;

import java.util.Optional;
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
                unit.announce(VerbName.KEEP_ASSET, new Change.AssetChanged(old.id()), PageKey.asset(old.id()));
            }
            return Outcome.done(old.id());
        }
        AssetId id = assets.add(asset, origin, unit.now());
        unit.announce(VerbName.KEEP_ASSET, new Change.AssetChanged(id), PageKey.asset(id));
        return Outcome.done(id);
    }
}
