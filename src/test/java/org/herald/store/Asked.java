package org.herald.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.testing.Tables;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Hears which statements go to a database, and asks SQLite what it does for each. */
final class Asked implements ExecuteListener {

    private static final long serialVersionUID = 1;

    private final transient Tables tables;
    private final transient List<Statement> statements = new ArrayList<>();

    Asked(Tables tables) {
        this.tables = tables;
    }

    /** One statement as it went to the database. */
    private record Statement(String sql, List<Object> arguments) {}

    Asked of(DSLContext... contexts) {
        Stream.of(contexts).forEach(context -> context.configuration().set(new DefaultExecuteListenerProvider(this)));
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        String sql = context.sql();
        var query = context.query();
        if (sql != null && query != null) {
            statements.add(new Statement(sql, query.getBindValues()));
        }
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

    private List<String> plan(Statement statement) {
        return tables
                .rows(
                        "explain query plan " + statement.sql(),
                        statement.arguments().toArray())
                .stream()
                .map(line -> line.substring(line.lastIndexOf('|') + 1))
                .toList();
    }
}
