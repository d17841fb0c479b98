package org.herald.people;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.herald.store.Database;
import org.herald.store.FailureWrites.Failures;
import org.herald.store.Transaction;

/**
 * How long somebody waits who failed to sign in. Who guesses waits longer and longer; an owner is never locked out:
 *
 * <ul>
 *   <li>a browser that signed in to an account before is counted by itself, so strangers’ failures do not touch it
 *       (OWASP, Slow Down Online Guessing Attacks with Device Cookies);
 *   <li>all others are counted by address and account, by account, and by address, and no wait is longer than what these
 *       say here.
 * </ul>
 *
 * Each try is counted before the password is looked at, and taken back when it was right: tries at the same time gain
 * nothing.
 */
final class Throttle {

    /** Failures that were not followed by others for so long are forgotten. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final int IPV6 = 16;

    private final Database database;
    private final InstantSource clock;

    Throttle(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is counted.
     *
     * @param free so many failures cost nothing
     * @param longest the wait that doubles with each further failure grows no longer
     */
    record RateLimitKey(String name, int free, Duration longest) {

        Duration waitAfter(long failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            long doublings = Math.min(failures - free, 20);
            var wait = Duration.ofSeconds(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    /** What is counted when a stranger tries an account. */
    static List<RateLimitKey> ofStranger(String email, String address) {
        String account = Secrets.digest(email.toLowerCase(Locale.ROOT));
        String from = network(address);
        return List.of(
                new RateLimitKey("pair:" + account + ":" + from, 5, Duration.ofMinutes(15)),
                new RateLimitKey("account:" + account, 30, Duration.ofMinutes(1)),
                new RateLimitKey("address:" + from, 60, Duration.ofMinutes(5)));
    }

    /** What is counted when a browser tries an account to which it signed in before. */
    static List<RateLimitKey> ofKnown(String device) {
        return List.of(new RateLimitKey("device:" + device, 5, Duration.ofMinutes(15)));
    }

    /** What is counted when somebody tries passkeys: nobody guesses those, but each failure is a line in the log. */
    static List<RateLimitKey> ofPasskey(String address) {
        return List.of(new RateLimitKey("passkey:" + network(address), 20, Duration.ofMinutes(5)));
    }

    /** What is counted when somebody who knows the password tries codes. */
    static List<RateLimitKey> ofCode(String account, String device) {
        return List.of(new RateLimitKey("code:" + account + ":" + device, 5, Duration.ofMinutes(15)));
    }

    /** Counts a try as a failure; how long to wait when it comes too early, and then it is not counted. */
    Optional<Duration> begin(List<RateLimitKey> subjects) {
        return database.write(transaction -> begin(transaction, subjects, clock.instant()));
    }

    /** Takes a try back that was right, and forgets what was counted against the first of its subjects. */
    void succeed(Transaction transaction, List<RateLimitKey> subjects) {
        var failures = transaction.failures();
        failures.remove(subjects.getFirst().name());
        for (RateLimitKey key : subjects.subList(1, subjects.size())) {
            failures.of(key.name())
                    .filter(found -> found.count() > 0)
                    .ifPresent(found -> failures.set(key.name(), new Failures(found.count() - 1, found.lastAt())));
        }
    }

    private static Optional<Duration> begin(Transaction transaction, List<RateLimitKey> subjects, Instant now) {
        var failures = transaction.failures();
        failures.removeBefore(now.minus(FORGOTTEN));
        failures.bringBack(now);
        var counts = new ArrayList<Long>();
        var wait = Duration.ZERO;
        for (RateLimitKey key : subjects) {
            var found = failures.of(key.name());
            long count = found.map(Failures::count).orElse(0L);
            counts.add(count);
            var from = found.map(Failures::lastAt).orElse(now);
            var left = Duration.between(now, from.plus(key.waitAfter(count)));
            wait = left.compareTo(wait) > 0 ? left : wait;
        }
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        for (int i = 0; i < subjects.size(); i++) {
            failures.set(subjects.get(i).name(), new Failures(counts.get(i) + 1, now));
        }
        return Optional.empty();
    }

    /** The address; of IPv6 the part that one customer has, a /64 (RFC 6177). */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV6 ? Secrets.hex(Arrays.copyOf(bytes, IPV6 / 2)) : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
