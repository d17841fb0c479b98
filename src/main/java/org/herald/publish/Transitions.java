package org.herald.publish;

import java.util.Optional;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.jspecify.annotations.Nullable;

/** The table of states: which move may be made from which state. The one place that says so; see docs/states.md. */
public enum Transitions {
    REVISE(State.values()),
    REVERT(State.values()),
    SEND_TO_REVIEW(Set.of(State.DRAFT), Set.of(State.DRAFT)),
    SEND_BACK(Set.of(State.IN_REVIEW, State.APPROVED), Set.of(State.IN_REVIEW, State.APPROVED)),
    APPROVE(Set.of(State.IN_REVIEW, State.SCHEDULED), Set.of(State.IN_REVIEW)),
    PUBLISH(State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.CORRECTED),
    SCHEDULE(State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SCHEDULED),
    UNSCHEDULE(State.SCHEDULED),
    UPDATE(State.PUBLISHED, State.CORRECTED),
    CORRECT(State.PUBLISHED, State.CORRECTED),
    AMEND_NOTE(State.CORRECTED),
    WITHDRAW(State.PUBLISHED, State.CORRECTED),
    RESTORE(State.WITHDRAWN),
    MOVE(State.values()),
    RENAME(State.values());

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf cannot be changed.
    private final Set<State> from;

    @SuppressWarnings("ImmutableEnumChecker") // the same
    private final Set<State> ofChange;

    Transitions(State... from) {
        this(Set.of(from), Set.of());
    }

    /**
     * A move of review.
     *
     * @param from the states of an item that readers have never seen
     * @param ofChange the states of a change to an item that they see, or saw
     */
    Transitions(Set<State> from, Set<State> ofChange) {
        this.from = Set.copyOf(from);
        this.ofChange = Set.copyOf(ofChange);
    }

    /** True when the move may be made from this state, by an item to which no change waits. */
    public boolean isAllowedFrom(State state) {
        return from.contains(state);
    }

    /**
     * True when the move may be made from this state.
     *
     * @param change the state of the change that waits; null when readers see, or saw, the newest text
     */
    public boolean isAllowedFrom(State state, @Nullable State change) {
        return from.contains(state) || (state.hasBeenLive() && change != null && ofChange.contains(change));
    }

    /** As the change ledger remembers it. */
    VerbName verb() {
        return VerbName.valueOf(name());
    }

    /** The word of refusals: {@code send-to-review}. */
    String word() {
        return verb().word();
    }

    /** The item when this move may be made; otherwise the refusal that says why not. */
    Outcome<Item> check(UnitOfWork unit, ItemId id) {
        Optional<Item> found = unit.transaction().items().find(id);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", id.value());
        }
        Item item = found.get();
        State change = ofChange.isEmpty() || !item.state().hasBeenLive() ? null : WaitingChange.state(unit, id);
        if (isAllowedFrom(item.state(), change)) {
            return Outcome.done(item);
        }
        if (ofChange.isEmpty() || !item.state().hasBeenLive()) {
            return Outcome.refused("refused.state", word(), item.state().word());
        }
        return change == null
                ? Outcome.refused("refused.no-change")
                : Outcome.refused("refused.change-state", word(), change.word());
    }
}
