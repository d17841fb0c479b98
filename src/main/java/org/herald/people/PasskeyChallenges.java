package org.herald.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.store.Database;
import org.herald.store.PasskeyWrites.Challenge;
import org.jspecify.annotations.Nullable;

/** What devices are asked to sign: random, good for five minutes and for one answer, kept here by its digest. */
final class PasskeyChallenges {

    static final Duration GOOD = Duration.ofMinutes(5);

    private final Database database;
    private final InstantSource clock;

    PasskeyChallenges(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A challenge for a sign-in. */
    String fresh() {
        return fresh(null, "");
    }

    /** A challenge for somebody who may add a passkey with this handle. */
    String fresh(@Nullable AccountId account, String handle) {
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
    Optional<Challenge> take(String challenge, @Nullable AccountId account) {
        Instant now = clock.instant();
        return database.write(transaction -> transaction.passkeys().takeChallenge(Secrets.digest(challenge)))
                .filter(taken -> now.isBefore(taken.untilAt()) && Objects.equals(taken.account(), account));
    }
}
