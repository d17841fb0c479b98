package org.herald.store;

import static org.herald.store.schema.Tables.PLANNED;
import static org.herald.store.schema.Tables.PLAN_PREVIEW;

import java.time.Instant;
import java.util.List;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.herald.model.Principal;
import org.jooq.DSLContext;

/** Writes the plan and its previews, and reads it inside the same transaction. */
public final class PlanWrites {

    private final DSLContext dsl;

    PlanWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The whole plan, oldest change first. */
    public List<Planned> all() {
        return PlannedRows.all(dsl);
    }

    /** Puts a change into the plan, in the place of an earlier one of the same thing. */
    public void put(OutlineChange change, Principal by, Instant at) {
        String json = PlannedRows.json(change);
        dsl.insertInto(PLANNED)
                .set(PLANNED.SUBJECT, change.subject())
                .set(PLANNED.CHANGE, json)
                .set(PLANNED.PLANNED_BY, by.id().value())
                .set(PLANNED.PLANNED_AT, at.toEpochMilli())
                .onConflict(PLANNED.SUBJECT)
                .doUpdate()
                .set(PLANNED.CHANGE, json)
                .set(PLANNED.PLANNED_BY, by.id().value())
                .set(PLANNED.PLANNED_AT, at.toEpochMilli())
                .execute();
    }

    /** Takes the change of one thing out of the plan; false when there is none. */
    public boolean drop(String subject) {
        return dsl.deleteFrom(PLANNED).where(PLANNED.SUBJECT.eq(subject)).execute() == 1;
    }

    public boolean drop(long id) {
        return dsl.deleteFrom(PLANNED).where(PLANNED.ID.eq(id)).execute() == 1;
    }

    /** Empties the plan and ends its previews. */
    public int clear() {
        dsl.deleteFrom(PLAN_PREVIEW).execute();
        return dsl.deleteFrom(PLANNED).execute();
    }

    /** Begins a preview; those that have ended are forgotten. */
    public void addPreview(String digest, Instant until, Instant now) {
        dsl.deleteFrom(PLAN_PREVIEW)
                .where(PLAN_PREVIEW.UNTIL_AT.le(now.toEpochMilli()))
                .execute();
        dsl.insertInto(PLAN_PREVIEW)
                .set(PLAN_PREVIEW.DIGEST, digest)
                .set(PLAN_PREVIEW.UNTIL_AT, until.toEpochMilli())
                .execute();
    }
}
