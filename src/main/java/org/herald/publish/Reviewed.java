package org.herald.publish;

import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;

/**
 * Lets an item out only when its newest revision was approved: the newsroom of a portal that requires review wraps
 * {@link Publish} and {@link Schedule} so, for everybody who may not publish without it.
 */
public record Reviewed<T>(ItemId item, Release<T> release) implements Release<T> {

    @Override
    public Outcome<T> carryOut(Work work) {
        return switch (States.PUBLISH.check(work, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) ->
                Approvals.isApproved(work, found) ? release.carryOut(work) : Outcome.refused("refused.not-approved");
        };
    }
}
