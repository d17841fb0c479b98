package org.herald.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.herald.model.AccountId;
import org.herald.model.Session;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions begin, are found by their secret, and end: by sign-out, by time, by revoking, by a lock. */
final class SessionsTest {

    private final TestPortal portal;
    private final Sessions sessions;
    private final NewsroomCast cast;
    private final AccountId alesia;

    SessionsTest(@TempDir Path folder) {
        portal = TestPortal.withoutPeople(folder);
        sessions = new Sessions(portal.database(), portal.clock());
        cast = new NewsroomCast(portal.database(), portal.clock());
        alesia = cast.account(Member.EDITOR).id();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        assertEquals(List.of(), sessions.of(alesia));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void holderOfTheSecretIsKnownAndNobodyElse() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");

        var session = sessions.find(secret).orElseThrow();
        assertEquals("Alesia", session.account().name());
        assertTrue(sessions.find("").isEmpty());
        assertTrue(sessions.find(Secrets.fresh()).isEmpty());
        assertTrue(sessions.find(secret + "x").isEmpty());
        assertTrue(sessions.find(Secrets.digest(secret)).isEmpty(), "what the database holds is no secret");
    }

    @Test
    void secretStandsNeitherInTheStoreNorInWhatFormsCarryNorInLogs() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");

        var session = sessions.find(secret).orElseThrow();
        assertFalse(portal.tables().dump().toString().contains(secret));
        assertNotEquals(secret, session.csrf());
        assertFalse(session.toString().contains(session.csrf()));
        assertNotEquals(
                session.csrf(),
                sessions.find(sessions.begin(alesia, "", "")).orElseThrow().csrf());
    }

    @Test
    void endedSessionIsNobodys() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");

        sessions.end(secret);

        assertTrue(sessions.find(secret).isEmpty());
        sessions.end(secret);
    }

    @Test
    void twelveHoursOfSilenceEndASession() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");

        portal.clock().pass(Sessions.IDLE.minusSeconds(1));
        assertTrue(sessions.find(secret).isPresent());
        portal.clock().pass(Sessions.IDLE.minusSeconds(1));
        assertTrue(sessions.find(secret).isPresent(), "each request is counted from");
        portal.clock().pass(Sessions.IDLE);
        assertTrue(sessions.find(secret).isEmpty());
        assertEquals(List.of(), sessions.of(alesia));
    }

    @Test
    void thirtyDaysEndTheBusiestSession() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");

        for (int halfDay = 0; halfDay < 2 * 30 - 1; halfDay++) {
            portal.clock().pass(Duration.ofHours(12).minusMinutes(1));
            assertTrue(sessions.find(secret).isPresent());
        }
        portal.clock().pass(Duration.ofHours(12));
        portal.clock().pass(Duration.ofHours(1));
        assertTrue(sessions.find(secret).isEmpty());
    }

    @Test
    void lastUseIsWrittenAtMostOnceAMinuteAndFindingIsOneQuery() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");
        var begun = portal.clock().pass(Duration.ofSeconds(60));
        long before = portal.database().statements();

        assertTrue(sessions.find(secret).isPresent());
        assertEquals(1, portal.database().statements() - before);

        var later = portal.clock().pass(Duration.ofSeconds(1));
        assertTrue(sessions.find(secret).isPresent());
        assertTrue(sessions.find(secret).isPresent());
        assertEquals(4, portal.database().statements() - before, "three were read and one written");
        assertEquals(later, sessions.of(alesia).getFirst().seenAt());
        assertEquals(begun.minusSeconds(60), sessions.of(alesia).getFirst().begunAt());
    }

    @Test
    void lockedAccountHasNoSession() {
        String secret = sessions.begin(alesia, "192.0.2.7", "Firefox");

        portal.database().write(transaction -> {
            transaction.accounts().setLocked(alesia, true);
            return alesia;
        });

        assertTrue(sessions.find(secret).isEmpty());
    }

    @Test
    void onlyTheOwnSessionsAreRevoked() {
        String kept = sessions.begin(alesia, "192.0.2.7", "Firefox");
        String lost = sessions.begin(alesia, "192.0.2.8", "Chrome");
        String also = sessions.begin(alesia, "192.0.2.9", "Safari");
        String others = cast.cookie(Member.REPORTER);
        long mine = sessions.find(kept).orElseThrow().id();
        long second = sessions.find(lost).orElseThrow().id();

        assertFalse(sessions.revoke(cast.account(Member.REPORTER).id(), second));
        assertTrue(sessions.find(lost).isPresent());
        assertTrue(sessions.revoke(alesia, second));
        assertTrue(sessions.find(lost).isEmpty());
        assertEquals(1, sessions.revokeOthers(alesia, mine));
        assertTrue(sessions.find(also).isEmpty());
        assertEquals(
                List.of(mine), sessions.of(alesia).stream().map(Session::id).toList());
        assertTrue(sessions.find(others).isPresent());
    }

    @Test
    void sessionIsListedWithWhenWhereAndByWhat() {
        sessions.begin(alesia, "192.0.2.7", "Firefox".repeat(200));

        var listed = sessions.of(alesia).getFirst();
        assertEquals("192.0.2.7", listed.address());
        assertEquals(500, listed.agent().length());
        assertEquals(TestPortal.NOON, listed.begunAt());
    }
}
