package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is to do something about an item, and until when.
 *
 * @param account nobody while it is nobody's
 * @param name what the newsroom calls them; empty while it is nobody's
 * @param dueAt nothing while it may take as long as it takes
 */
public record Assignment(
        @Nullable AccountId account, String name, @Nullable Instant dueAt) {

    public static final Assignment NONE = new Assignment(null, "", null);
}
