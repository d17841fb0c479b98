package org.herald.publish;

import java.util.Locale;

/** Something that can be done to an item, as a screen offers it; {@link ItemPolicy} says what to offer to whom, and when. */
public enum Action {
    REVIEW,
    APPROVAL,
    RETURN,
    PUBLICATION,
    SCHEDULE,
    UNSCHEDULE,
    CORRECTION,
    AMENDMENT,
    WITHDRAWAL,
    RESTORATION,
    ASSIGNMENT,
    COMMENT,
    PLACE,
    ADDRESS;

    /** The word of forms: {@code publication}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
