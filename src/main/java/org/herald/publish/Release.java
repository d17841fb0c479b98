package org.herald.publish;

import org.herald.model.ItemId;

/**
 * A verb that lets an item out to readers, at once or later: what it releases must be approved
 * where review is required, and pass the checks of the portal.
 *
 * @param <T> what it answers when done
 */
public sealed interface Release<T> extends Verb<T> permits Correct, Publish, Restore, Schedule, Update {

    /** What is let out. */
    ItemId item();

    /** The move that it makes. */
    Transitions move();

    /** What was looked at before. */
    Look look();

    /** The same after a look. */
    Release<T> seen(Look seen);
}
