package org.herald.store;

import static org.herald.store.schema.Tables.FIELD_VALUE;
import static org.jooq.impl.DSL.insertInto;

import java.util.Map;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.kind.FilterValue;
import org.herald.store.Statements.Text;
import org.jooq.impl.DSL;

/** Keeps the values of fields by which readers filter and sort what they see. */
public final class FieldValueWrites {

    private static final Text FORGET =
            Text.of(DSL.deleteFrom(FIELD_VALUE).where(FIELD_VALUE.ITEM_ID.eq(Text.any(FIELD_VALUE.ITEM_ID))));
    private static final Text ADD = Text.of(insertInto(FIELD_VALUE)
            .columns(
                    FIELD_VALUE.ITEM_ID,
                    FIELD_VALUE.KIND,
                    FIELD_VALUE.LANGUAGE,
                    FIELD_VALUE.FIELD,
                    FIELD_VALUE.VALUE,
                    FIELD_VALUE.SORT)
            .values(
                    Text.any(FIELD_VALUE.ITEM_ID),
                    Text.any(FIELD_VALUE.KIND),
                    Text.any(FIELD_VALUE.LANGUAGE),
                    Text.any(FIELD_VALUE.FIELD),
                    Text.any(FIELD_VALUE.VALUE),
                    Text.any(FIELD_VALUE.SORT))
            .onConflictDoNothing());

    private final Statements statements;

    FieldValueWrites(Statements statements) {
        this.statements = statements;
    }

    /** Puts these values, by the names of their fields, in the place of those that the item had. */
    public void replace(Item item, Map<String, ? extends Iterable<FilterValue>> values) {
        forget(item.id());
        values.forEach((field, each) -> each.forEach(value -> statements.run(
                ADD,
                item.id().value(),
                item.kind().word(),
                item.language().tag(),
                field,
                value.value(),
                value.sort())));
    }

    /** Readers see nothing of the item any more. */
    public void forget(ItemId item) {
        statements.run(FORGET, item.value());
    }
}
