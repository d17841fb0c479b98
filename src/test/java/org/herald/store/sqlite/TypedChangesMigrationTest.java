package org.herald.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.herald.testing.OnFileOnly;
import org.herald.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the change ledger that an earlier version wrote say what changed, as far as it can be known. */
@OnFileOnly
final class TypedChangesMigrationTest {

    @TempDir
    private Path folder;

    @Test
    void earlierRowsSayWhatChanged() throws SQLException {
        var file = folder.resolve("portal.db");
        migrate(file, "24");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            anItemThatWasMovedAndWithdrawn(statement);
            statement.execute("insert into section (id, parent_id, path, place, removed_at) values"
                    + " (2, 1, 'sport', 1, null), (3, 1, 'arts~3', 2, 600)");
            statement.execute("insert into asset (id, name, media_type, bytes, width, height, made_at) values"
                    + " (7, 'a.jpg', 'image/jpeg', 0, 0, 0, 700), (8, 'b.jpg', 'image/jpeg', 0, 0, 0, 710),"
                    + " (9, 'c.jpg', 'image/jpeg', 0, 0, 0, 710)");
            statement.execute("insert into change (at, principal_id, verb, item_id, keys) values"
                    + " (100, -1, 'create', 1, ''),"
                    + " (200, -1, 'publish', 1, 'item:1\npath:/en/2024/01/01/mir'),"
                    + " (300, -1, 'rename', 1, 'item:1\npath:/en/2024/01/01/mir\npath:/en/2024/01/01/castle'),"
                    + " (400, -1, 'withdraw', 1, 'item:1\npath:/en/2024/01/01/castle'),"
                    + " (500, -1, 'set-titles', null, 'section:2'),"
                    + " (600, -1, 'remove-section', null, 'outline'),"
                    + " (610, -1, 'add-section', null, 'outline'),"
                    + " (620, -1, 'order-sections', null, 'below:1'),"
                    + " (630, -1, 'set-menu', null, 'menu:main:be'),"
                    + " (640, -1, 'change-block', null, 'blocks:en\nblocks:be'),"
                    + " (650, -1, 'raise-banner', null, 'banner:zh-Hant'),"
                    + " (660, -1, 'keep-address', null, 'path:/?p=12'),"
                    + " (700, -1, 'keep-asset', null, ''),"
                    + " (710, -1, 'keep-asset', null, ''),"
                    + " (720, -1, 'plan', null, ''),"
                    + " (730, -1, 'open-preview', null, ''),"
                    + " (740, -1, 'follow-time-zone', null, 'item:1')");
        }
        migrate(file, "25");
        assertEquals(
                List.of(
                        "create|item-edited|1||||||",
                        "publish|item-shown|1|||en||/en/2024/01/01/mir|",
                        "rename|item-moved|1|||en||/en/2024/01/01/castle|/en/2024/01/01/mir",
                        "withdraw|item-hidden|1|||en||/en/2024/01/01/castle|",
                        "set-titles|section-titled||2|||||",
                        "remove-section|section-removed||3||||arts|",
                        "add-section|outline-changed|||||sections||",
                        "order-sections|outline-changed|||||sections||",
                        "set-menu|outline-changed||||be|menu||",
                        "change-block|outline-changed||||en|blocks||",
                        "raise-banner|outline-changed||||zh-Hant|banner||",
                        "keep-address|path-changed||||||/?p=12|",
                        "keep-asset|asset-changed|||7||||",
                        "keep-asset|library-changed|||||||",
                        "plan|newsroom-changed|||||||",
                        "open-preview|newsroom-changed|||||||",
                        "follow-time-zone|settings-changed|||||||"),
                new Tables(file)
                        .rows(
                                "select verb, kind, coalesce(item_id, ''), coalesce(section_id, ''), coalesce(asset_id, ''),"
                                        + " coalesce(language, ''), coalesce(part, ''), coalesce(path, ''),"
                                        + " coalesce(old_path, '') from change order by position"));
        assertEquals("17", new Tables(file).value("select count(*) from change where part_of is null"));
    }

    /** Shown from 200 on, at another address from 300 on, until 400. */
    private static void anItemThatWasMovedAndWithdrawn(Statement statement) throws SQLException {
        statement.execute("insert into section (id, path, place) values (1, '', 1)");
        statement.execute("insert into item (id, kind, language, group_id, section_id, slug, state, head_id, made_at)"
                + " values (1, 'article', 'en', 1, 1, 'castle', 'withdrawn', 1, 100)");
        statement.execute("insert into revision (id, item_id, number, saved_at, saved_by, headline, kicker, standfirst,"
                + " dateline_place, byline, source, picture_alt, picture_caption, picture_credit, tags, body)"
                + " values (1, 1, 1, 100, -1, 'Mir', '', '', '', '', '', '', '', '', '', '')");
        statement.execute("insert into publication (item_id, revision_id, section_id, path, from_at, until_at, reason)"
                + " values (1, 1, 1, '/en/2024/01/01/mir', 200, 300, null),"
                + " (1, 1, 1, '/en/2024/01/01/castle', 300, 400, 'It was not true.')");
    }

    static void migrate(Path file, String target) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:migrations/sqlite")
                .javaMigrations(new HeadlineKeys(), new FirstReferences())
                .target(target)
                .load()
                .migrate();
    }
}
