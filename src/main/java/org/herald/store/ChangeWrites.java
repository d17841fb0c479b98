package org.herald.store;

import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.FOLLOWER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.ItemId;
import org.herald.model.PageKey;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.model.VerbName;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds to the change ledger. */
public final class ChangeWrites {

    private static final Text ADD =
            Text.insert(CHANGE, CHANGE.AT, CHANGE.PRINCIPAL_ID, CHANGE.VERB, CHANGE.ITEM_ID, CHANGE.KEYS);

    private final DSLContext dsl;
    private final Statements statements;

    ChangeWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    public void add(Instant at, Principal principal, VerbName verb, @Nullable ItemId item, Collection<PageKey> keys) {
        statements.run(
                ADD,
                at.toEpochMilli(),
                principal.id().value(),
                verb.word(),
                item == null ? null : item.value(),
                keys.stream().map(PageKey::value).distinct().collect(Collectors.joining("\n")));
    }

    /** Who did this to an item last; empty when nobody did. */
    public Optional<PrincipalId> newestBy(ItemId item, VerbName verb) {
        return dsl.select(CHANGE.PRINCIPAL_ID)
                .from(CHANGE)
                .where(CHANGE.ITEM_ID.eq(item.value()), CHANGE.VERB.eq(verb.word()))
                .orderBy(CHANGE.AT.desc(), CHANGE.POSITION.desc())
                .limit(inline(1))
                .fetchOptional(row -> new PrincipalId(row.value1()));
    }

    /** Notes that this follower has done its work up to this position. */
    void keepPosition(String follower, long position) {
        dsl.insertInto(FOLLOWER)
                .set(FOLLOWER.NAME, follower)
                .set(FOLLOWER.POSITION, position)
                .onConflict(FOLLOWER.NAME)
                .doUpdate()
                .set(FOLLOWER.POSITION, position)
                .execute();
    }
}
