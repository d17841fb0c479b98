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
    static @Nullable State state(UnitOfWork unit, ItemId item) {
        return unit.transaction().items().changeState(item).orElse(null);
    }

    /** True when a text differs from what readers see, or saw last. */
    static boolean isNew(UnitOfWork unit, ItemId item, Content content) {
        return unit.transaction()
                .items()
                .lastShown(item)
                .map(shown ->
                        !unit.transaction().items().revision(shown).content().equals(content))
                .orElse(true);
    }

    /**
     * After a revision was added to an item that has been live. What was approved and is changed falls back into review; a
     * revision that says what readers see takes the change back.
     */
    static void revised(UnitOfWork unit, Item before, RevisionId revision, boolean keepsApproval) {
        var items = unit.transaction().items();
        if (!isNew(unit, before.id(), items.revision(revision).content())) {
            items.setChangeState(before.id(), null);
            return;
        }
        State change = state(unit, before.id());
        if (change == null) {
            items.setChangeState(before.id(), State.DRAFT);
        } else if (change == State.APPROVED && keepsApproval) {
            items.approve(before.id(), revision);
        } else if (change == State.APPROVED) {
            items.setChangeState(before.id(), State.IN_REVIEW);
        }
    }

    /** Once readers see the newest revision, no change waits. */
    static void shown(UnitOfWork unit, ItemId item) {
        unit.transaction().items().setChangeState(item, null);
    }
}
