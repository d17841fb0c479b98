package org.herald.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something that is looked at before an item goes out. */
public enum Check {
    /** The body has no words. */
    EMPTY_BODY(Severity.BLOCK),
    /** The standfirst is empty. */
    EMPTY_STANDFIRST(Severity.WARN),
    /** The headline is longer than lists show well. */
    LONG_HEADLINE(Severity.WARN),
    /** A picture has no alternative text. */
    MISSING_ALT(Severity.BLOCK),
    /** A heading skips a level, or the first one is none of the second level. */
    HEADING_ORDER(Severity.WARN),
    /** The words of a link do not say where it leads. */
    VAGUE_LINK(Severity.WARN),
    /** The words of a link are its address. */
    BARE_ADDRESS(Severity.WARN),
    /** A link leads to an address of this portal at which nothing is. */
    BROKEN_LINK(Severity.BLOCK),
    /** A link leads to the newsroom or to a preview. */
    INTERNAL_LINK(Severity.BLOCK),
    /** A link leads to an item that readers do not see. */
    HIDDEN_LINK(Severity.WARN),
    /** A paragraph is so long that few read it. */
    LONG_PARAGRAPH(Severity.WARN),
    /** The item would go out before its embargo ends. */
    EMBARGO(Severity.BLOCK),
    /** The item is not there in a language in which it is required. */
    UNTRANSLATED(Severity.WARN),
    /** It is a translation, and its original has changed since. */
    STALE_TRANSLATION(Severity.WARN),
    /** It is a translation, and a text of it is still in the words of the original. */
    UNTRANSLATED_TEXT(Severity.WARN);

    /** What a portal that says nothing else does about it. */
    private final Severity usual;

    Check(Severity usual) {
        this.usual = usual;
    }

    public Severity usual() {
        return usual;
    }

    /** The word of settings and messages: {@code missing-alt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The check with this word. */
    public static Optional<Check> of(String word) {
        return Arrays.stream(values())
                .filter(check -> check.word().equals(word))
                .findFirst();
    }

    /** What is done about what a check finds. */
    public enum Severity {
        /** The item cannot go out. */
        BLOCK,
        /** It goes out when somebody says that they have seen it. */
        WARN,
        /** It is not looked at. */
        OFF;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The severity with this word. */
        public static Optional<Severity> of(String word) {
            return Arrays.stream(values())
                    .filter(severity -> severity.word().equals(word))
                    .findFirst();
        }
    }
}
