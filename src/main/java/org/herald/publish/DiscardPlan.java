package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Empties the plan; readers never see what was in it. Its previews end. */
public record DiscardPlan() implements Verb<Integer> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        int dropped = unit.transaction().plan().clear();
        if (dropped == 0) {
            return Outcome.refused("refused.plan-empty");
        }
        unit.announce(VerbName.DISCARD_PLAN, new Change.NewsroomChanged());
        return Outcome.done(dropped);
    }
}
