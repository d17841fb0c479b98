package org.herald.publish;

import java.util.Optional;
import java.util.Set;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
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
    public Outcome<AssetId> carryOut(Work work) {
        var assets = work.transaction().assets();
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
                // its picture may stand in bodies, lists and blocks alike
                work.announce("keep-asset", null, Set.of(PageKey.OUTLINE));
            }
            return Outcome.done(old.id());
        }
        AssetId id = assets.add(asset, origin, work.now());
        work.announce("keep-asset", null, Set.of());
        return Outcome.done(id);
    }
}
