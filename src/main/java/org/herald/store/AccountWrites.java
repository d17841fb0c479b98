package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Language;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.jooq.DSLContext;

/** Writes who may sign in and what they are, and reads it inside the same transaction. */
public final class AccountWrites {

    private final DSLContext dsl;

    AccountWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Account> find(AccountId id) {
        return dsl.select(AccountQueries.FIELDS)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()))
                .fetchOptional(AccountQueries::account);
    }

    /** The account with this e-mail address, which is in lower case. */
    public Optional<Account> byEmail(String email) {
        return dsl.select(AccountQueries.FIELDS)
                .from(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email))
                .fetchOptional(AccountQueries::account);
    }

    /** The account with this name or one that looks the same. */
    public Optional<Account> byName(String name) {
        return dsl.select(AccountQueries.FIELDS)
                .from(ACCOUNT)
                .where(ACCOUNT.NAME_KEY.eq(nameKey(name)))
                .fetchOptional(AccountQueries::account);
    }

    /** Those who hold this role and may sign in. */
    public List<Account> unlocked(Role role) {
        return dsl.select(AccountQueries.FIELDS)
                .from(ACCOUNT)
                .where(ACCOUNT.ROLE.eq(role.word()), ACCOUNT.IS_LOCKED.eq(0L))
                .orderBy(ACCOUNT.ID)
                .fetch(AccountQueries::account);
    }

    /** Adds an account that works everywhere and has no way to sign in yet. */
    public AccountId add(String email, String name, Role role, Language uiLanguage, Instant at) {
        var id = dsl.insertInto(ACCOUNT)
                .set(ACCOUNT.EMAIL, email)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.NAME_KEY, nameKey(name))
                .set(ACCOUNT.ROLE, role.word())
                .set(ACCOUNT.LANGUAGES, "")
                .set(ACCOUNT.SECTIONS, "")
                .set(ACCOUNT.SPEAKS, uiLanguage.tag())
                .set(ACCOUNT.IS_LOCKED, 0L)
                .set(ACCOUNT.HAS_SHORTCUTS, 1L)
                .set(ACCOUNT.MADE_AT, at.toEpochMilli())
                .set(ACCOUNT.CODE_USED, 0L)
                .returning(ACCOUNT.ID)
                .fetchSingle(row -> new AccountId(row.get(ACCOUNT.ID)));
        PrincipalRows.put(dsl, id, name);
        return id;
    }

    /** Sets what somebody is, and where they work; no languages are all, and no sections are all. */
    public void setRights(AccountId id, Role role, Set<Language> languages, Set<SectionId> sections) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.ROLE, role.word())
                .set(ACCOUNT.LANGUAGES, words(languages))
                .set(ACCOUNT.SECTIONS, words(sections))
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    public void setName(AccountId id, String name) {
        PrincipalRows.put(dsl, id, name);
        dsl.update(ACCOUNT)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.NAME_KEY, nameKey(name))
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    public void setLocked(AccountId id, boolean isLocked) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.IS_LOCKED, isLocked ? 1L : 0L)
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    /** Sets the language of somebody's newsroom, and whether it has keyboard shortcuts. */
    public void setTaste(AccountId id, Language uiLanguage, boolean hasShortcuts) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.SPEAKS, uiLanguage.tag())
                .set(ACCOUNT.HAS_SHORTCUTS, hasShortcuts ? 1L : 0L)
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    /** By which two names are the same: without differences of case, width and spaces. */
    static String nameKey(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String words(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }
}
