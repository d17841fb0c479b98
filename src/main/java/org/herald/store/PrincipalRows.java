package org.herald.store;

import static org.herald.store.schema.Tables.PRINCIPAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.herald.model.AccountId;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** How rows name principals: by id, to which a query adds the name of today, or the last one of an account that is gone. */
final class PrincipalRows {

    private PrincipalRows() {}

    /** The field that holds the name of the principal in this column; to be selected beside the column itself. */
    static Field<String> name(TableField<?, Long> id) {
        return DSL.field(DSL.select(PRINCIPAL.NAME).from(PRINCIPAL).where(PRINCIPAL.ID.eq(id)))
                .as(nameOf(id));
    }

    /** All fields of a table, and the names of the principals in these columns of it. */
    @SafeVarargs
    static List<SelectField<?>> fields(Table<?> table, TableField<?, Long>... ids) {
        var fields = new ArrayList<SelectField<?>>(List.of(table.fields()));
        for (var id : ids) {
            fields.add(name(id));
        }
        return fields;
    }

    /** The principal in this column of a row that was selected with {@link #name}. */
    static Principal principal(Record row, TableField<?, Long> id) {
        return new Principal(new PrincipalId(row.get(id)), Objects.requireNonNull(row.get(nameOf(id), String.class)));
    }

    /** Names a principal, so that its id can stand in other rows. */
    static void put(DSLContext dsl, AccountId account, String name) {
        dsl.insertInto(PRINCIPAL)
                .set(PRINCIPAL.ID, account.value())
                .set(PRINCIPAL.NAME, name)
                .onConflict(PRINCIPAL.ID)
                .doUpdate()
                .set(PRINCIPAL.NAME, name)
                .execute();
    }

    private static String nameOf(TableField<?, Long> id) {
        return id.getName() + "_name";
    }
}
