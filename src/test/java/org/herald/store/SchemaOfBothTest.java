package org.herald.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.herald.store.postgres.PostgresEngine;
import org.herald.store.sqlite.SqliteEngine;
import org.herald.testing.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations of SQLite and those of PostgreSQL make the same tables of nothing. */
final class SchemaOfBothTest {

    private static final String OURS = " and name not like 'sqlite%' and name not like 'flyway%'";

    /** Identities that the product chooses, because plans name them before they are there. */
    private static final Set<String> CHOSEN = Set.of("section.id", "principal.id");

    @TempDir
    private Path folder;

    @Test
    void bothHaveTheSameTablesColumnsKeysAndIndexes() throws SQLException {
        Map<String, Set<String>> file;
        try (var engine = SqliteEngine.open(folder.resolve("portal.db"));
                var connection = engine.readers().getConnection()) {
            file = ofFile(connection);
        }
        Map<String, Set<String>> server;
        try (var engine = PostgresEngine.openForCopy(Postgres.fresh());
                var connection = engine.readers().getConnection()) {
            server = ofServer(connection);
        }
        assertEquals(String.join("\n", file.keySet()), String.join("\n", server.keySet()));
        assertTrue(file.size() > 30);
        file.forEach((table, facts) -> assertEquals(
                table + "\n" + String.join("\n", facts),
                table + "\n" + String.join("\n", server.getOrDefault(table, new TreeSet<>()))));
    }

    /** What the order of texts depends on must not come from the server. */
    @Test
    void everyTextIsOrderedByItsBytesAndHasNoLimit() throws SQLException {
        try (var connection = Postgres.connect(Postgres.fresh())) {
            assertEquals(
                    List.of(),
                    rows(
                            connection,
                            "select table_name || '.' || column_name from information_schema.columns"
                                    + " where table_schema = 'public' and table_name not like 'flyway%'"
                                    + " and (data_type not in ('text', 'bigint')"
                                    + " or data_type = 'text' and collation_name is distinct from 'C')"));
        }
    }

    @Test
    void bothBeginWithTheSameRows() throws SQLException {
        String principals = "select id || ' ' || name from principal order by id";
        try (var engine = SqliteEngine.open(folder.resolve("portal.db"));
                var file = engine.readers().getConnection();
                var server = Postgres.connect(Postgres.fresh())) {
            assertEquals(rows(file, principals), rows(server, principals));
        }
    }

    private static Map<String, Set<String>> ofFile(Connection connection) throws SQLException {
        var facts = new TreeMap<String, Set<String>>();
        for (String table : rows(connection, "select name from sqlite_master where type = 'table'" + OURS)) {
            var of = new TreeSet<String>();
            of.addAll(rows(
                    connection,
                    "select 'column ' || name || case when lower(type) in ('integer', 'bigint') then ' number' else ' text'"
                            + " end || case when \"notnull\" or pk then ' not null' else '' end"
                            + " || coalesce(' default ' || dflt_value, '') from pragma_table_info('" + table + "')"));
            of.addAll(rows(
                    connection,
                    "select 'key ' || group_concat(name, ', ') from (select name from pragma_table_info('" + table
                            + "') where pk > 0 order by pk)"));
            of.addAll(rows(
                    connection,
                    "select 'reference ' || \"from\" || ' to ' || \"table\" || '.' || \"to\" || ' ' || lower(on_delete)"
                            + " from pragma_foreign_key_list('" + table + "')"));
            for (String unique :
                    rows(connection, "select name from pragma_index_list('" + table + "') where origin = 'u'")) {
                of.addAll(rows(
                        connection,
                        "select 'unique ' || group_concat(name, ', ') from (select name from pragma_index_info('"
                                + unique + "') order by seqno)"));
            }
            for (String sql : rows(
                    connection,
                    "select sql from sqlite_master where type = 'index' and sql is not null and tbl_name = '" + table
                            + "'")) {
                of.add(index(sql));
            }
            rows(
                            connection,
                            "select name from pragma_table_info('" + table
                                    + "') where lower(type) = 'integer' and pk = 1")
                    .stream()
                    .filter(column -> !CHOSEN.contains(table + "." + column))
                    .filter(column -> of.stream().noneMatch(fact -> fact.startsWith("reference " + column + " ")))
                    .forEach(column -> of.add("identity " + column));
            facts.put(table, of);
        }
        return facts;
    }

    private static Map<String, Set<String>> ofServer(Connection connection) throws SQLException {
        var facts = new TreeMap<String, Set<String>>();
        for (String table : rows(
                connection,
                "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")) {
            var of = new TreeSet<String>();
            String columns =
                    " from information_schema.columns where table_schema = 'public' and table_name = '" + table + "'";
            of.addAll(rows(
                    connection,
                    "select 'column ' || column_name || case data_type when 'bigint' then ' number' when 'text' then"
                            + " ' text' else ' ' || data_type end || case is_nullable when 'NO' then ' not null' else ''"
                            + " end || coalesce(' default ' || replace(column_default, '::text', ''), '')" + columns));
            of.addAll(rows(connection, "select 'identity ' || column_name" + columns + " and is_identity = 'YES'"));
            String constraint = " from pg_constraint where conrelid = '\"" + table + "\"'::regclass and contype = ";
            String names = "(select string_agg(attname, ', ' order by place) from unnest(conkey) with ordinality"
                    + " as part (number, place) join pg_attribute on attrelid = conrelid and attnum = number)";
            of.addAll(rows(connection, "select 'key ' || " + names + constraint + "'p'"));
            of.addAll(rows(connection, "select 'unique ' || " + names + constraint + "'u'"));
            of.addAll(rows(
                    connection,
                    "select 'reference ' || " + names + " || ' to ' || replace(confrelid::regclass::text, '\"', '')"
                            + " || '.' || (select attname from pg_attribute where attrelid = confrelid"
                            + " and attnum = confkey[1]) || case confdeltype when 'a' then ' no action' when 'c' then"
                            + " ' cascade' else confdeltype::text end" + constraint + "'f'"));
            for (String sql : rows(
                    connection,
                    "select indexdef from pg_indexes where schemaname = 'public' and tablename = '" + table
                            + "' and not exists (select 1 from pg_constraint where conname = indexname and contype in"
                            + " ('p', 'u'))")) {
                of.add(index(sql));
            }
            facts.put(table, of);
        }
        return facts;
    }

    /** An index in one form, whichever database wrote it. */
    private static String index(String sql) {
        return sql.toLowerCase(Locale.ROOT)
                .replace("public.", "")
                .replace(" using btree", "")
                .replace("::text", "")
                .replace("\"", "")
                .replaceAll("where \\((.*)\\)$", "where $1")
                .replaceAll("\\s+", " ");
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
