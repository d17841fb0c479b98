package org.herald.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.herald.testing.OnFileOnly;
import org.herald.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outline of an earlier version holds from the last change that its ledger knows, or from the ledger's beginning. */
@OnFileOnly
final class OutlineHistoryMigrationTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsThereHoldsSinceItIsKnown() throws SQLException {
        var file = folder.resolve("portal.db");
        TypedChangesMigrationTest.migrate(file, "24");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("insert into section (id, parent_id, path, place, removed_at) values"
                    + " (1, null, '', 1, null), (2, 1, 'sport', 1, null), (3, 1, 'arts~3', 2, 600)");
            statement.execute("insert into section_title (section_id, language, title, description) values"
                    + " (1, 'en', 'Home', ''), (2, 'en', 'Sport', 'Of it')");
            statement.execute("insert into menu (menu, language, place, label, target) values"
                    + " ('main', 'en', 1, 'Sport', 'section:2'), ('main', 'be', 1, 'Спорт', 'section:2')");
            statement.execute(
                    "insert into block (id, kind, language, spot, place, title, text, target, from_at, until_at) values"
                            + " (5, 'notice', 'en', 'top', 1, 'A', '', '', null, 9000),"
                            + " (6, 'notice', 'be', 'top', 1, 'B', '', '', 10, null),"
                            + " (7, 'notice', 'ru', 'top', 1, 'C', '', '', null, null)");
            statement.execute(
                    "insert into banner (language, text, target, from_at, until_at, raised_by) values"
                            + " ('en', 'First', '', 300, 400, 1), ('en', 'Second', '', 400, 500, 1), ('be', 'Own end', '', 450, 700, 1)");
            statement.execute("insert into change (at, principal_id, verb, keys) values"
                    + " (100, -1, 'add-section', 'outline'),"
                    + " (210, -1, 'set-titles', 'section:2'),"
                    + " (220, -1, 'set-menu', 'menu:main:en'),"
                    + " (230, -1, 'change-block', 'blocks:en\nblocks:be'),"
                    + " (240, -1, 'place-block', 'blocks:en'),"
                    + " (300, -1, 'raise-banner', 'banner:en'),"
                    + " (500, -1, 'lower-banner', 'banner:en'),"
                    + " (600, -1, 'remove-section', 'outline')");
        }
        TypedChangesMigrationTest.migrate(file, "26");
        var tables = new Tables(file);
        assertEquals(
                List.of("1|||100|", "2|1|sport|100|", "3|1|arts|100|600"),
                tables.rows("select section_id, coalesce(parent_id, ''), path, valid_from, coalesce(valid_until, '')"
                        + " from section_state order by section_id"));
        assertEquals(
                List.of("1|Home|100|", "2|Sport|210|"),
                tables.rows("select section_id, title, valid_from, coalesce(valid_until, '') from section_title"
                        + " order by section_id"));
        assertEquals(
                List.of("en|220|", "be|100|"),
                tables.rows("select language, valid_from, coalesce(valid_until, '') from menu order by id"));
        assertEquals(
                List.of("5||9000|240|", "6|10||230|", "7|||100|"),
                tables.rows("select block_id, coalesce(shown_from, ''), coalesce(shown_until, ''), valid_from,"
                        + " coalesce(valid_until, '') from block order by block_id"));
        assertEquals(
                List.of("First|300|400|300|400", "Second|400|500|400|500", "Own end|450|700|450|"),
                tables.rows("select text, shown_from, shown_until, valid_from, coalesce(valid_until, '') from banner"
                        + " order by id"));
    }
}
