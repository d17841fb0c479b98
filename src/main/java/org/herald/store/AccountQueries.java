package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Language;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.jooq.Record;
import org.jooq.SelectField;

/** The people who may sign in. */
public final class AccountQueries {

    /** The columns of an account, without what belongs to its sign-in. */
    static final List<SelectField<?>> FIELDS = List.of(
            ACCOUNT.ID,
            ACCOUNT.EMAIL,
            ACCOUNT.NAME,
            ACCOUNT.ROLE,
            ACCOUNT.LANGUAGES,
            ACCOUNT.SECTIONS,
            ACCOUNT.SPEAKS,
            ACCOUNT.IS_LOCKED);

    private final Database database;

    public AccountQueries(Database database) {
        this.database = database;
    }

    public Optional<Account> find(AccountId id) {
        return database.reading()
                .select(FIELDS)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()))
                .fetchOptional(AccountQueries::account);
    }

    /** The account with this e-mail address, which is in lower case. */
    public Optional<Account> byEmail(String email) {
        return database.reading()
                .select(FIELDS)
                .from(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email))
                .fetchOptional(AccountQueries::account);
    }

    /** Everybody, by name. */
    public List<Account> all() {
        return database.reading()
                .select(FIELDS)
                .from(ACCOUNT)
                .orderBy(ACCOUNT.NAME_KEY, ACCOUNT.ID)
                .fetch(AccountQueries::account);
    }

    static Account account(Record row) {
        return new Account(
                new AccountId(row.get(ACCOUNT.ID)),
                row.get(ACCOUNT.EMAIL),
                row.get(ACCOUNT.NAME),
                Role.of(row.get(ACCOUNT.ROLE)),
                words(row.get(ACCOUNT.LANGUAGES)).map(Language::new).collect(Collectors.toSet()),
                sections(row.get(ACCOUNT.SECTIONS)),
                new Language(row.get(ACCOUNT.SPEAKS)),
                row.get(ACCOUNT.IS_LOCKED) != 0);
    }

    private static Set<SectionId> sections(String text) {
        return words(text).map(id -> new SectionId(Long.parseLong(id))).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
