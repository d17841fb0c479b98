package org.herald.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.SectionId;
import org.herald.model.VerbName;

/** Gives some items of sections that were moved their new addresses. The answer is how many. */
record FollowSection() implements Verb<Integer> {

    /** About a fifth of a second, in which nobody else can save. */
    private static final int AT_ONCE = 100;

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        var sections = unit.transaction().sections();
        var late = sections.late(AT_ONCE);
        var bySection = new LinkedHashMap<SectionId, List<Announcement>>();
        for (var each : late) {
            var item = unit.transaction().items().find(each.item()).orElseThrow();
            bySection
                    .computeIfAbsent(
                            each.section(),
                            section -> new ArrayList<>(List.of(Announcement.of(new Change.SectionFollowed(section)))))
                    .add(AddressChange.showAgain(unit, item));
            sections.setMovingAfter(each.section(), each.item());
        }
        if (late.size() < AT_ONCE) {
            sections.endMoves();
        }
        bySection.values().forEach(announcements -> unit.announce(VerbName.MOVE_SECTION, announcements));
        return Outcome.done(late.size());
    }
}
