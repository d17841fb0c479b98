package org.herald.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.herald.store.schema.DefaultSchema;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSeekStepN;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Copies a whole portal from one database to another, of whatever engine: table by table in the order of their keys, a part
 * in each transaction, so that an interrupted copy goes on where it was. At the end
 * both are read again and compared, by count and digest of each table.
 */
public final class PortalCopy {

    /** Rows in one transaction. */
    private static final int AT_ONCE = 1000;

    /** The table that is in the target until the copy is whole; it names the source. */
    public static final String UNFINISHED = "herald_copy";

    private static final Table<Record> MARK = DSL.table(DSL.name(UNFINISHED));

    private static final Field<String> SOURCE = DSL.field(DSL.name("source"), String.class);

    /** What the migrations put into an empty database. */
    private static final Set<String> FILLED_BY_MIGRATIONS = Set.of("principal", "portal_identity");

    private final Engine from;
    private final Engine to;
    private final Progress progress;
    private final BooleanSupplier isStopped;

    /**
     * @param from the database that is copied
     * @param to an empty database, or one with the half of an earlier copy of the same
     * @param isStopped asked between two parts; the copy ends early when it is true
     */
    public PortalCopy(Engine from, Engine to, Progress progress, BooleanSupplier isStopped) {
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.isStopped = isStopped;
    }

    /** Follows the copy. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Tells how far a table is.
         *
         * @param done rows of this table that are in the target
         * @param all rows of this table in the source
         */
        void at(String table, long done, long all);
    }

    /** The rows of a table in the source and in the target, which are the same. */
    public record Copied(String table, long rows, String digest) {}

    /**
     * Copies everything that is not in the target yet, while nobody writes to the source: so nothing is missing in the target
     * when it takes the source's place.
     *
     * @return what was copied, table by table; empty when it was stopped before it was whole
     * @throws StoreFault when the target holds something else, or does not hold the same at the end
     */
    public Optional<List<Copied>> run() {
        return run(from::lockWrites);
    }

    /** Copies what the source has at this instant, while others go on writing to it. */
    public Optional<List<Copied>> runBeside() {
        return run(from::beginSnapshot);
    }

    /** Begins the transaction in which the source is read. */
    @FunctionalInterface
    private interface Beginning {
        void on(Connection source) throws SQLException;
    }

    private Optional<List<Copied>> run(Beginning beginning) {
        try (var source = from.readers().getConnection();
                var target = to.writer().getConnection()) {
            source.setAutoCommit(false);
            beginning.on(source);
            var reading = context(source, from);
            begin(reading, target);
            for (Table<?> table : tables()) {
                if (!copy(table, reading, target)) {
                    return Optional.empty();
                }
            }
            var copied = compare(reading, target);
            to.endFilling(target);
            context(target, to).dropTable(MARK).execute();
            source.rollback();
            return Optional.of(copied);
        } catch (SQLException fault) {
            throw explained(new DataAccessException("A connection failed: " + fault.getMessage(), fault));
        } catch (DataAccessException fault) {
            throw explained(fault);
        }
    }

    private RuntimeException explained(DataAccessException fault) {
        RuntimeException ofTarget = to.explain(fault);
        return ofTarget instanceof StoreFault ? ofTarget : from.explain(fault);
    }

    /** Every table of a portal. */
    static List<Table<?>> tables() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables();
    }

    private void begin(DSLContext reading, Connection target) throws SQLException {
        var writing = context(target, to);
        if (isUnfinished(target)) {
            String of = writing.select(SOURCE).from(MARK).fetchSingle(SOURCE);
            if (!from.address().equals(of)) {
                throw new StoreFault(
                        to.address() + " holds the unfinished copy of another portal (" + of
                                + "): finish that one, or choose an empty target.",
                        null);
            }
            if (holdsMoreThan(reading, writing)) {
                throw new StoreFault(
                        to.address() + " holds rows that " + from.address()
                                + " has no more: empty the target and copy again.",
                        null);
            }
        } else {
            requireEmpty(writing);
            writing.transaction(configuration -> {
                var dsl = configuration.dsl();
                dsl.createTable(MARK).column(SOURCE).execute();
                dsl.insertInto(MARK, SOURCE).values(from.address()).execute();
            });
        }
        to.beginFilling(target);
        FILLED_BY_MIGRATIONS.forEach(
                table -> writing.deleteFrom(DSL.table(DSL.name(table))).execute());
    }

    private static boolean isUnfinished(Connection target) throws SQLException {
        try (var found = target.getMetaData().getTables(null, target.getSchema(), UNFINISHED, null)) {
            return found.next();
        }
    }

    private void requireEmpty(DSLContext writing) {
        for (Table<?> table : tables()) {
            if (!FILLED_BY_MIGRATIONS.contains(table.getName()) && writing.fetchExists(table)) {
                throw new StoreFault(
                        to.address() + " holds a portal already (its table " + table.getName()
                                + " has rows): choose an empty target.",
                        null);
            }
        }
    }

    private static boolean holdsMoreThan(DSLContext reading, DSLContext writing) {
        return tables().stream()
                .filter(table -> !FILLED_BY_MIGRATIONS.contains(table.getName()))
                .anyMatch(table -> writing.fetchCount(table) > reading.fetchCount(table));
    }

    /** Copies one table; false when it was stopped. */
    private boolean copy(Table<?> table, DSLContext reading, Connection target) throws SQLException {
        var writing = context(target, to);
        List<Field<?>> key = key(table);
        long all = reading.fetchCount(table);
        long done = writing.fetchCount(table);
        progress.at(table.getName(), done, all);
        var rest = ordered(reading, table, key, last(writing, table, key));
        try (var rows = rest.fetchSize(AT_ONCE).fetchLazy()) {
            for (var part = rows.fetchNext(AT_ONCE); part.isNotEmpty(); part = rows.fetchNext(AT_ONCE)) {
                if (isStopped.getAsBoolean()) {
                    return false;
                }
                add(table, part, target);
                done += part.size();
                progress.at(table.getName(), done, all);
            }
        }
        return true;
    }

    private static List<Field<?>> key(Table<?> table) {
        var key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalStateException("The table " + table.getName() + " has no primary key");
        }
        return List.copyOf(key.getFields());
    }

    /** The row with the highest key that is in the target; null when none is. */
    private static @Nullable Record last(DSLContext writing, Table<?> table, List<Field<?>> key) {
        return writing.select(key)
                .from(table)
                .orderBy(key.stream().<SortField<?>>map(Field::desc).toList())
                .limit(1)
                .fetchOne();
    }

    private static SelectSeekStepN<? extends Record> ordered(
            DSLContext dsl, Table<?> table, List<Field<?>> key, @Nullable Record after) {
        Condition rest = after == null ? DSL.noCondition() : DSL.row(key).gt(DSL.row(Arrays.asList(after.intoArray())));
        return dsl.select(table.fields())
                .from(table)
                .where(rest)
                .orderBy(key.stream().<SortField<?>>map(Field::asc).toList());
    }

    private void add(Table<?> table, List<? extends Record> rows, Connection target) throws SQLException {
        target.setAutoCommit(false);
        try (var statement = target.prepareStatement(insert(table))) {
            for (Record row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
            target.commit();
        } catch (SQLException fault) {
            target.rollback();
            throw refused(table, rows, fault);
        } finally {
            target.setAutoCommit(true);
        }
    }

    private RuntimeException refused(Table<?> table, List<? extends Record> rows, SQLException fault) {
        var failure = explained(new DataAccessException(String.valueOf(fault.getMessage()), fault));
        if (failure instanceof StoreFault) {
            return failure;
        }
        var key = key(table);
        return new StoreFault(
                to.address() + " refuses a row of the table " + table.getName() + " between "
                        + rows.getFirst().into(key.toArray(Field<?>[]::new)).intoList() + " and "
                        + rows.getLast().into(key.toArray(Field<?>[]::new)).intoList() + " ("
                        + String.valueOf(fault.getMessage()).lines().findFirst().orElse("")
                        + "): correct it in the source and copy again.",
                fault);
    }

    private String insert(Table<?> table) {
        return DSL.using(to.dialect(), SETTINGS)
                .render(DSL.insertInto(table)
                        .columns(table.fields())
                        .values(Arrays.stream(table.fields())
                                .map(field -> DSL.field("?", field.getDataType()))
                                .toList()));
    }

    private List<Copied> compare(DSLContext reading, Connection target) throws SQLException {
        target.setAutoCommit(false); // rows are read a part at a time only within a transaction
        try {
            var writing = context(target, to);
            var copied = new ArrayList<Copied>();
            var different = new ArrayList<String>();
            for (Table<?> table : tables()) {
                var source = digest(reading, table);
                if (source.equals(digest(writing, table))) {
                    copied.add(source);
                } else {
                    different.add(table.getName());
                }
            }
            target.rollback();
            if (!different.isEmpty()) {
                throw new StoreFault(
                        to.address() + " does not hold the same as " + from.address() + " in "
                                + different.stream().sorted().collect(Collectors.joining(", "))
                                + ", because something was written to one of them during the copy: empty the target and"
                                + " copy again.",
                        null);
            }
            return copied;
        } finally {
            target.setAutoCommit(true);
        }
    }

    /** A digest of every value of every row, in the order of the keys; null, numbers and texts are told apart. */
    static Copied digest(DSLContext dsl, Table<?> table) {
        var sha = sha256();
        long count = 0;
        try (var rows = ordered(dsl, table, key(table), null).fetchSize(AT_ONCE).fetchLazy()) {
            for (Record row : rows) {
                count++;
                for (int i = 0; i < row.size(); i++) {
                    add(sha, row.get(i));
                }
            }
        }
        return new Copied(table.getName(), count, HexFormat.of().formatHex(sha.digest()));
    }

    private static void add(MessageDigest sha, @Nullable Object value) {
        byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        String kind = value == null ? "-" : value instanceof Number ? "n" : "t";
        sha.update((kind + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static final Settings SETTINGS = new Settings().withRenderSchema(false);

    private static DSLContext context(Connection connection, Engine engine) {
        return DSL.using(connection, engine.dialect(), SETTINGS);
    }
}
