package org.herald.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements whose text was written beforehand, on one connection. They are for what is done for every item of a
 * large import and for every article that readers open: to let jOOQ write such a statement each time costs more than to
 * run it.
 */
final class Statements {

    private final Connection connection;
    private final SQLDialect dialect;
    private final StatementCount count;

    Statements(Connection connection, SQLDialect dialect, StatementCount count) {
        this.connection = connection;
        this.dialect = dialect;
        this.count = count;
    }

    /** The text of a statement, with a place for each value in the order in which the text names them. */
    static final class Text {

        private static final Settings SETTINGS = new Settings().withRenderSchema(false);

        private final Query query;
        private final String ending;
        private final Map<SQLDialect, String> rendered = new ConcurrentHashMap<>(2);

        private Text(Query query, String ending) {
            this.query = query;
            this.ending = ending;
        }

        static Text of(Query query) {
            return new Text(query, "");
        }

        /** As this database system understands it; it is rendered once. */
        String sql(SQLDialect dialect) {
            String known = rendered.get(dialect);
            return known == null
                    ? rendered.computeIfAbsent(
                            dialect, each -> DSL.using(each, SETTINGS).render(query) + ending)
                    : known;
        }

        /** Adds a row with values for these columns. */
        static Text insert(Table<?> table, Field<?>... columns) {
            return of(DSL.insertInto(table)
                    .columns(columns)
                    .values(Arrays.stream(columns).map(Text::any).toList()));
        }

        /** Adds a row with values for these columns, and gives the identity that it got. */
        static Text insert(Field<Long> identity, Table<?> table, Field<?>... columns) {
            // jOOQ would ask for it in a second statement
            return new Text(insert(table, columns).query, " returning " + identity.getName());
        }

        /** A place for a value of this column. */
        static <T> Param<T> any(Field<T> column) {
            return DSL.val(null, column);
        }
    }

    /**
     * A question of readers whose text was written beforehand.
     *
     * @param fields by which its rows are read, in the order of its columns
     */
    record Question(Text text, List<Field<?>> fields) {

        static Question of(Select<?> select, Collection<? extends SelectField<?>> fields) {
            return new Question(
                    Text.of(select),
                    fields.stream().<Field<?>>map(field -> (Field<?>) field).toList());
        }
    }

    /** Makes something of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Gives how many rows were written. */
    int run(Text text, @Nullable Object... values) {
        try (var statement = prepared(text, values)) {
            return statement.executeUpdate();
        } catch (SQLException fault) {
            throw failed(text, fault);
        }
    }

    <T> List<T> all(Reading<T> reading, Text text, @Nullable Object... values) {
        try (var statement = prepared(text, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException fault) {
            throw failed(text, fault);
        }
    }

    /** The rows that answer a question, as jOOQ gives them. */
    Result<Record> rows(DSLContext dsl, Question question, @Nullable Object... values) {
        try (var statement = prepared(question.text(), values);
                var rows = statement.executeQuery()) {
            return dsl.fetch(rows, question.fields().toArray(Field<?>[]::new));
        } catch (SQLException fault) {
            throw failed(question.text(), fault);
        }
    }

    /** Adds a row; gives its identity. */
    long add(Text text, @Nullable Object... values) {
        return one(row -> row.getLong(1), text, values).orElseThrow();
    }

    /** What was made of the first row. */
    <T> Optional<T> one(Reading<T> reading, Text text, @Nullable Object... values) {
        try (var statement = prepared(text, values);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
        } catch (SQLException fault) {
            throw failed(text, fault);
        }
    }

    boolean exists(Text text, @Nullable Object... values) {
        return one(_ -> true, text, values).isPresent();
    }

    private PreparedStatement prepared(Text text, @Nullable Object... values) throws SQLException {
        String sql = text.sql(dialect);
        count.add(sql, values);
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private DataAccessException failed(Text text, SQLException fault) {
        return new DataAccessException("SQL [" + text.sql(dialect) + "]; " + fault.getMessage(), fault);
    }
}
