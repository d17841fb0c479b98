package org.herald.store;

import static org.herald.store.schema.Tables.ACCOUNT_LOG;

import java.time.Instant;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry;
import org.herald.model.Principal;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds to the account log; nothing in it is ever changed or removed. */
public final class AccountLogWrites {

    private static final int LONGEST_ABOUT = 254;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_DETAIL = 1000;

    private final DSLContext dsl;

    AccountLogWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Adds what happened.
     *
     * @param account whose account; nothing when nobody has the e-mail address
     * @param about the e-mail address
     * @param by who did it
     * @param address from which; empty for the command line
     */
    public void add(
            Instant at,
            AuditEntry.Kind kind,
            @Nullable AccountId account,
            String about,
            Principal by,
            String address,
            String detail) {
        dsl.insertInto(ACCOUNT_LOG)
                .set(ACCOUNT_LOG.AT, at.toEpochMilli())
                .set(ACCOUNT_LOG.KIND, kind.word())
                .set(ACCOUNT_LOG.ACCOUNT_ID, account == null ? null : account.value())
                .set(ACCOUNT_LOG.ABOUT, cut(about, LONGEST_ABOUT))
                .set(ACCOUNT_LOG.PRINCIPAL_ID, by.id().value())
                .set(ACCOUNT_LOG.ADDRESS, cut(address, LONGEST_ADDRESS))
                .set(ACCOUNT_LOG.DETAIL, cut(detail, LONGEST_DETAIL))
                .execute();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
