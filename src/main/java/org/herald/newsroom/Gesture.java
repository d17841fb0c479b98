package org.herald.newsroom;

import java.util.Locale;

/** Something that can be done to an item at the desk; {@link Gestures} says who may, and when. */
enum Gesture {
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
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
