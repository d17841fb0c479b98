package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.ITEM;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.PATH;
import static org.herald.store.schema.Tables.REVISION;
import static org.herald.store.schema.Tables.SECTION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.Principal;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The addresses that lead elsewhere, as a chief editor looks through them. */
public final class RedirectQueries {

    private final Database database;

    public RedirectQueries(Database database) {
        this.database = database;
    }

    /**
     * An address that leads elsewhere.
     *
     * @param label what it leads to, in words as far as it has some
     * @param target where that stands; empty when readers do not see it
     * @param madeBy the editor who made it; nothing for an address that something had, which is kept for ever
     */
    public record Leading(
            String path,
            String label,
            String target,
            Instant madeAt,
            @Nullable Principal madeBy) {}

    /**
     * A part of them, by their addresses.
     *
     * @param own true for those that editors made, false for earlier and imported ones
     * @param search a part of the address, in whatever case; empty for all
     * @param after the last address of the part before this one; empty begins with the first
     */
    public List<Leading> leading(boolean own, String search, String after, int count) {
        var conditions = new ArrayList<Condition>();
        conditions.add(own ? PATH.MADE_BY.isNotNull() : PATH.MADE_BY.isNull());
        conditions.add(PATH.CURRENT.eq(0L));
        conditions.add(PATH.PATH_.gt(after));
        if (!search.isEmpty()) {
            conditions.add(PATH.PATH_.containsIgnoreCase(search));
        }
        return database.reading()
                .select(PATH.fields())
                .select(PrincipalRows.name(PATH.MADE_BY), LIVE.PATH, REVISION.HEADLINE, SECTION.PATH, ASSET.NAME)
                .from(PATH)
                .leftJoin(ITEM)
                .on(ITEM.ID.eq(PATH.ITEM_ID))
                .leftJoin(REVISION)
                .on(REVISION.ID.eq(ITEM.HEAD_ID))
                .leftJoin(LIVE)
                .on(LIVE.ITEM_ID.eq(PATH.ITEM_ID))
                .leftJoin(SECTION)
                .on(SECTION.ID.eq(PATH.SECTION_ID))
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(PATH.ASSET_ID))
                .where(conditions)
                .orderBy(PATH.PATH_)
                .limit(inline(count))
                .fetch(RedirectQueries::leading);
    }

    private static Leading leading(Record row) {
        String path = row.get(PATH.PATH_);
        Instant at = Instant.ofEpochMilli(row.get(PATH.MADE_AT));
        Principal by = row.get(PATH.MADE_BY) == null ? null : PrincipalRows.principal(row, PATH.MADE_BY);
        String language = row.get(PATH.LANGUAGE);
        String headline = row.get(REVISION.HEADLINE);
        if (headline != null) {
            String shown = row.get(LIVE.PATH);
            return new Leading(path, headline, shown == null ? "" : shown, at, by);
        }
        String section = row.get(SECTION.PATH);
        if (section != null) {
            String target = "/" + language + (section.isEmpty() ? "" : "/" + section);
            return new Leading(path, target, target, at, by);
        }
        String tag = row.get(PATH.TAG);
        if (tag != null) {
            String target = "/" + language + "/tag/" + tag;
            return new Leading(path, target, target, at, by);
        }
        String file = row.get(ASSET.NAME);
        String target = row.get(PATH.TARGET);
        return file != null
                ? new Leading(path, file, "", at, by)
                : new Leading(path, target == null ? "" : target, target == null ? "" : target, at, by);
    }
}
