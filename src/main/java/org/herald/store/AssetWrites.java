package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes what is known of assets; their bytes are kept by {@code media}. */
public final class AssetWrites {

    private final DSLContext dsl;

    AssetWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Asset> find(AssetId id) {
        return dsl.select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.ID.eq(id.value()))
                .fetchOptional(Rows::asset);
    }

    /** The asset with these bytes. */
    public Optional<Asset> byHash(String hash) {
        return dsl.select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.HASH.eq(hash))
                .orderBy(ASSET.ID)
                .limit(inline(1))
                .fetchOptional(Rows::asset);
    }

    /** The asset that was recorded under this address elsewhere. */
    public Optional<Asset> byOrigin(String origin) {
        return dsl.select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.ORIGIN.eq(origin))
                .fetchOptional(Rows::asset);
    }

    /**
     * Adds an asset; its own identity is ignored.
     *
     * @param origin the address it had elsewhere, when it was imported
     */
    public AssetId add(Asset asset, @Nullable String origin, Instant at) {
        return new AssetId(dsl.insertInto(ASSET)
                .set(ASSET.NAME, asset.name())
                .set(ASSET.MEDIA_TYPE, asset.mediaType())
                .set(ASSET.HASH, asset.isPresent() ? asset.hash() : null)
                .set(ASSET.BYTES, asset.bytes())
                .set(ASSET.WIDTH, (long) asset.width())
                .set(ASSET.HEIGHT, (long) asset.height())
                .set(ASSET.ORIGIN, origin)
                .set(ASSET.MADE_AT, at.toEpochMilli())
                .returning(ASSET.ID)
                .fetchSingle(row -> row.get(ASSET.ID)));
    }

    /** Keeps what became known of a recorded asset when its file arrived. */
    public void update(Asset asset) {
        dsl.update(ASSET)
                .set(ASSET.NAME, asset.name())
                .set(ASSET.MEDIA_TYPE, asset.mediaType())
                .set(ASSET.HASH, asset.isPresent() ? asset.hash() : null)
                .set(ASSET.BYTES, asset.bytes())
                .set(ASSET.WIDTH, (long) asset.width())
                .set(ASSET.HEIGHT, (long) asset.height())
                .where(ASSET.ID.eq(asset.id().value()))
                .execute();
    }
}
