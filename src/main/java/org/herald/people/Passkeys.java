package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountDeed.Kind;
import org.herald.model.AccountId;
import org.herald.model.Actor;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Passkey;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.PasskeyQueries;
import org.herald.store.PasskeyQueries.Kept;
import org.herald.store.PasskeyWrites.Challenge;
import org.herald.store.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The passkeys of accounts: how they are added, used and removed. A device signs a challenge of ours, which is random, good
 * for five minutes and for one use, and only after it made sure that its owner is there; so no code is asked for.
 */
public final class Passkeys {

    /** What a device was asked must be answered in this time. */
    public static final Duration GOOD = Duration.ofMinutes(5);

    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 100;

    private final Database database;
    private final InstantSource clock;
    private final PasskeyQueries queries;
    private final PasskeyProofs proofs;
    private final RelyingParty party;
    private final OfferedWays ways;

    public Passkeys(Database database, InstantSource clock, RelyingParty party, OfferedWays ways) {
        this.database = database;
        this.clock = clock;
        this.queries = new PasskeyQueries(database);
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
            List<Known> known) {}

    /** A passkey by what its device names it. */
    public record Known(String credential, List<String> transports) {}

    /** What a device is asked to sign (WebAuthn Level 3, section 5.5): any passkey that it keeps for us will do. */
    public record Request(RelyingParty party, String challenge) {}

    /** The passkeys of an account, in the order in which they were added. */
    public List<Passkey> of(AccountId account) {
        return queries.of(account).stream().map(Kept::passkey).toList();
    }

    /** Begins to add a passkey to one's account. */
    public Outcome<Creation> begin(Account account, String label) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            return Outcome.refused("refused.passkey-label", LONGEST_LABEL);
        }
        var own = queries.of(account.id());
        if (own.size() >= MOST) {
            return Outcome.refused("refused.passkey-most", MOST);
        }
        String handle = own.isEmpty() ? Secrets.fresh() : own.getFirst().handle();
        var known = own.stream().map(Passkeys::known).toList();
        String challenge = challenge(account.id(), handle);
        return Outcome.done(new Creation(party, challenge, account, handle, PasskeyProofs.ALGORITHMS, known));
    }

    /**
     * Adds a passkey that a device made.
     *
     * @param said what the browser says of it, as JSON (WebAuthn Level 3, section 5.5.1)
     */
    public Outcome<Account> add(Account account, String label, String said, Caller caller) {
        var offered = proofs.readOffered(said);
        if (offered.isEmpty()) {
            return Outcome.refused("refused.passkey-wrong");
        }
        var taken = take(offered.get().challenge(), account.id());
        if (taken.isEmpty()) {
            return Outcome.refused("refused.passkey-too-late");
        }
        return switch (proofs.check(offered.get())) {
            case Outcome.Refused<PasskeyProofs.Made>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<PasskeyProofs.Made>(var made) ->
                database.write(
                        transaction -> add(transaction, account, taken.get().handle(), label.strip(), made, caller));
        };
    }

    /** Begins a sign-in by passkey, of whomever it will be. */
    public Request ask() {
        return new Request(party, challenge(null, ""));
    }

    /**
     * Whose passkey signed.
     *
     * @param said what the browser says of it, as JSON (WebAuthn Level 3, section 5.5.2)
     */
    public Outcome<Account> prove(String said, Caller caller) {
        var signed = proofs.readSigned(said);
        if (signed.isEmpty()) {
            return Outcome.refused("refused.passkey-wrong");
        }
        if (take(signed.get().challenge(), null).isEmpty()) {
            return Outcome.refused("refused.passkey-too-late");
        }
        var kept = queries.find(signed.get().credential());
        var account = kept.flatMap(
                each -> new AccountQueries(database).find(each.passkey().account()));
        if (kept.isEmpty() || account.isEmpty() || account.get().isLocked()) {
            return refuse(account.orElse(null), "refused.passkey-unknown", caller);
        }
        // The device must keep it for the account that we know it of (WebAuthn Level 3, section 7.2, step 6).
        if (!kept.get().handle().equals(signed.get().handle())) {
            return refuse(account.get(), "refused.passkey-wrong", caller);
        }
        return switch (proofs.check(signed.get(), kept.get())) {
            case Outcome.Refused<Long>(var reasons) -> refuse(account.get(), reasons.getFirst(), caller);
            case Outcome.Done<Long>(var signatures) ->
                use(kept.get(), signatures)
                        ? Outcome.done(account.get())
                        : refuse(account.get(), "refused.passkey-copied", caller);
        };
    }

    /** Removes a passkey, unless it is the last way by which its owner can sign in. */
    public Outcome<Account> remove(Account account, long passkey, Caller caller) {
        return database.write(transaction -> {
            var label = transaction.passkeys().label(account.id(), passkey);
            if (label.isEmpty()) {
                return Outcome.done(account);
            }
            if (ways.count(transaction, account.id()) < 2) {
                return Outcome.refused("refused.last-way");
            }
            transaction.passkeys().remove(passkey);
            note(transaction, Kind.PASSKEY_REMOVED, account, caller, label.get());
            return Outcome.done(account);
        });
    }

    private Outcome<Account> add(
            Transaction transaction,
            Account account,
            String handle,
            String label,
            PasskeyProofs.Made made,
            Caller caller) {
        if (transaction.passkeys().isKnown(made.credential().id())) {
            return Outcome.refused("refused.passkey-known");
        }
        Instant now = clock.instant();
        transaction.passkeys().add(account.id(), handle, label, made.isSynced(), made.credential(), now);
        note(transaction, Kind.PASSKEY_ADDED, account, caller, label);
        return Outcome.done(account);
    }

    private String challenge(@Nullable AccountId account, String handle) {
        Instant now = clock.instant();
        String challenge = Secrets.fresh();
        return database.write(transaction -> {
            transaction
                    .passkeys()
                    .addChallenge(Secrets.digest(challenge), new Challenge(account, handle, now.plus(GOOD)), now);
            return challenge;
        });
    }

    /** Uses a challenge up, whatever comes of it; nothing when it was not ours, not for this, used, or too old. */
    private Optional<Challenge> take(String challenge, @Nullable AccountId account) {
        Instant now = clock.instant();
        return database.write(transaction -> transaction.passkeys().takeChallenge(Secrets.digest(challenge)))
                .filter(taken -> now.isBefore(taken.untilAt()) && Objects.equals(taken.account(), account));
    }

    private void note(Transaction transaction, Kind kind, Account account, Caller caller, String label) {
        transaction
                .accountLog()
                .add(clock.instant(), kind, account.id(), account.email(), account.actor(), caller.address(), label);
    }

    private boolean use(Kept kept, long signatures) {
        return database.write(transaction -> transaction
                .passkeys()
                .setUsed(kept.passkey().id(), kept.credential().signatures(), signatures, clock.instant()));
    }

    private Outcome<Account> refuse(@Nullable Account account, String key, Caller caller) {
        return refuse(account, new Reason(key, List.of()), caller);
    }

    private Outcome<Account> refuse(@Nullable Account account, Reason reason, Caller caller) {
        String why = reason.key().substring("refused.".length());
        database.write(transaction -> {
            transaction
                    .accountLog()
                    .add(
                            clock.instant(),
                            Kind.SIGN_IN_FAILED,
                            account == null ? null : account.id(),
                            account == null ? "" : account.email(),
                            new Actor("nobody"),
                            caller.address(),
                            why);
            return why;
        });
        return new Outcome.Refused<>(List.of(reason));
    }

    private static Known known(Kept kept) {
        String transports = kept.credential().transports();
        return new Known(kept.credential().id(), transports.isEmpty() ? List.of() : List.of(transports.split(" ", -1)));
    }
}
