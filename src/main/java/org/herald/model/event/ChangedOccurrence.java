package org.herald.model.event;

import org.jspecify.annotations.Nullable;

/**
 * One occurrence that is at another time than its series says, or is cancelled (RFC 5545, section 3.8.4.4).
 *
 * @param was when it would begin
 * @param start when it begins; null when it is cancelled
 * @param end its last moment, as {@link Occurrence#end}; null when it is not known
 */
public record ChangedOccurrence(
        Moment was, @Nullable Moment start, @Nullable Moment end) {

    public boolean isCancelled() {
        return start == null;
    }
}
