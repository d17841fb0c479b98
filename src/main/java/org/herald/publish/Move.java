package org.herald.publish;

import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.SectionId;

/** Puts an item under another section; its earlier addresses lead to the new one. */
public record Move(ItemId item, SectionId section) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Placing(item, section);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        if (unit.transaction().sections().path(section).isEmpty()) {
            return Outcome.refused("refused.section-unknown", section.value());
        }
        return AddressChange.carryOut(
                unit, Transitions.MOVE, item, found -> ChangedItem.placed(found, section, found.slug()));
    }
}
