package org.herald.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account, as the account log remembers it.
 *
 * @param account whose account; nothing when nobody has the e-mail address that was tried
 * @param about the e-mail address of the account then, or the one that was tried
 * @param principal who did it
 * @param address from which it was done; empty for the command line
 * @param detail what exactly, such as the new role; may be empty
 */
public record AuditEntry(
        long position,
        Instant at,
        Kind kind,
        @Nullable AccountId account,
        String about,
        Principal principal,
        String address,
        String detail) {

    /** What can happen to an account. */
    public enum Kind {
        INVITED,
        LINK_MADE,
        JOINED,
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        SESSION_REVOKED,
        PASSWORD_SET,
        CODES_ON,
        CODES_OFF,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        NAME_CHANGED,
        RIGHTS_CHANGED,
        LOCKED,
        UNLOCKED;

        /** The word that is stored, and by which the log is asked: {@code signed-in}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind with this word; a word that is none is a fault of whoever wrote it. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
