package org.herald.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of apps, by the test vectors of their standards. */
final class TimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String eightDigits) {
        long step = TimeCode.stepAt(Instant.ofEpochSecond(second));

        assertEquals(Integer.parseInt(eightDigits), TimeCode.truncated(SECRET, step) % 100_000_000);
        assertEquals(eightDigits.substring(2), TimeCode.at(SECRET, step));
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489"})
    void codesOfCountersAreThoseOfTheStandard(long counter, String code) {
        assertEquals(code, TimeCode.at(SECRET, counter));
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void codeIsTakenHalfAMinuteEarlyOrLate(long seconds, boolean isTaken) {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        String code = TimeCode.at(SECRET, TimeCode.stepAt(now.plusSeconds(seconds)));

        assertEquals(isTaken, TimeCode.step(SECRET, code, now).isPresent());
    }

    @Test
    void codeMayBeTypedWithSpacesAndNothingElseIsOne() {
        Instant at = Instant.ofEpochSecond(1111111109);

        assertEquals(OptionalLong.of(TimeCode.stepAt(at)), TimeCode.step(SECRET, " 081 804 ", at));
        assertTrue(TimeCode.step(SECRET, "", at).isEmpty());
        assertTrue(TimeCode.step(SECRET, "81804", at).isEmpty());
        assertTrue(TimeCode.step(SECRET, "0818040", at).isEmpty());
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String bytes, String text) {
        assertEquals(text, TimeCode.base32(bytes.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void addressForTheAppNamesThePortalAndTheAccount() {
        assertEquals(
                "otpauth://totp/Portal%20of%20%D0%9C%D1%96%D0%BD%D1%81%D0%BA:a%40b.by?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Portal%20of%20%D0%9C%D1%96%D0%BD%D1%81%D0%BA&algorithm=SHA1&digits=6&period=30",
                TimeCode.address(SECRET, "Portal of Мінск", "a@b.by"));
    }
}
