package org.herald.store;

import static org.herald.store.schema.Tables.FIELD_RENAMED;
import static org.herald.store.schema.Tables.ITEM;

import org.herald.model.Revision;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.jooq.DSLContext;

/** Reads revisions that were saved before a field was renamed with its name of today. */
final class FieldNames {

    private FieldNames() {}

    static Revision today(DSLContext dsl, Revision revision) {
        Fields fields = revision.content().fields();
        if (fields.equals(Fields.NONE)) {
            return revision;
        }
        var renamed = dsl.select(FIELD_RENAMED.EARLIER, FIELD_RENAMED.LATER)
                .from(FIELD_RENAMED)
                .join(ITEM)
                .on(ITEM.KIND.eq(FIELD_RENAMED.KIND))
                .where(
                        ITEM.ID.eq(revision.item().value()),
                        FIELD_RENAMED.REVISION_ID.ge(revision.id().value()))
                .orderBy(FIELD_RENAMED.ID)
                .fetch();
        for (var each : renamed) {
            JsonValue value = fields.get(each.value1()).orElse(null);
            if (value != null) {
                fields = fields.with(each.value1(), (JsonValue) null).with(each.value2(), value);
            }
        }
        return fields.equals(revision.content().fields())
                ? revision
                : revision.withContent(revision.content().withFields(fields));
    }
}
