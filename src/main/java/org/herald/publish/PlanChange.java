package org.herald.publish;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.Arrangement;
import org.herald.model.BlockId;
import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Puts a change of the outline into the plan, where readers do not see it yet. A change that would leave the thing as
 * readers see it takes it out of the plan.
 *
 * @param change a block or section that is not there yet has an identity of 0 and gets its own
 * @param seen the state of the thing that the change was made from, {@link Arrangement#stateOf}; nothing for a new one
 */
public record PlanChange(OutlineChange change, @Nullable String seen) implements Verb<OutlineChange> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<OutlineChange> carryOut(UnitOfWork unit) {
        var transaction = unit.transaction();
        var live = transaction.outline().arrangement();
        var plan = transaction.plan().all();
        var now = live.after(plan.stream().map(Planned::change).toList());
        if (seen != null && !seen.equals(now.stateOf(change))) {
            return plan.stream()
                    .filter(planned -> planned.change().subject().equals(change.subject()))
                    .findFirst()
                    .<Outcome<OutlineChange>>map(planned -> Outcome.refused(
                            "refused.planned-meanwhile-by", planned.by().displayName()))
                    .orElseGet(() -> Outcome.refused("refused.planned-meanwhile"));
        }
        var settled = settled(unit, live, now, OutlineTexts.clean(unit, now, change));
        var reasons = OutlineRules.reasons(unit, now, settled);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        if (isOfPlannedAlone(live, settled)) {
            transaction.plan().drop(settled.subject());
        } else if (isAsReadersSee(live, plan, settled)) {
            transaction.plan().drop(settled.subject());
        } else {
            transaction.plan().put(settled, unit.principal(), unit.now());
        }
        if (settled instanceof OutlineChange.SectionRemoved(var section)) {
            transaction.plan().drop("titles:" + section);
            transaction.plan().drop("sections:" + section);
        }
        unit.announce(VerbName.PLAN, new Change.NewsroomChanged());
        return Outcome.done(settled);
    }

    /** What only the plan has goes with its change. */
    private static boolean isOfPlannedAlone(Arrangement live, OutlineChange change) {
        return (change instanceof OutlineChange.BlockRemoved(var block)
                        && live.block(block).isEmpty())
                || (change instanceof OutlineChange.SectionRemoved(var section)
                        && live.section(section).isEmpty());
    }

    /** What is new gets its identity, and stays new however often it is changed before readers see it. */
    private static OutlineChange settled(UnitOfWork unit, Arrangement live, Arrangement now, OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded(var id, var parent, var word, var titles)
            when id.value() == 0 -> {
                var sections = unit.transaction().sections();
                var back = now.section(parent).flatMap(above -> sections.removedFrom(above.below(word)));
                yield new OutlineChange.SectionAdded(back.orElseGet(sections::next), parent, word, titles);
            }
            case OutlineChange.SectionMoved(var id, var parent, var word) ->
                planned(live, now, id)
                        .<OutlineChange>map(own -> new OutlineChange.SectionAdded(id, parent, word, own.titles()))
                        .orElse(change);
            case OutlineChange.Titles(var id, var titles) ->
                planned(live, now, id)
                        .<OutlineChange>map(own -> new OutlineChange.SectionAdded(
                                id, Objects.requireNonNull(own.parent()), own.word(), titles))
                        .orElse(change);
            case OutlineChange.BlockPlaced(var id, var block)
            when id.value() == 0 ->
                new OutlineChange.BlockPlaced(unit.transaction().outline().nextBlock(), block);
            case OutlineChange.BlockChanged(BlockId id, var block)
            when live.block(id).isEmpty() && now.block(id).isPresent() -> new OutlineChange.BlockPlaced(id, block);
            case OutlineChange.SectionAdded _,
                    OutlineChange.SectionRemoved _,
                    OutlineChange.SectionOrder _,
                    OutlineChange.Menu _,
                    OutlineChange.BlockPlaced _,
                    OutlineChange.BlockChanged _,
                    OutlineChange.BlockRemoved _,
                    OutlineChange.BlockOrder _ -> change;
        };
    }

    /** A section that only the plan has. */
    private static Optional<Section> planned(Arrangement live, Arrangement now, SectionId id) {
        return live.section(id).isPresent() ? Optional.empty() : now.section(id);
    }

    /** An order is compared with what the other changes leave of it. */
    private static boolean isAsReadersSee(Arrangement live, List<Planned> plan, OutlineChange change) {
        return switch (change) {
            case OutlineChange.BlockPlaced _, OutlineChange.SectionAdded _ -> false;
            case OutlineChange.BlockOrder _, OutlineChange.SectionOrder _ ->
                live.after(plan.stream()
                                .map(Planned::change)
                                .filter(other -> !other.subject().equals(change.subject()))
                                .toList())
                        .has(change);
            case OutlineChange.SectionMoved(var id, var parent, var word) ->
                live.section(id)
                        .filter(section -> parent.equals(section.parent()) && word.equals(section.word()))
                        .isPresent();
            case OutlineChange.SectionRemoved _,
                    OutlineChange.Titles _,
                    OutlineChange.Menu _,
                    OutlineChange.BlockChanged _,
                    OutlineChange.BlockRemoved _ -> live.has(change);
        };
    }
}
