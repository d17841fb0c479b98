package org.herald.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.herald.model.PageDependencies;
import org.herald.model.PageKey;
import org.herald.model.RequestContext;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/**
 * The portal's database: one connection that writes and a few that read. A write is durable when {@link #write} returns
 * (write-ahead log, {@code synchronous=FULL} or {@code synchronous_commit}). A write sees what is committed, one after
 * the other: all that write take turns ({@link Engine#lockWrites}), so nothing that one has read changes before it ends.
 */
public final class Database implements AutoCloseable {

    private static final ScopedValue<Boolean> BESIDE = ScopedValue.newInstance();

    private final Engine engine;
    private final RequestContext request;
    private final StatementCount statements = new StatementCount();
    private final DSLContext reading;
    private final DSLContext readingForNewsroom;
    private final DSLContext writing;

    /**
     * A database that answers no requests: that of a command.
     *
     * @param engine the database system that holds the portal, which is closed with this
     */
    public Database(Engine engine) {
        this(engine, RequestContext.NONE);
    }

    /**
     * A database that answers requests.
     *
     * @param engine the database system that holds the portal, which is closed with this
     * @param request the request for which it is asked at a time
     */
    public Database(Engine engine, RequestContext request) {
        this.engine = engine;
        this.request = request;
        this.reading = context(new LentConnections(engine.readers()));
        this.readingForNewsroom = context(new LentConnections(engine.newsroom()));
        this.writing = context(new DataSourceConnectionProvider(engine.writer()));
    }

    /**
     * Looks through a large database while it is used; a small one was looked through when it was opened. When it is
     * damaged, that is logged, and nothing is written to it any more.
     */
    public void lookThrough() {
        engine.lookThrough();
    }

    /** Runs the work in one transaction: all of it is kept, or, when it throws, nothing. */
    public <T> T write(Function<Transaction, T> work) {
        engine.requireSound();
        var isCommitting = new AtomicBoolean();
        try {
            T done = writing.transactionResult(configuration -> configuration
                    .dsl()
                    .connectionResult(connection -> {
                        engine.lockWrites(connection);
                        T result = work.apply(new Transaction(
                                configuration.dsl(), new Statements(connection, engine.dialect(), statements)));
                        engine.requireInPlace();
                        isCommitting.set(true);
                        return result;
                    }));
            isCommitting.set(false);
            engine.requireInPlace();
            return done;
        } catch (RuntimeException fault) {
            throw isCommitting.get() ? engine.explainCommit(fault) : engine.explain(fault);
        }
    }

    /** How many SQL statements were run since this database was opened. */
    public long statements() {
        return statements.value();
    }

    /** Tells each statement that is run from now on, with its values: by those, a test asks what the database does. */
    void tell(BiConsumer<String, List<@Nullable Object>> listener) {
        statements.tell(listener);
    }

    /** The context for queries of what no page key names: a page that is made from it is not kept. */
    DSLContext reading() {
        noteUnknown();
        return here();
    }

    /**
     * The context in which queries for pages run; each statement sees everything committed before it began.
     *
     * @param keys of what they read: a change of it announces one of them
     */
    DSLContext reading(PageKey... keys) {
        note(List.of(keys));
        return here();
    }

    /** The page that is being rendered, when one is, reads something that no key names. */
    void noteUnknown() {
        page().ifPresent(PageDependencies::noteUnknown);
    }

    /** The page that is being rendered, when one is, reads what these keys name. */
    void note(Collection<PageKey> keys) {
        page().ifPresent(page -> page.note(keys));
    }

    /** The newest change, asked for once while a page is rendered. */
    long newestChange(LongSupplier asking) {
        return request.page().map(page -> page.newestChange(asking)).orElseGet(asking::getAsLong);
    }

    private Optional<PageDependencies> page() {
        return BESIDE.isBound() ? Optional.empty() : request.page();
    }

    /**
     * Asks for what is kept in memory for many pages. The page that is being rendered depends on what is then taken from
     * there, which the asker notes, and not on these questions.
     */
    void beside(Runnable asking) {
        ScopedValue.where(BESIDE, true).run(asking);
    }

    private DSLContext here() {
        return request.isForNewsroom() ? readingForNewsroom : reading;
    }

    /**
     * Asks a question that was written beforehand, as {@link #reading(PageKey...)} lets one ask others.
     *
     * @param values in the order in which its text names them
     * @param keys of what it reads
     */
    Result<Record> ask(Statements.Question question, List<?> values, PageKey... keys) {
        try {
            var here = reading(keys);
            return here.connectionResult(connection ->
                    new Statements(connection, engine.dialect(), statements).rows(here, question, values.toArray()));
        } catch (DataAccessException fault) {
            throw engine.explain(fault);
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private DSLContext context(ConnectionProvider connections) {
        var settings = new Settings()
                .withRenderSchema(false)
                .withExecuteLogging(false)
                .withStatementType(StatementType.PREPARED_STATEMENT);
        return DSL.using(new DefaultConfiguration()
                .set(connections)
                .set(engine.dialect())
                .set(settings)
                .set(
                        new DefaultExecuteListenerProvider(statements),
                        new DefaultExecuteListenerProvider(engine.faults())));
    }
}
