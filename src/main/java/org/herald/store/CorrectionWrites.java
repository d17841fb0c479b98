package org.herald.store;

import static org.herald.store.schema.Tables.AMENDMENT;
import static org.herald.store.schema.Tables.PUBLICATION;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.CorrectionId;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.jooq.DSLContext;

/** Writes later wordings of correction notes; earlier ones stay. */
public final class CorrectionWrites {

    private final DSLContext dsl;

    CorrectionWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The newest wording of the note of a correction; empty when it is no correction of this item. */
    public Optional<String> note(ItemId item, CorrectionId correction) {
        return dsl.select(CorrectionQueries.NOTE)
                .from(PUBLICATION)
                .where(PUBLICATION.ID.eq(correction.value()), PUBLICATION.ITEM_ID.eq(item.value()))
                .and(PUBLICATION.NOTE.isNotNull())
                .fetchOptional(row -> row.value1());
    }

    public void amend(CorrectionId correction, String note, Principal by, Instant at) {
        dsl.insertInto(AMENDMENT)
                .set(AMENDMENT.PUBLICATION_ID, correction.value())
                .set(AMENDMENT.AMENDED_AT, at.toEpochMilli())
                .set(AMENDMENT.AMENDED_BY, by.id().value())
                .set(AMENDMENT.NOTE, note)
                .execute();
    }
}
