package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Session;
import org.herald.store.Database;
import org.herald.store.SessionQueries;
import org.herald.store.Transaction;

/**
 * Who is signed in, and until when. The browser holds a secret of 256 bits, we hold its digest: whoever reads the
 * database can be nobody.
 */
public final class Sessions {

    /** After so long without a request a session has ended. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** After so long a session has ended, however busy it was. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** To spare the disk, it is not written more often that a session was seen. */
    private static final Duration SEEN = Duration.ofMinutes(1);

    /** A secret has 43 letters; what is far longer is asked of nobody. */
    private static final int LONGEST_SECRET = 100;

    private final Database database;
    private final SessionQueries queries;
    private final InstantSource clock;

    public Sessions(Database database, InstantSource clock) {
        this.database = database;
        this.queries = new SessionQueries(database);
        this.clock = clock;
    }

    /** Begins a session; the secret for its cookie. */
    public String begin(AccountId account, String address, String agent) {
        return database.write(transaction -> begin(transaction, account, address, agent));
    }

    /** Begins a session in a transaction that does more; the secret for its cookie. */
    String begin(Transaction transaction, AccountId account, String address, String agent) {
        Instant now = clock.instant();
        String secret = Secrets.fresh();
        transaction.sessions().removeEnded(now.minus(IDLE), now.minus(LONGEST));
        transaction.sessions().add(Secrets.digest(secret), account, now, address, agent);
        return secret;
    }

    /** Who holds this secret; nobody when their session has ended or their account is locked. */
    public Optional<SignedInSession> find(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        var found = queries.find(Secrets.digest(secret))
                .filter(each -> !each.account().isLocked() && isOpen(each.session(), now));
        found.map(SessionQueries.Found::session)
                .filter(session -> session.seenAt().plus(SEEN).isBefore(now)
                        || session.seenAt().isAfter(now))
                .ifPresent(session -> setSeen(session, now));
        return found.map(each -> new SignedInSession(
                each.account(), each.session().id(), Secrets.derived(secret, "csrf"), each.hasShortcuts()));
    }

    /** Ends the session of this secret in a transaction that does more; whose it was. */
    Optional<AccountId> end(Transaction transaction, String secret) {
        return secret.isEmpty() || secret.length() > LONGEST_SECRET
                ? Optional.empty()
                : transaction.sessions().remove(Secrets.digest(secret));
    }

    /** Ends the session of this secret; nothing happens when it has ended already. */
    public void end(String secret) {
        database.write(transaction -> transaction.sessions().remove(Secrets.digest(secret)));
    }

    /** The open sessions of an account, those used last before the others. */
    public List<Session> of(AccountId account) {
        Instant now = clock.instant();
        return queries.of(account).stream()
                .filter(session -> isOpen(session, now))
                .toList();
    }

    /** Ends one session of this account; false when it has no such session. */
    public boolean revoke(AccountId account, long session) {
        return database.write(transaction -> transaction.sessions().remove(account, session));
    }

    /** Ends all sessions of this account but one; how many there were. */
    public int revokeOthers(AccountId account, long kept) {
        return database.write(transaction -> transaction.sessions().removeOthers(account, kept));
    }

    private void setSeen(Session session, Instant now) {
        database.write(transaction -> {
            transaction.sessions().setSeen(session.id(), now);
            return session;
        });
    }

    private static boolean isOpen(Session session, Instant now) {
        return now.isBefore(session.seenAt().plus(IDLE))
                && now.isBefore(session.begunAt().plus(LONGEST));
    }
}
