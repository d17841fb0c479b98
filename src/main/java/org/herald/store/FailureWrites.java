package org.herald.store;

import static org.herald.store.schema.Tables.SIGN_IN_FAILURE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** Writes how often sign-ins failed of late, and reads it inside the same transaction. */
public final class FailureWrites {

    private final DSLContext dsl;

    FailureWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** So many failures, the last of them then. */
    public record Failures(long count, Instant lastAt) {}

    public Optional<Failures> of(String subject) {
        return dsl.selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .fetchOptional(row -> new Failures(
                        row.get(SIGN_IN_FAILURE.FAILURES), Instant.ofEpochMilli(row.get(SIGN_IN_FAILURE.LAST_AT))));
    }

    public void set(String subject, Failures failures) {
        long at = failures.lastAt().toEpochMilli();
        dsl.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.SUBJECT, subject)
                .set(SIGN_IN_FAILURE.FAILURES, failures.count())
                .set(SIGN_IN_FAILURE.LAST_AT, at)
                .onConflict(SIGN_IN_FAILURE.SUBJECT)
                .doUpdate()
                .set(SIGN_IN_FAILURE.FAILURES, failures.count())
                .set(SIGN_IN_FAILURE.LAST_AT, at)
                .execute();
    }

    public void remove(String subject) {
        dsl.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .execute();
    }

    /** What stands in the future, because the clock was put back since, counts as now: nobody waits for that hour. */
    public void bringBack(Instant now) {
        dsl.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.LAST_AT, now.toEpochMilli())
                .where(SIGN_IN_FAILURE.LAST_AT.gt(now.toEpochMilli()))
                .execute();
    }

    public void removeBefore(Instant at) {
        dsl.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.LAST_AT.lt(at.toEpochMilli()))
                .execute();
    }
}
