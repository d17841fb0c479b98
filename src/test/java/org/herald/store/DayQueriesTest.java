package org.herald.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.herald.model.ItemId;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The articles of a large archive that stand on a wrong day. */
final class DayQueriesTest {

    private static final int STORIES = 2500;
    private static final String COPIES =
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + STORIES + ") insert into ";

    @TempDir
    private Path folder;

    @Test
    void allAreFoundHoweverManyThereAre() {
        try (var portal = new TestPortal(folder)) {
            long first = portal.published("Mir castle").value();
            portal.tables()
                    .write(COPIES
                            + "item (id, kind, language, group_id, section_id, slug, state, head_id, made_at)"
                            + " select id + i, kind, language, id + i, section_id, slug, state, head_id, made_at"
                            + " from item, n where id = " + first);
            portal.tables()
                    .write(COPIES
                            + "live (item_id, kind, language, group_id, section_id, revision_id, path, slug, headline,"
                            + " standfirst, picture_alt, published_at, published_day)"
                            + " select item_id + i, kind, language, item_id + i, section_id, revision_id, path, slug,"
                            + " headline, standfirst, picture_alt, published_at, '2024-08-18' from live, n where item_id = "
                            + first);
            var days = new DayQueries(portal.database());
            assertEquals(
                    STORIES,
                    days.misplaced(TestPortal.MINSK, new ItemId(0), 10_000).size());
            assertEquals(
                    List.of(first + 1001, first + 1002),
                    days.misplaced(TestPortal.MINSK, new ItemId(first + 1000), 2).stream()
                            .map(each -> each.item().value())
                            .toList());
            assertEquals(List.of(), days.misplaced(ZoneId.of("America/Caracas"), new ItemId(first + STORIES), 10));
        }
    }
}
