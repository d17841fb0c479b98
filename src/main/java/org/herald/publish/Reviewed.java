package org.herald.publish;

import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;

/**
 * Lets an item out only when what readers would see was approved: the newsroom of a portal that requires review wraps
 * every release so, for everybody who may not publish without it.
 */
public record Reviewed<T>(Release<T> release) implements Release<T> {

    @Override
    public ItemId item() {
        return release.item();
    }

    @Override
    public States move() {
        return release.move();
    }

    @Override
    public Outcome<T> carryOut(Work work) {
        return switch (move().check(work, item())) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) ->
                isReviewed(work, found) ? release.carryOut(work) : Outcome.refused("refused.not-approved");
        };
    }

    /** A correction that brings its own words was read by nobody; what readers have seen already needs no approval. */
    private boolean isReviewed(Work work, Item found) {
        if (release instanceof Correct correct && correct.content() != null) {
            return false;
        }
        return Approvals.isApproved(work, found)
                || (found.state().hasBeenLive() && WaitingChange.state(work, found.id()) == null);
    }
}
