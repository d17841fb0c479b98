package org.herald.publish;

import org.herald.model.ItemId;

/**
 * A verb that lets an item out to readers, at once or later; {@link Checked} looks at what it lets out.
 *
 * @param <T> what it answers when done
 */
public sealed interface Release<T> extends Verb<T> permits Correct, Publish, Restore, Reviewed, Schedule, Update {

    /** What is let out. */
    ItemId item();

    /** The move that it makes. */
    States move();
}
