package org.herald.model;

import java.util.Locale;

/** What was done to a portal, as the change ledger remembers it. */
public enum VerbName {
    CREATE,
    REVISE,
    REVERT,
    SEND_TO_REVIEW,
    SEND_BACK,
    APPROVE,
    PUBLISH,
    SCHEDULE,
    UNSCHEDULE,
    PUT_OFF,
    UPDATE,
    CORRECT,
    AMEND_NOTE,
    WITHDRAW,
    RESTORE,
    MOVE,
    RENAME,
    ASSIGN,
    REMARK,
    RESOLVE,
    SET_EMBARGO,
    MARK_TRANSLATED,
    OPEN_PREVIEW,
    REVOKE_PREVIEW,
    ADD_SECTION,
    MOVE_SECTION,
    REMOVE_SECTION,
    ORDER_SECTIONS,
    SET_TITLES,
    SET_MENU,
    PLACE_MENU_ENTRY,
    PLACE_BLOCK,
    CHANGE_BLOCK,
    ORDER_BLOCKS,
    REMOVE_BLOCK,
    PLAN,
    PREVIEW_PLAN,
    DISCARD_PLAN,
    DISCARD_PLANNED,
    ADD_REDIRECT,
    REMOVE_REDIRECT,
    RAISE_BANNER,
    LOWER_BANNER,
    KEEP_ADDRESS,
    KEEP_ASSET,
    FOLLOW_TIME_ZONE,
    APPLY_KINDS;

    /** The word that is stored, and by which the log is asked: {@code send-to-review}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The verb with this word.
     *
     * @throws IllegalArgumentException when no verb has it
     */
    public static VerbName of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
