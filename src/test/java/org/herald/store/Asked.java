package org.herald.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.herald.testing.Tables;
import org.jspecify.annotations.Nullable;

/** Hears which statements go to a database, and asks SQLite what it does for each. */
final class Asked {

    private final Tables tables;
    private final List<Statement> statements = new ArrayList<>();

    Asked(Database database, Tables tables) {
        this.tables = tables;
        database.tell(this::hear);
    }

    private void hear(String sql, List<@Nullable Object> values) {
        statements.add(new Statement(sql, values));
    }

    /** One statement as it went to the database. */
    record Statement(String sql, List<@Nullable Object> arguments) {}

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    int count() {
        return statements.size();
    }

    /**
     * What reads a table row by row, or makes an index for itself, each with its statement.
     *
     * @param small tables and indexes that may be read whole, as plans name them
     */
    List<String> scans(Set<String> small) {
        return statements.stream()
                .flatMap(statement -> plan(statement).stream()
                        .filter(line -> line.contains("AUTOMATIC")
                                || (line.startsWith("SCAN ")
                                        && !line.equals("SCAN CONSTANT ROW")
                                        && small.stream().noneMatch(line::contains)))
                        .map(line -> line + ": " + statement.sql()))
                .distinct()
                .toList();
    }

    /** The statements that bind their limit: SQLite plans them anew for each value. */
    List<String> boundLimits() {
        return statements.stream()
                .map(Statement::sql)
                .filter(sql -> sql.contains("limit ?"))
                .distinct()
                .toList();
    }

    /** What SQLite does for a statement, line by line. */
    List<String> plan(Statement statement) {
        return tables
                .rows(
                        "explain query plan " + statement.sql(),
                        statement.arguments().toArray())
                .stream()
                .map(line -> line.substring(line.lastIndexOf('|') + 1))
                .toList();
    }
}
