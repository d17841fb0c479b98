package org.herald.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees nothing of. */
final class BlankTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x09, 0x0a, 0x20, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x1680, 0x17b4, 0x180b,
                0x180e, 0x2003, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202e, 0x2060, 0x2064, 0x2066,
                0x206f, 0x2800, 0x3000, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1d159, 0x1d173, 0xe0001,
                0xe0041, 0xe0100
            })
    void charactersWithoutInkAreBlank(int character) {
        String text = Character.toString(character);

        assertTrue(Blank.is(text));
        assertTrue(Blank.is(text + " " + text));
        assertEquals("", Blank.strip(text + text));
        assertFalse(Blank.is(text + "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "0", ".", "—", "Ў", "ماء", "水", "é", "\u0600", "\ufffd", "☃", "\ud83d\udc1d", "\u0301"})
    void charactersWithInkAreNot(String text) {
        assertFalse(Blank.is(text));
        assertEquals(text, Blank.strip("\ufeff " + text + "\u00a0\u200b"));
    }

    @ParameterizedTest
    @CsvSource({"'\u200fשלום\u200f', '\u200fשלום\u200f'", "' a b ', 'a b'", "'\u2060a\u200db\ufeff', 'a\u200db'"})
    void marksThatMeanSomethingBesideWordsStay(String text, String stripped) {
        assertEquals(stripped, Blank.strip(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud800", "\ufeff\u200b\u00a0\u2800"})
    void emptyTextAndMixturesAreBlank(String text) {
        assertTrue(Blank.is(text));
    }
}
