package org.herald.publish;

import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.RevisionId;
import org.herald.model.State;
import org.jspecify.annotations.Nullable;

/**
 * The change that waits behind what readers see of an item, or saw before it was withdrawn. The item stays as it is; the
 * change is a draft, in review or approved, by the same rules as a new item.
 */
final class WaitingChange {

    private WaitingChange() {}

    /** The state of the change; null when the newest revision says what readers see, or saw last. */
    static @Nullable State state(Work work, ItemId item) {
        return work.transaction().items().changeState(item).orElse(null);
    }

    /** True when a text differs from what readers see, or saw last. */
    static boolean isNew(Work work, ItemId item, Content content) {
        return work.transaction()
                .items()
                .lastShown(item)
                .map(shown ->
                        !work.transaction().items().revision(shown).content().equals(content))
                .orElse(true);
    }

    /**
     * After a revision was added to an item that has been live. What was approved and is changed falls back into review; a
     * revision that says what readers see takes the change back.
     */
    static void revised(Work work, Item before, RevisionId revision, boolean keepsApproval) {
        var items = work.transaction().items();
        if (!isNew(work, before.id(), items.revision(revision).content())) {
            items.setChangeState(before.id(), null);
            return;
        }
        State change = state(work, before.id());
        if (change == null) {
            items.setChangeState(before.id(), State.DRAFT);
        } else if (change == State.APPROVED && keepsApproval) {
            items.approve(before.id(), revision);
        } else if (change == State.APPROVED) {
            items.setChangeState(before.id(), State.IN_REVIEW);
        }
    }

    /** Once readers see the newest revision, no change waits. */
    static void shown(Work work, ItemId item) {
        work.transaction().items().setChangeState(item, null);
    }
}
