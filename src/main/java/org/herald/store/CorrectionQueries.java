package org.herald.store;

import static org.herald.store.schema.Tables.AMENDMENT;
import static org.herald.store.schema.Tables.PUBLICATION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.herald.model.CorrectionHistory;
import org.herald.model.CorrectionHistory.Wording;
import org.herald.model.CorrectionId;
import org.herald.model.ItemId;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The corrections of items, with the wordings that their notes have had. */
public final class CorrectionQueries {

    /** The newest wording of the note of a publication; null when it is no correction. */
    static final Field<String> NOTE = DSL.coalesce(
            DSL.field(DSL.select(AMENDMENT.NOTE)
                    .from(AMENDMENT)
                    .where(AMENDMENT.PUBLICATION_ID.eq(PUBLICATION.ID))
                    .orderBy(AMENDMENT.ID.desc())
                    .limit(inline(1))),
            PUBLICATION.NOTE);

    private final Database database;

    public CorrectionQueries(Database database) {
        this.database = database;
    }

    /** The corrections of an item, oldest first. */
    public List<CorrectionHistory> of(ItemId item) {
        var rows = database.reading()
                .select(
                        PUBLICATION.ID,
                        PUBLICATION.FROM_AT,
                        PUBLICATION.NOTE,
                        AMENDMENT.AMENDED_AT,
                        AMENDMENT.AMENDED_BY,
                        AMENDMENT.NOTE,
                        PrincipalRows.name(AMENDMENT.AMENDED_BY))
                .from(PUBLICATION)
                .leftJoin(AMENDMENT)
                .on(AMENDMENT.PUBLICATION_ID.eq(PUBLICATION.ID))
                .where(PUBLICATION.ITEM_ID.eq(item.value()), PUBLICATION.NOTE.isNotNull())
                .orderBy(PUBLICATION.FROM_AT, PUBLICATION.ID, AMENDMENT.ID)
                .fetch();
        var wordings = new LinkedHashMap<CorrectionId, List<Wording>>();
        for (var row : rows) {
            Instant published = Instant.ofEpochMilli(row.value2());
            var all = wordings.computeIfAbsent(
                    new CorrectionId(row.value1()),
                    _ -> new ArrayList<>(List.of(new Wording(published, null, row.value3()))));
            if (row.value4() != null) {
                all.add(new Wording(
                        Instant.ofEpochMilli(row.value4()),
                        PrincipalRows.principal(row, AMENDMENT.AMENDED_BY),
                        row.value6()));
            }
        }
        return wordings.entrySet().stream()
                .map(each -> new CorrectionHistory(
                        each.getKey(), each.getValue().getFirst().at(), each.getValue()))
                .toList();
    }
}
