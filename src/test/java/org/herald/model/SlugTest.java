package org.herald.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "mir-castle", "2024-08-19", "a-b-c", "x1"})
    void wordsPartedBySingleHyphensAreASlug(String text) {
        assertEquals(Optional.of(new Slug(text)), Slug.parse(text));
        assertEquals(text, new Slug(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "-a", "a-", "a--b", "A", "Mir", "a b", "a/b", "..", "a.b", "мір", "é", "a\n", "a\u0000", "%61",
                "a_b", "١"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Slug.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new Slug(text));
    }

    @Test
    void longestIsKeptAndLongerIsNone() {
        String longest = "x".repeat(Slug.LONGEST);
        assertEquals(longest, new Slug(longest).value());
        assertEquals(Optional.empty(), Slug.parse(longest + "x"));
        assertEquals(Optional.empty(), Slug.parse("x-".repeat(1_000_000) + "x"));
        assertThrows(IllegalArgumentException.class, () -> new Slug(longest + "x"));
    }
}
