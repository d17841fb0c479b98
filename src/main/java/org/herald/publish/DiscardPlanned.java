package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Takes one change out of the plan. */
public record DiscardPlanned(long planned) implements Verb<Long> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<Long> carryOut(UnitOfWork unit) {
        if (!unit.transaction().plan().drop(planned)) {
            return Outcome.refused("refused.planned-unknown");
        }
        unit.announce(VerbName.DISCARD_PLANNED, new Change.NewsroomChanged());
        return Outcome.done(planned);
    }
}
