package org.herald.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.PasskeyQueries;
import org.herald.store.PasskeyQueries.StoredPasskey;

/**
 * Signing in by a passkey. The device says whose it is, so no e-mail address is asked for; and it made sure that its owner
 * is there, so no code is.
 */
public final class PasskeySignIn {

    private final Database database;
    private final InstantSource clock;
    private final PasskeyQueries queries;
    private final PasskeyChallenges challenges;
    private final PasskeyProofs proofs;
    private final RelyingParty party;
    private final SiteKey key;
    private final Throttle throttle;
    private final SignIn signIn;

    public PasskeySignIn(Database database, InstantSource clock, SignIn signIn, RelyingParty party, SiteKey key) {
        this.database = database;
        this.clock = clock;
        this.queries = new PasskeyQueries(database);
        this.challenges = new PasskeyChallenges(database, clock);
        this.proofs = new PasskeyProofs(party);
        this.party = party;
        this.key = key;
        this.throttle = new Throttle(database, clock);
        this.signIn = signIn;
    }

    /** What a device is asked to sign (WebAuthn Level 3, section 5.5): any passkey that it keeps for us will do. */
    public record Request(RelyingParty party, String challenge) {}

    public Request ask() {
        return new Request(party, challenges.forSignIn(key));
    }

    /**
     * Signs in whoever's passkey signed.
     *
     * @param said what the browser says of it, as JSON (WebAuthn Level 3, section 5.5.2)
     */
    public Outcome<SignIn.Result> with(String said, Client client) {
        var subjects = Throttle.ofPasskey(client.address());
        var wait = throttle.begin(subjects);
        if (wait.isPresent()) {
            return Outcome.done(new SignIn.Wait(wait.get()));
        }
        return switch (prove(said, client)) {
            case Outcome.Refused<Account>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Account>(var account) ->
                database.write(transaction -> {
                    throttle.succeed(transaction, subjects);
                    return Outcome.done(signIn.admit(transaction, account.id(), "passkey", client));
                });
        };
    }

    private Outcome<Account> prove(String said, Client client) {
        var signed = proofs.readSigned(said);
        if (signed.isEmpty()) {
            return Outcome.refused("refused.passkey-wrong");
        }
        if (!challenges.takeForSignIn(key, signed.get().challenge())) {
            return Outcome.refused("refused.passkey-too-late");
        }
        var kept = queries.find(signed.get().credential());
        Optional<Account> account = kept.flatMap(
                each -> new AccountQueries(database).find(each.passkey().account()));
        if (kept.isEmpty() || account.isEmpty() || account.get().isLocked()) {
            return refuse(account, "refused.passkey-unknown", client);
        }
        // The device must keep it for the account that we know it of (WebAuthn Level 3, section 7.2, step 6).
        if (!kept.get().handle().equals(signed.get().handle())) {
            return refuse(account, "refused.passkey-wrong", client);
        }
        return switch (proofs.check(signed.get(), kept.get())) {
            case Outcome.Refused<Long>(var reasons) -> refuse(account, reasons.getFirst(), client);
            case Outcome.Done<Long>(var signatures) ->
                use(kept.get(), signatures)
                        ? Outcome.done(account.get())
                        : refuse(account, "refused.passkey-copied", client);
        };
    }

    private boolean use(StoredPasskey stored, long signatures) {
        return database.write(transaction -> transaction
                .passkeys()
                .setUsed(stored.passkey().id(), stored.credential().signatures(), signatures, clock.instant()));
    }

    private <T> Outcome<T> refuse(Optional<Account> account, String key, Client client) {
        return refuse(account, new Reason(key, List.of()), client);
    }

    private <T> Outcome<T> refuse(Optional<Account> account, Reason reason, Client client) {
        signIn.noteFailure(
                account,
                account.map(Account::email).orElse(""),
                client,
                reason.key().substring("refused.".length()));
        return new Outcome.Refused<>(List.of(reason));
    }
}
