package org.herald.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.herald.testing.Databases;
import org.herald.testing.OnFileOnly;
import org.herald.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in the rows of an earlier version become the accounts that had them when the rows were written. */
@OnFileOnly
final class PrincipalsMigrationTest {

    @TempDir
    private Path folder;

    @Test
    void namesBecomeTheAccountsThatHadThemThen() throws SQLException {
        var file = folder.resolve("portal.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:migrations/sqlite")
                .javaMigrations(new HeadlineKeys())
                .target("22")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            // Alesia called herself Alesia Novik at 500; another Alesia came at 600
            statement.execute(
                    "insert into account (id, email, name, name_key, role, languages, sections, speaks, is_locked,"
                            + " has_shortcuts, made_at, code_used) values"
                            + " (1, 'a@herald.test', 'Alesia Novik', 'alesia novik', 'editor', '', '', 'en', 0, 1, 10, 0),"
                            + " (2, 'b@herald.test', 'Alesia', 'alesia', 'editor', '', '', 'en', 0, 1, 600, 0),"
                            + " (3, 'c@herald.test', 'Vera', 'vera', 'editor', '', '', 'en', 0, 1, 10, 0)");
            statement.execute("insert into account_log (at, kind, account_id, about, actor, address, detail) values"
                    + " (20, 'signed-in', 1, 'a@herald.test', 'Alesia', '', ''),"
                    + " (30, 'invited', 1, 'a@herald.test', 'herald user', '', ''),"
                    + " (500, 'name-changed', 1, 'a@herald.test', 'Alesia', '', 'Alesia Novik'),"
                    + " (700, 'signed-in', 2, 'b@herald.test', 'Alesia', '', '')");
            statement.execute("insert into change (at, actor, verb, item_id, keys) values"
                    + " (100, 'Alesia', 'create', null, ''), (499, 'Alesia', 'create', null, ''),"
                    + " (500, 'Alesia Novik', 'create', null, ''), (650, 'Alesia', 'create', null, ''),"
                    + " (660, 'schedule', 'publish', null, ''), (670, 'Gone', 'create', null, ''),"
                    + " (680, 'Vera', 'create', null, ''), (690, 'Also gone', 'create', null, '')");
            statement.execute("insert into banner (language, text, target, from_at, raised_by) values"
                    + " ('en', 'Old', '', 40, 'Alesia'), ('en', 'New', '', 640, 'Alesia')");
            statement.execute("insert into path (path, language, current, made_at, target, made_by) values"
                    + " ('/old', 'en', 0, 40, '/new', 'Alesia'), ('/kept', 'en', 0, 40, '/new', null)");
        }

        Databases.open(file).close();

        var tables = new Tables(file);
        assertEquals(
                List.of("1", "1", "1", "2", "-1", "Gone", "3", "Also gone"),
                tables.rows("select case when principal_id < -100 then name else principal_id end from change"
                        + " join principal on principal.id = principal_id order by position"));
        assertEquals(List.of("1", "-5", "1", "2"), tables.rows("select principal_id from account_log order by at"));
        assertEquals(List.of("1", "2"), tables.rows("select raised_by from banner order by shown_from"));
        assertEquals(List.of("null", "1"), tables.rows("select made_by from path order by path"));
        assertEquals(List.of(), tables.rows("pragma foreign_key_check"));
    }
}
