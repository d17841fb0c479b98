package org.herald.publish;

import org.herald.model.Item;
import org.herald.model.RevisionId;
import org.herald.model.State;

/** Which revision of an item is approved, and what a later revision does to that. */
final class Approvals {

    private Approvals() {}

    /** True when the newest revision is approved, as that of a new item or as the change to one that has been live. */
    static boolean isApproved(UnitOfWork unit, Item item) {
        if (item.state().hasBeenLive()) {
            return WaitingChange.state(unit, item.id()) == State.APPROVED;
        }
        return unit.transaction()
                .items()
                .approved(item.id())
                .map(item.head()::equals)
                .orElse(false);
    }

    /**
     * After a revision was added. What nobody has read must not go out on the strength of an approval: an approved item
     * falls back into review, and one that waits on the schedule does too, because it would go out with its newest
     * revision. Where review is required that holds for whatever is scheduled: who let it out unread has not read this.
     *
     * @param before the item as it was
     */
    static void revised(UnitOfWork unit, Item before, RevisionId revision) {
        boolean keepsApproval = unit.authorization().keepsApproval(before, unit.rules());
        if (before.state().hasBeenLive()) {
            WaitingChange.revised(unit, before, revision, keepsApproval);
            return;
        }
        var items = unit.transaction().items();
        if (keepsApproval) {
            if (isApproved(unit, before)) {
                items.approve(before.id(), revision);
            }
            return;
        }
        boolean isOffSchedule =
                before.state() == State.SCHEDULED && (unit.rules().isReviewRequired() || isApproved(unit, before));
        if (before.state() == State.APPROVED || isOffSchedule) {
            items.update(ChangedItem.to(before, State.IN_REVIEW, before.firstAt(), null));
        }
    }
}
