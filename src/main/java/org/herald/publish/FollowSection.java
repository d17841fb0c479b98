package org.herald.publish;

import java.util.HashSet;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
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
        var touched = new HashSet<PageKey>();
        for (var each : late) {
            touched.addAll(AddressChange.showAgain(
                    unit, unit.transaction().items().find(each.item()).orElseThrow()));
            sections.setMovingAfter(each.section(), each.item());
        }
        if (late.size() < AT_ONCE) {
            sections.endMoves();
        }
        unit.announce(VerbName.MOVE_SECTION, null, touched);
        return Outcome.done(late.size());
    }
}
