package org.herald.store;

import static org.herald.store.schema.Tables.DESK;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.REVISION;
import static org.herald.store.schema.Tables.SECTION;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

    /** Those of the items that readers do not see. */
    public Set<ItemId> hidden(Collection<ItemId> items) {
        var hidden = new HashSet<>(items);
        if (!hidden.isEmpty()) {
            dsl.get()
                    .select(LIVE.ITEM_ID)
                    .from(LIVE)
                    .where(LIVE.ITEM_ID.in(items.stream().map(ItemId::value).toList()))
                    .forEach(row -> hidden.remove(new ItemId(row.value1())));
        }
        return hidden;
    }

    /** Those of the addresses that lead, or lead on, to something readers see. */
    public Set<String> leading(Collection<String> paths) {
        return paths.isEmpty()
                ? Set.of()
                : dsl.get()
                        .select(PATH.PATH_)
                        .from(PATH)
                        .leftJoin(LIVE)
                        .on(LIVE.ITEM_ID.eq(PATH.ITEM_ID))
                        .where(PATH.PATH_.in(paths))
                        .and(PATH.ITEM_ID.isNull().or(LIVE.ITEM_ID.isNotNull()))
                        .fetchSet(PATH.PATH_);
    }

    /** Those of the paths, without language, at which a section stands. */
    public Set<String> sections(Collection<String> paths) {
        return paths.isEmpty()
                ? Set.of()
                : dsl.get()
                        .select(SECTION.PATH)
                        .from(SECTION)
                        .where(SECTION.PATH.in(paths))
                        .fetchSet(SECTION.PATH);
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

    /** The languages in which a group has a translation that was not withdrawn. */
    public Set<Language> spoken(GroupId group) {
        return new HashSet<>(dsl.get()
                .select(ITEM.LANGUAGE)
                .from(ITEM)
                .where(ITEM.GROUP_ID.eq(group.value()), ITEM.STATE.ne(DSL.inline(State.WITHDRAWN.word())))
                .fetch(row -> new Language(row.value1())));
    }
}
