package org.herald.publish;

import java.util.List;
import java.util.Set;
import org.herald.model.Arrangement;
import org.herald.model.BlockId;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.jspecify.annotations.Nullable;

/**
 * Puts a change of the outline into the plan, where readers do not see it yet. A change that would leave the thing as
 * readers see it takes it out of the plan.
 *
 * @param change a block that is not there yet has an identity of 0 and gets its own
 * @param seen the state of the thing that the change was made from, {@link Arrangement#stateOf}; nothing for a new one
 */
public record PlanChange(OutlineChange change, @Nullable String seen) implements Verb<OutlineChange> {

    @Override
    public Outcome<OutlineChange> carryOut(Work work) {
        var transaction = work.transaction();
        var live = transaction.outline().arrangement();
        var plan = transaction.plan().all();
        var now = live.after(plan.stream().map(Planned::change).toList());
        if (seen != null && !seen.equals(now.stateOf(change))) {
            return plan.stream()
                    .filter(planned -> planned.change().subject().equals(change.subject()))
                    .findFirst()
                    .<Outcome<OutlineChange>>map(planned -> Outcome.refused(
                            "refused.planned-meanwhile-by", planned.by().name()))
                    .orElseGet(() -> Outcome.refused("refused.planned-meanwhile"));
        }
        var clean = OutlineTexts.clean(change);
        var reasons = OutlineRules.reasons(transaction, now, clean);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        var settled = settled(work, live, clean);
        if (settled instanceof OutlineChange.BlockRemoved(var id)
                && live.block(id).isEmpty()) {
            transaction.plan().drop(settled.subject());
        } else if (isAsReadersSee(live, plan, settled)) {
            transaction.plan().drop(settled.subject());
        } else {
            transaction.plan().put(settled, work.actor(), work.now());
        }
        work.announce("plan", null, Set.of());
        return Outcome.done(settled);
    }

    /** A new block gets its identity, and stays a new one however often it is changed before readers see it. */
    private static OutlineChange settled(Work work, Arrangement live, OutlineChange change) {
        return switch (change) {
            case OutlineChange.BlockPlaced(var id, var block)
            when id.value() == 0 ->
                new OutlineChange.BlockPlaced(work.transaction().outline().nextBlock(), block);
            case OutlineChange.BlockChanged(BlockId id, var block)
            when live.block(id).isEmpty() -> new OutlineChange.BlockPlaced(id, block);
            case OutlineChange.Titles _,
                    OutlineChange.SectionOrder _,
                    OutlineChange.Menu _,
                    OutlineChange.BlockPlaced _,
                    OutlineChange.BlockChanged _,
                    OutlineChange.BlockRemoved _,
                    OutlineChange.BlockOrder _ -> change;
        };
    }

    /** An order of blocks is compared with what the other changes leave of it. */
    private static boolean isAsReadersSee(Arrangement live, List<Planned> plan, OutlineChange change) {
        return switch (change) {
            case OutlineChange.BlockPlaced _ -> false;
            case OutlineChange.BlockOrder order ->
                live.after(plan.stream()
                                .map(Planned::change)
                                .filter(other -> !other.subject().equals(order.subject()))
                                .toList())
                        .has(order);
            case OutlineChange.Titles _,
                    OutlineChange.SectionOrder _,
                    OutlineChange.Menu _,
                    OutlineChange.BlockChanged _,
                    OutlineChange.BlockRemoved _ -> live.has(change);
        };
    }
}
