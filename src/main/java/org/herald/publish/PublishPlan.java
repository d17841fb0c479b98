package org.herald.publish;

import java.util.LinkedHashSet;
import java.util.List;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.herald.people.Permission;

/**
 * Shows readers everything that is planned, in one transaction, each change with its own row of the change ledger.
 *
 * @param seen what the one who publishes has looked at, {@link #stateOf}
 */
public record PublishPlan(String seen) implements Verb<Integer> {

    /** Names the state of the plan, so that nothing goes out that its publisher has not seen. */
    public static String stateOf(List<Planned> plan) {
        return plan.stream()
                .map(planned -> planned.id() + "-" + planned.at().toEpochMilli())
                .reduce((one, next) -> one + "." + next)
                .orElse("");
    }

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        var transaction = unit.transaction();
        var plan = transaction.plan().all();
        if (plan.isEmpty()) {
            return Outcome.refused("refused.plan-empty");
        }
        if (!seen.equals(stateOf(plan))) {
            return Outcome.refused("refused.plan-newer");
        }
        var changes = OutlineChange.ordered(plan.stream().map(Planned::change).toList());
        var reasons = new LinkedHashSet<Reason>();
        boolean isMade = transaction.attempt(() -> {
            changes.forEach(change -> reasons.addAll(make(unit, change)));
            return reasons.isEmpty();
        });
        if (!isMade) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        transaction.plan().clear();
        return Outcome.done(changes.size());
    }

    /** Each change is looked at as it is made, because what went before it may have taken its address. */
    private static List<Reason> make(UnitOfWork unit, OutlineChange change) {
        var transaction = unit.transaction();
        var reasons = OutlineRules.reasons(unit, transaction.outline().arrangement(), change);
        return reasons.isEmpty() ? Arrange.make(unit, change) : reasons;
    }
}
