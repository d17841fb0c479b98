package org.herald.store;

import static org.herald.store.schema.Tables.CHANGE;
import static org.herald.store.schema.Tables.FOLLOWER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.Announcement;
import org.herald.model.ItemId;
import org.herald.model.PageKey;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.model.VerbName;
import org.herald.store.Statements.Text;
import org.jooq.DSLContext;

/** Adds to the change ledger. */
public final class ChangeWrites {

    private static final Text ADD = Text.insert(
            CHANGE.POSITION,
            CHANGE,
            CHANGE.AT,
            CHANGE.PRINCIPAL_ID,
            CHANGE.VERB,
            CHANGE.PART_OF,
            CHANGE.KIND,
            CHANGE.ITEM_ID,
            CHANGE.SECTION_ID,
            CHANGE.ASSET_ID,
            CHANGE.LANGUAGE,
            CHANGE.PART,
            CHANGE.PATH,
            CHANGE.OLD_PATH,
            CHANGE.KEYS);

    private final DSLContext dsl;
    private final Statements statements;

    ChangeWrites(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    /** Adds a row for each subject that a verb changed, the verb's own first. */
    public void add(Instant at, Principal principal, VerbName verb, List<Announcement> announcements) {
        Long first = null;
        for (var announcement : announcements) {
            var columns = ChangeRows.columns(announcement.change());
            long position = statements.add(
                    ADD,
                    at.toEpochMilli(),
                    principal.id().value(),
                    verb.word(),
                    first,
                    columns.kind(),
                    columns.item(),
                    columns.section(),
                    columns.asset(),
                    columns.language(),
                    columns.part(),
                    columns.path(),
                    columns.oldPath(),
                    announcement.keys().stream().map(PageKey::value).collect(Collectors.joining("\n")));
            first = first == null ? position : first;
        }
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
