package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;

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
    public Outcome<Integer> carryOut(Work work) {
        var transaction = work.transaction();
        var plan = transaction.plan().all();
        if (plan.isEmpty()) {
            return Outcome.refused("refused.plan-empty");
        }
        if (!seen.equals(stateOf(plan))) {
            return Outcome.refused("refused.plan-newer");
        }
        var changes = OutlineChange.ordered(plan.stream().map(Planned::change).toList());
        var reasons = new ArrayList<Reason>();
        var arrangement = transaction.outline().arrangement();
        for (OutlineChange change : changes) {
            reasons.addAll(OutlineRules.reasons(transaction, arrangement, change));
            arrangement = arrangement.after(change);
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        changes.forEach(change -> Arrange.make(work, change));
        transaction.plan().clear();
        return Outcome.done(changes.size());
    }
}
