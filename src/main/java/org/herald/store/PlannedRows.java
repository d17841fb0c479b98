package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.PLANNED;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.jooq.DSLContext;

/** The rows of the plan; a change is stored as the JSON of a {@link StoredChange}. */
final class PlannedRows {

    private PlannedRows() {}

    /** The whole plan, oldest change first. */
    static List<Planned> all(DSLContext dsl) {
        var rows = dsl.select(PrincipalRows.fields(PLANNED, PLANNED.PLANNED_BY))
                .from(PLANNED)
                .orderBy(PLANNED.ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var changes = rows.intoMap(PLANNED.ID, row -> StoredChange.parse(row.get(PLANNED.CHANGE)));
        var assets = assets(dsl, changes.values());
        return rows.map(row -> new Planned(
                row.get(PLANNED.ID),
                Objects.requireNonNull(changes.get(row.get(PLANNED.ID))).read(assets),
                PrincipalRows.principal(row, PLANNED.PLANNED_BY),
                Instant.ofEpochMilli(row.get(PLANNED.PLANNED_AT))));
    }

    private static Map<AssetId, Asset> assets(DSLContext dsl, Collection<StoredChange> changes) {
        var ids = changes.stream()
                .map(StoredChange::picture)
                .flatMap(Optional::stream)
                .map(AssetId::value)
                .toList();
        var assets = new HashMap<AssetId, Asset>();
        if (!ids.isEmpty()) {
            for (var row : dsl.select(Rows.ASSET_FIELDS).from(ASSET).where(ASSET.ID.in(ids))) {
                Asset asset = Rows.asset(row);
                if (asset != null) {
                    assets.put(asset.id(), asset);
                }
            }
        }
        return assets;
    }

    static String json(OutlineChange change) {
        return StoredChange.of(change).json();
    }
}
