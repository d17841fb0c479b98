package org.herald.publish;

import java.util.HashSet;
import java.util.List;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;

/** Shows live items again on their days in the portal's time zone. The answer is how many. */
record FollowTimeZone(List<ItemId> items) implements Verb<Integer> {

    FollowTimeZone {
        items = List.copyOf(items);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        var touched = new HashSet<PageKey>();
        int moved = 0;
        for (ItemId id : items) {
            var item = unit.transaction()
                    .items()
                    .find(id)
                    .filter(found -> found.state().isLive());
            if (item.isPresent()) {
                touched.addAll(AddressChange.showAgain(unit, item.get()));
                moved++;
            }
        }
        unit.announce(VerbName.FOLLOW_TIME_ZONE, null, touched);
        return Outcome.done(moved);
    }
}
