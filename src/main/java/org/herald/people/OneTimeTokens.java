package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Role;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.LinkQueries;
import org.herald.store.Transaction;
import org.jspecify.annotations.Nullable;

/** Links that are good for one use: whoever has one sets a password, and is in. Only their digests are stored. */
public final class OneTimeTokens {

    private static final int LONGEST_TOKEN = 100;

    private final Database database;
    private final InstantSource clock;
    private final LinkQueries queries;

    public OneTimeTokens(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.queries = new LinkQueries(database);
    }

    /** What a link is for, and how long it is good. */
    public enum Purpose {
        /** To become the first administrator. */
        FIRST(Duration.ofHours(24)),
        /** To take up an account that somebody made. */
        INVITATION(Duration.ofDays(7)),
        /** To choose a new password. */
        RESET(Duration.ofDays(1));

        private final Duration good;

        Purpose(Duration good) {
            this.good = good;
        }

        public Duration good() {
            return good;
        }

        /** The word that is stored. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Purpose of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A link that is good.
     *
     * @param account whose it is; nothing for the first administrator's
     */
    public record Link(Purpose purpose, @Nullable Account account) {}

    /** The link with this secret; nothing when there is none, it was used, or is too old. */
    public Optional<Link> find(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return queries.find(Secrets.digest(token)).filter(this::isGood).flatMap(found -> {
            AccountId id = found.account();
            var purpose = Purpose.of(found.purpose());
            return id == null
                    ? Optional.of(new Link(purpose, null))
                    : new AccountQueries(database)
                            .find(id)
                            .filter(account -> !account.isLocked())
                            .map(account -> new Link(purpose, account));
        });
    }

    /**
     * The secret of a new link to become the first administrator; nothing where there is an administrator. Older ones are
     * good no more.
     */
    public Optional<String> forFirstAdministrator() {
        return database.write(transaction -> {
            transaction.links().removeOfNobody();
            if (!transaction.accounts().unlocked(Role.ADMINISTRATOR).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(make(transaction, Purpose.FIRST, null));
        });
    }

    /** The secret of a new link for an account, and a line in the log. Older ones are good no more. */
    String make(Transaction transaction, Purpose purpose, Account account, ActingPrincipal by) {
        transaction.links().removeOf(account.id());
        AuditLog.note(transaction, clock.instant(), Kind.LINK_MADE, account, by, purpose.word());
        return make(transaction, purpose, account.id());
    }

    /** Uses a link up; false when somebody was faster. */
    boolean take(Transaction transaction, String token) {
        return transaction
                .links()
                .take(Secrets.digest(token))
                .filter(this::isGood)
                .isPresent();
    }

    private String make(Transaction transaction, Purpose purpose, @Nullable AccountId account) {
        String token = Secrets.fresh();
        transaction
                .links()
                .add(
                        Secrets.digest(token),
                        purpose.word(),
                        account,
                        clock.instant().plus(purpose.good()));
        return token;
    }

    private boolean isGood(LinkQueries.Found found) {
        Instant now = clock.instant();
        return now.isBefore(found.untilAt());
    }
}
