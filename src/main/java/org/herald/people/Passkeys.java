package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry.Kind;
import org.herald.model.Blank;
import org.herald.model.Outcome;
import org.herald.model.Passkey;
import org.herald.store.Database;
import org.herald.store.PasskeyQueries;
import org.herald.store.PasskeyQueries.StoredPasskey;
import org.herald.store.SessionQueries;
import org.herald.store.SignInQueries;
import org.herald.store.Transaction;

/** The passkeys of accounts: how their owners add and remove them. */
public final class Passkeys {

    /** Who has no password shows in another way that it is they: they signed in so lately. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 100;

    private final Database database;
    private final InstantSource clock;
    private final SignIn signIn;
    private final PasskeyQueries queries;
    private final PasskeyChallenges challenges;
    private final PasskeyProofs proofs;
    private final RelyingParty party;
    private final OfferedWays ways;

    public Passkeys(Database database, InstantSource clock, SignIn signIn, RelyingParty party, OfferedWays ways) {
        this.database = database;
        this.clock = clock;
        this.signIn = signIn;
        this.queries = new PasskeyQueries(database);
        this.challenges = new PasskeyChallenges(database, clock);
        this.proofs = new PasskeyProofs(party);
        this.party = party;
        this.ways = ways;
    }

    /**
     * What a device is asked to make (WebAuthn Level 3, section 5.4).
     *
     * @param handle by which the device knows whose passkey it is
     * @param algorithms that we can check, as COSE numbers them
     * @param known the passkeys of this account, of which no device needs two
     */
    public record Creation(
            RelyingParty party,
            String challenge,
            Account account,
            String handle,
            List<Long> algorithms,
            List<Known> known) {

        public Creation {
            algorithms = List.copyOf(algorithms);
            known = List.copyOf(known);
        }
    }

    /** A passkey by what its device names it, and how the device is reached. */
    public record Known(String credential, List<String> transports) {

        public Known {
            transports = List.copyOf(transports);
        }
    }

    /** The passkeys of an account, in the order in which they were added. */
    public List<Passkey> of(AccountId account) {
        return queries.of(account).stream().map(StoredPasskey::passkey).toList();
    }

    /**
     * Begins to add a passkey to one's account.
     *
     * @param password the present one, where there is one; who has none must have signed in lately
     */
    public Outcome<Creation> begin(SignedInSession session, String label, String password, Client client) {
        var account = session.account();
        String name = Blank.strip(label);
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            return Outcome.refused("refused.label-length", LONGEST_LABEL);
        }
        var own = queries.of(account.id());
        if (own.size() >= MOST) {
            return Outcome.refused("refused.passkey-most", MOST);
        }
        return switch (confirm(session, password, client)) {
            case Outcome.Refused<Account>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Account> _ -> {
                String handle = own.isEmpty() ? Secrets.fresh() : own.getFirst().handle();
                yield Outcome.done(new Creation(
                        party,
                        challenges.fresh(account.id(), handle),
                        account,
                        handle,
                        PasskeyProofs.ALGORITHMS,
                        own.stream().map(Passkeys::known).toList()));
            }
        };
    }

    /**
     * Adds a passkey that a device made.
     *
     * @param said what the browser says of it, as JSON (WebAuthn Level 3, section 5.5.1)
     */
    public Outcome<Account> add(Account account, String label, String said, Client client) {
        var offered = proofs.readOffered(said);
        if (offered.isEmpty()) {
            return Outcome.refused("refused.passkey-wrong");
        }
        var taken = challenges.take(offered.get().challenge(), account.id());
        if (taken.isEmpty()) {
            return Outcome.refused("refused.passkey-too-late");
        }
        String called = Blank.strip(label);
        String name = called.length() > LONGEST_LABEL ? called.substring(0, LONGEST_LABEL) : called;
        return switch (proofs.check(offered.get())) {
            case Outcome.Refused<PasskeyProofs.Made>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<PasskeyProofs.Made>(var made) ->
                database.write(transaction -> {
                    if (transaction.passkeys().isKnown(made.credential().id())) {
                        return Outcome.refused("refused.passkey-known");
                    }
                    add(transaction, account, taken.get().handle(), name, made);
                    AuditLog.note(transaction, clock.instant(), Kind.PASSKEY_ADDED, account, client, name);
                    return Outcome.done(account);
                });
        };
    }

    /** Removes a passkey, unless it is the last way by which its owner can sign in. */
    public Outcome<Account> remove(Account account, long passkey, Client client) {
        return database.write(transaction -> {
            var label = transaction.passkeys().label(account.id(), passkey);
            if (label.isEmpty()) {
                return Outcome.done(account);
            }
            if (ways.count(transaction, account.id()) < 2) {
                return Outcome.refused("refused.passkey-last");
            }
            transaction.passkeys().remove(passkey);
            AuditLog.note(transaction, clock.instant(), Kind.PASSKEY_REMOVED, account, client, label.get());
            return Outcome.done(account);
        });
    }

    private void add(Transaction transaction, Account account, String handle, String label, PasskeyProofs.Made made) {
        transaction.passkeys().add(account.id(), handle, label, made.isSynced(), made.credential(), clock.instant());
    }

    /** A thief of a session could keep the account by a passkey of their own: it is asked again who this is. */
    private Outcome<Account> confirm(SignedInSession session, String password, Client client) {
        var account = session.account();
        boolean hasPassword = new SignInQueries(database)
                .known(account.id())
                .filter(known -> known.password() != null)
                .isPresent();
        if (!hasPassword) {
            return isLately(session) ? Outcome.done(account) : Outcome.refused("refused.passkey-sign-in");
        }
        return switch (signIn.confirm(account.id(), password, client)) {
            case Outcome.Refused<?>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<?> _ -> Outcome.done(account);
        };
    }

    private boolean isLately(SignedInSession session) {
        Instant since = clock.instant().minus(LATELY);
        return new SessionQueries(database)
                .of(session.account().id()).stream()
                        .filter(each -> each.id() == session.id())
                        .anyMatch(each -> each.begunAt().isAfter(since));
    }

    private static Known known(StoredPasskey stored) {
        String transports = stored.credential().transports();
        return new Known(
                stored.credential().id(), transports.isEmpty() ? List.of() : List.of(transports.split(" ", -1)));
    }
}
