package org.herald.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.herald.model.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How passwords are kept, and which are taken. */
final class PasswordsTest {

    private static final List<String> OWN = List.of("Alesia Novik", "a.novik@herald.test");

    private final Passwords passwords = new Passwords();
    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1}. */
    @Test
    void hashOfTheReferenceImplementationIsRead() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertTrue(passwords.match(reference, "password"));
        assertFalse(passwords.match(reference, "passwords"));
        assertTrue(passwords.isOutdated(reference));
    }

    @Test
    void passwordIsMatchedByItsOwnHashAlone() {
        String kept = passwords.hash("three unrelated teapots");

        assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
        assertTrue(passwords.match(kept, "three unrelated teapots"));
        assertFalse(passwords.match(kept, "Three unrelated teapots"));
        assertFalse(passwords.match(kept, ""));
        assertFalse(passwords.isOutdated(kept));
        assertNotEquals(kept, passwords.hash("three unrelated teapots"), "each has a salt of its own");
    }

    @Test
    void nobodyHasNoPassword() {
        assertFalse(passwords.match(null, ""));
        assertFalse(passwords.match(null, "three unrelated teapots"));
    }

    @Test
    void samePasswordFromAnotherKeyboardIsTheSame() {
        String kept = passwords.hash("Caf\u00e9 \u212bngstr\u00f6m 12");

        assertTrue(passwords.match(kept, "Cafe\u0301 \u00c5ngstro\u0308m 12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three unrelated teapots",
                "correct horse battery staple",
                "тры імбрычкі на даху",
                "Kh7-vQ2p-Zt9x",
                "        twelve spaces and words        "
            })
    void longAndIrregularPasswordsAreTaken(String password) {
        assertEquals("", refusal(password));
    }

    @ParameterizedTest
    @CsvSource({
        "'', short",
        "Kh7vQ2pZt9x, short",
        "🐘🐘🐘🐘🐘🐘, short",
        "alesia-reads-books, own",
        "my-NOVIK-password-7, own",
        "x a.novik@herald.test x, own",
        "qwerty123456, breached",
        "QWERTY123456, breached",
        "motherfucker, breached",
        "йцукен123456, breached",
        "aaaaaaaaaaaaaaaaab, guessable",
        "abcabcabcabc, guessable",
        "Kh7vKh7vKh7vKh7v, guessable",
        "password2024!!, guessable",
        "123456789012345, guessable",
        "qwertyuiopasdfghjklzxcvbnm, guessable",
        "абвгдеёжзийклмн, guessable",
        "20242025202620272028, guessable",
        "minskminskminsk, guessable"
    })
    void othersAreRefusedWithTheReason(String password, String reason) {
        assertEquals("refused.password-" + reason, refusal(password));
    }

    @Test
    void veryLongPasswordIsTakenAndAnEndlessOneIsNot() {
        String long128 = "a1 b2 c3 d4 e5 ".repeat(9).substring(0, 120) + "KzQ8vTwL";

        assertEquals("", refusal(long128));
        assertEquals("refused.password-long", refusal("Kh7 vQ2 ".repeat(200)));
    }

    private String refusal(String password) {
        return rules.refusal(password, OWN).map(Outcome.Reason::key).orElse("");
    }
}
