package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.jooq.Condition;
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

    /** Those of these files that exist. */
    public List<Asset> of(Collection<AssetId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.reading()
                        .select(Rows.ASSET_FIELDS)
                        .from(ASSET)
                        .where(ASSET.ID.in(ids.stream().map(AssetId::value).toList()))
                        .fetch(Rows::asset);
    }

    /** The pictures whose file is here and whose name has this text, newest first. */
    public List<Asset> pictures(String name, AssetId before, int count) {
        return list(name, before, count, ASSET.MEDIA_TYPE.startsWith("image/"));
    }

    /** The same for files of any type. */
    public List<Asset> files(String name, AssetId before, int count) {
        return list(name, before, count, DSL.noCondition());
    }

    private List<Asset> list(String name, AssetId before, int count, Condition type) {
        return database.reading()
                .select(Rows.ASSET_FIELDS)
                .from(ASSET)
                .where(
                        ASSET.ID.lt(before.value()),
                        ASSET.HASH.isNotNull(),
                        type,
                        name.isEmpty() ? DSL.noCondition() : ASSET.NAME.containsIgnoreCase(name))
                .orderBy(ASSET.ID.desc())
                .limit(inline(count))
                .fetch(Rows::asset);
    }
}
