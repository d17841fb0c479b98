package org.herald.publish;

import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Slug;

/** Changes the slug of an item; its earlier addresses lead to the new one. */
public record Rename(ItemId item, Slug slug) implements Verb<ItemId> {

    @Override
    public Outcome<ItemId> carryOut(Work work) {
        return Replacing.carryOut(work, States.RENAME, item, found -> Moves.placed(found, found.section(), slug));
    }
}
