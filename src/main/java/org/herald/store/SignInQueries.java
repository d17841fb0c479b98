package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;
import static org.herald.store.schema.Tables.ACCOUNT_LOG;
import static org.herald.store.schema.Tables.OUTSIDE_IDENTITY;
import static org.herald.store.schema.Tables.PASSKEY;
import static org.herald.store.schema.Tables.RECOVERY_CODE;
import static org.herald.store.schema.Tables.SECOND_STEP;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** By what people sign in. */
public final class SignInQueries {

    /** True for accounts that somebody can sign in to: that have a password, a passkey or an identity elsewhere. */
    private static final Field<Boolean> HAS_JOINED = DSL.field(joined());

    private static final Field<@Nullable Long> LAST_AT = DSL.field(DSL.select(DSL.max(ACCOUNT_LOG.AT))
            .from(ACCOUNT_LOG)
            .where(ACCOUNT_LOG.ACCOUNT_ID.eq(ACCOUNT.ID), ACCOUNT_LOG.KIND.eq(AuditEntry.Kind.SIGNED_IN.word())));

    private final Database database;

    public SignInQueries(Database database) {
        this.database = database;
    }

    /** An account with the hash of its password, where it has one. */
    public record Known(Account account, @Nullable String password, boolean asksForCode) {}

    /**
     * Somebody with how they sign in.
     *
     * @param hasJoined false while they have not followed their invitation
     * @param asksForCode true when a code is asked for beside the password
     * @param lastAt when they signed in last; nothing when they never did
     */
    public record Person(
            Account account,
            boolean hasJoined,
            boolean hasPassword,
            boolean asksForCode,
            int recoveryCodes,
            boolean hasShortcuts,
            @Nullable Instant lastAt) {}

    /** A sign-in whose password was right, and that waits for a code. */
    public record Waiting(AccountId account, Instant untilAt, long tries) {}

    /** The account with this e-mail address, which is in lower case. */
    public Optional<Known> known(String email) {
        return known(ACCOUNT.EMAIL.eq(email));
    }

    public Optional<Known> known(AccountId id) {
        return known(ACCOUNT.ID.eq(id.value()));
    }

    public Optional<Person> person(AccountId id) {
        return people(ACCOUNT.ID.eq(id.value())).stream().findFirst();
    }

    /** Everybody, by name. */
    public List<Person> people() {
        return people(DSL.noCondition());
    }

    /** The waiting sign-in whose secret has this digest, ended by time or not. */
    public Optional<Waiting> waiting(String digest) {
        return database.reading()
                .selectFrom(SECOND_STEP)
                .where(SECOND_STEP.DIGEST.eq(digest))
                .fetchOptional(row -> new Waiting(
                        new AccountId(row.get(SECOND_STEP.ACCOUNT_ID)),
                        Instant.ofEpochMilli(row.get(SECOND_STEP.UNTIL_AT)),
                        row.get(SECOND_STEP.TRIES)));
    }

    /** The secret of an account's codes, as it is sealed. */
    public record SealedCode(AccountId account, String secret) {}

    /** Some of the sealed secrets, at most so many. */
    public List<SealedCode> sealedCodes(int most) {
        return database.reading()
                .select(ACCOUNT.ID, ACCOUNT.CODE_SECRET)
                .from(ACCOUNT)
                .where(ACCOUNT.CODE_SECRET.isNotNull())
                .orderBy(ACCOUNT.ID)
                .limit(most)
                .fetch(row -> new SealedCode(new AccountId(row.get(ACCOUNT.ID)), row.get(ACCOUNT.CODE_SECRET)));
    }

    private Optional<Known> known(Condition which) {
        return database.reading()
                .select(AccountQueries.FIELDS)
                .select(ACCOUNT.PASSWORD, ACCOUNT.CODE_SECRET)
                .from(ACCOUNT)
                .where(which)
                .fetchOptional(row -> new Known(
                        AccountQueries.account(row), row.get(ACCOUNT.PASSWORD), row.get(ACCOUNT.CODE_SECRET) != null));
    }

    private List<Person> people(Condition which) {
        Field<Integer> codes =
                DSL.field(DSL.selectCount().from(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT_ID.eq(ACCOUNT.ID)));
        return database.reading()
                .select(AccountQueries.FIELDS)
                .select(ACCOUNT.PASSWORD, ACCOUNT.CODE_SECRET, ACCOUNT.HAS_SHORTCUTS, codes, HAS_JOINED, LAST_AT)
                .from(ACCOUNT)
                .where(which)
                .orderBy(ACCOUNT.NAME_KEY, ACCOUNT.ID)
                .fetch(row -> person(row, codes));
    }

    private static Person person(Record row, Field<Integer> codes) {
        return new Person(
                AccountQueries.account(row),
                row.get(HAS_JOINED),
                row.get(ACCOUNT.PASSWORD) != null,
                row.get(ACCOUNT.CODE_SECRET) != null,
                row.get(codes),
                row.get(ACCOUNT.HAS_SHORTCUTS) != 0,
                Rows.instant(row.get(LAST_AT)));
    }

    private static Condition joined() {
        return ACCOUNT.PASSWORD
                .isNotNull()
                .or(DSL.exists(DSL.selectOne().from(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(ACCOUNT.ID))))
                .or(DSL.exists(
                        DSL.selectOne().from(OUTSIDE_IDENTITY).where(OUTSIDE_IDENTITY.ACCOUNT_ID.eq(ACCOUNT.ID))));
    }
}
