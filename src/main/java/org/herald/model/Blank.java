package org.herald.model;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Says whether a text is blank: whether a reader would see nothing of it. The one definition for whatever people type and
 * importers bring.
 */
public final class Blank {

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int NULL_NOTEHEAD = 0x1d159;

    private Blank() {}

    /** True for text without a visible character: empty, spaces of every kind, controls, marks without width, fillers. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(Blank::isVisible);
    }

    /** The text without the spaces, controls and marks without width that surround it; marks of direction stay. */
    public static String strip(String text) {
        int from = 0;
        int until = text.length();
        while (from < until && isPadding(text.charAt(from))) {
            from++;
        }
        while (from < until && isPadding(text.charAt(until - 1))) {
            until--;
        }
        return is(text) ? "" : text.substring(from, until);
    }

    /** Characters that belong to no word at its edge, unlike joiners and marks of direction. */
    private static boolean isPadding(char character) {
        return character == '\ufeff'
                || character == '\u200b'
                || character == '\u2060'
                || character == '\u180e'
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private static boolean isVisible(int character) {
        if (character > ' ' && character < 0x7f) {
            return true;
        }
        // Format characters that are drawn, such as the Arabic sign of a number
        if (UCharacter.hasBinaryProperty(character, UProperty.PREPENDED_CONCATENATION_MARK)) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default ->
                character != BRAILLE_BLANK
                        && character != NULL_NOTEHEAD
                        && !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }
}
