package org.herald.store;

import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.REVISION;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.State;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the checks before a publication ask of the portal: of its newest state, or inside a transaction. */
public final class CheckQueries {

    private final Supplier<DSLContext> dsl;

    public CheckQueries(Database database) {
        this.dsl = database::reading;
    }

    CheckQueries(DSLContext dsl) {
        this.dsl = () -> dsl;
    }

    /** What addresses lead to, of the same state. */
    public AddressQueries addresses() {
        return new AddressQueries(dsl);
    }

    /** The number of the revision of its original that a stale translation says; nothing when it is not stale. */
    public Optional<Long> staleSince(ItemId translation) {
        return dsl.get()
                .select(REVISION.NUMBER)
                .from(DESK)
                .join(ITEM)
                .on(ITEM.ID.eq(DESK.ITEM_ID))
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.TRANSLATED_FROM))
                .where(DESK.ITEM_ID.eq(translation.value()), Staleness.IS_STALE)
                .fetchOptional(REVISION.NUMBER);
    }

    /** What a translation was translated from, and its language. */
    public record Source(Content content, Language language) {}

    /** The revision of its original that a translation says. */
    public Optional<Source> translatedFrom(ItemId translation) {
        var source = ITEM.as("source");
        return dsl.get()
                .select(Contents.FIELDS)
                .select(source.LANGUAGE)
                .from(ITEM)
                .join(REVISION)
                .on(REVISION.ID.eq(ITEM.TRANSLATED_FROM))
                .join(source)
                .on(source.ID.eq(REVISION.ITEM_ID))
                .where(ITEM.ID.eq(translation.value()))
                .fetchOptional(row -> new Source(Contents.of(row), new Language(row.get(source.LANGUAGE))));
    }

    /** The languages in which a group has a translation that was not withdrawn. */
    public Set<Language> spoken(GroupId group) {
        return new HashSet<>(dsl.get()
                .select(ITEM.LANGUAGE)
                .from(ITEM)
                .where(ITEM.GROUP_ID.eq(group.value()), ITEM.STATE.ne(DSL.inline(State.WITHDRAWN.word())))
                .fetch(row -> new Language(row.value1())));
    }
}
