package org.herald.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;

/**
 * A database system that holds a portal. Tables and queries are the same in each; what differs between SQLite and
 * PostgreSQL is behind this interface.
 */
public interface Engine extends AutoCloseable {

    /** The SQL that it understands. */
    SQLDialect dialect();

    /** The one connection of this process that writes. */
    DataSource writer();

    /** The connections for readers' pages. */
    DataSource readers();

    /** The connections for the newsroom alone, so that editors do not wait behind a crowd of readers. */
    DataSource newsroom();

    /**
     * Makes the transaction that has begun on this connection the only one that writes, in whatever process, until it
     * ends: what it reads before it writes is still true when it writes, and what it adds to the ledger becomes visible
     * in the order of its positions.
     */
    void lockWrites(Connection connection) throws SQLException;

    /**
     * Makes everything that is read in the transaction that begins on this connection what was committed at one instant,
     * while others go on writing.
     *
     * @param connection without automatic commits, on which nothing was asked yet
     */
    void beginSnapshot(Connection connection) throws SQLException;

    /**
     * Refuses to go on when nothing may be written.
     *
     * @throws StoreFault when the database was found damaged
     */
    void requireSound();

    /**
     * Refuses to go on when what this process writes goes elsewhere than where it will be looked for.
     *
     * @throws RuntimeException which {@link #explain} explains
     */
    void requireInPlace();

    /** Explains what fails while jOOQ runs it. */
    ExecuteListener faults();

    /** The failure as the operator is told it; what is no fault of the database stays as it is. */
    RuntimeException explain(RuntimeException fault);

    /**
     * The failure of a commit as the operator is told it.
     *
     * @return a fault of {@linkplain StoreFault#ofUnknownOutcome unknown outcome} when the answer was lost
     */
    RuntimeException explainCommit(RuntimeException fault);

    /** Looks for damage while the database is used, as far as that is the business of this process. */
    void lookThrough();

    /**
     * Lets rows be added in any order: a reference may lead to a row that comes later.
     *
     * @param connection on which no transaction has begun
     */
    void beginFilling(Connection connection) throws SQLException;

    /**
     * Makes every reference hold again, and continues identities after those that were filled in. It may be called again
     * after it failed, or after the process was interrupted in it. Those who call it have filled everything in, and close
     * the engine or use it only when this has returned.
     *
     * @param connection on which no transaction has begun, as after {@link #beginFilling}
     * @throws StoreFault when a reference leads nowhere and this engine can say which
     * @throws SQLException when a reference leads nowhere, for {@link #explain} to explain, or when the connection fails;
     *     the rows that were filled in stay
     */
    void endFilling(Connection connection) throws SQLException;

    /** The database as an operator names it, without secrets. */
    String address();

    @Override
    void close();
}
