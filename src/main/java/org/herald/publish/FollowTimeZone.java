package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
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
        var announcements = new ArrayList<Announcement>();
        announcements.add(Announcement.of(new Change.SettingsChanged()));
        for (ItemId id : items) {
            var item = unit.transaction()
                    .items()
                    .find(id)
                    .filter(found -> found.state().isLive());
            if (item.isPresent()) {
                announcements.add(AddressChange.showAgain(unit, item.get()));
            }
        }
        unit.announce(VerbName.FOLLOW_TIME_ZONE, announcements);
        return Outcome.done(announcements.size() - 1);
    }
}
