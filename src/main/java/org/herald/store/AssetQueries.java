package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.jooq.impl.DSL;

/** The files that items may show, for those who choose among them. */
public final class AssetQueries {

    /** Before the newest: where a list of all begins. */
    public static final AssetId NEWEST = new AssetId(Long.MAX_VALUE);

    private final Database database;

    public AssetQueries(Database database) {
        this.database = database;
    }

    public Optional<Asset> find(AssetId id) {
        return database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(ASSET.ID.eq(id.value()))
                .fetchOptional(Rows::asset);
    }

    /** The pictures whose file is here and whose name has this text, newest first. */
    public List<Asset> pictures(String name, AssetId before, int count) {
        return database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(
                        ASSET.ID.lt(before.value()),
                        ASSET.HASH.isNotNull(),
                        ASSET.MEDIA_TYPE.startsWith("image/"),
                        name.isEmpty() ? DSL.noCondition() : ASSET.NAME.containsIgnoreCase(name))
                .orderBy(ASSET.ID.desc())
                .limit(inline(count))
                .fetch(Rows::asset);
    }
}
