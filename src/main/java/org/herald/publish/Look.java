package org.herald.publish;

import org.herald.model.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at before an item is released.
 *
 * @param read the revision that was looked at: when there is a newer one by now, nothing goes out; null means the newest,
 *     whichever it is
 * @param isConfirmed true when the warnings of the checks were seen
 */
public record Look(@Nullable RevisionId read, boolean isConfirmed) {

    /** The newest revision, with no warnings seen. */
    public static final Look NONE = new Look(null, false);
}
