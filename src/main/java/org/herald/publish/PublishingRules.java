package org.herald.publish;

import org.herald.model.CheckRules;
import org.herald.model.kind.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a portal for what goes out to readers, beside permissions.
 *
 * @param isReviewRequired true when somebody else must have approved what goes out, except by those who may publish
 *     without review
 * @param checks what is looked at before an item goes out; null for nothing
 */
public record PublishingRules(
        Kinds kinds, boolean isReviewRequired, @Nullable CheckRules checks) {

    /** No review is required, and nothing is checked. */
    public static PublishingRules none(Kinds kinds) {
        return new PublishingRules(kinds, false, null);
    }
}
