package org.herald.store;

import static org.herald.store.schema.Tables.LIVE;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.ItemId;
import org.herald.model.kind.Kind;

/** On which days of the archive articles stand. */
public final class DayQueries {

    /** Articles that are read at once: a large portal has more than the memory should hold. */
    private static final int AT_ONCE = 1000;

    private final Database database;

    public DayQueries(Database database) {
        this.database = database;
    }

    /** An article that stands on another day than that of its first publication in a time zone. */
    public record Misplaced(ItemId item, String path, LocalDate stands, LocalDate belongs) {}

    /**
     * The live articles that stand on another day than this zone gives them, in the order of their identities.
     *
     * @param after only those with a greater identity
     * @param most at most so many
     */
    public List<Misplaced> misplaced(ZoneId zone, ItemId after, int most) {
        var found = new ArrayList<Misplaced>();
        long last = after.value();
        while (true) {
            var rows = database.reading()
                    .select(LIVE.ITEM_ID, LIVE.PATH, LIVE.PUBLISHED_AT, LIVE.PUBLISHED_DAY)
                    .from(LIVE)
                    .where(LIVE.STANDS.eq(Kind.Stands.DATED.word()), LIVE.ITEM_ID.gt(last))
                    .orderBy(LIVE.ITEM_ID)
                    .limit(inline(AT_ONCE))
                    .fetch();
            for (var row : rows) {
                var stands = LocalDate.parse(row.value4());
                var belongs = LocalDate.ofInstant(Instant.ofEpochMilli(row.value3()), zone);
                if (!stands.equals(belongs)) {
                    found.add(new Misplaced(new ItemId(row.value1()), row.value2(), stands, belongs));
                }
                if (found.size() >= most) {
                    return found;
                }
            }
            if (rows.size() < AT_ONCE) {
                return found;
            }
            last = rows.getLast().value1();
        }
    }
}
