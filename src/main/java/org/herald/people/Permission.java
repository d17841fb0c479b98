package org.herald.people;

import java.util.Locale;

/** Something that an account may be allowed to do; {@link Permissions} says which role may do what. */
public enum Permission {
    /** Look at the desk, its items, their revisions and comments; sign out; change one's own account. */
    DESK,
    /** Write items and comments, keep drafts, send to review, upload pictures. */
    WRITE,
    /** Write translations of items, and comments on them. */
    TRANSLATE,
    /** Send items back and approve them; assign them to people. */
    REVIEW,
    /** Publish, schedule and unschedule items; where review is the rule, only what was approved. */
    RELEASE,
    /** Publish and schedule without an approval where review is the rule. */
    RELEASE_UNREVIEWED,
    /** Correct what readers see, with a note. */
    CORRECT,
    /** Word the notes of corrections anew. */
    AMEND,
    /** Withdraw items, and restore them. */
    WITHDRAW,
    /** Put the breaking-news banner up and take it down. */
    BANNER,
    /** Change sections, menus, blocks, notices and redirects. */
    OUTLINE,
    /** Read who did what when. */
    AUDIT,
    /** Invite people, change their roles, lock their accounts. */
    PEOPLE;

    /** The word for it in messages and tables: {@code release-unreviewed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
