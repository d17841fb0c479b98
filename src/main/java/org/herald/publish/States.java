package org.herald.publish;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;

/** The table of states: which move may be made from which state. The one place that says so; see docs/states.md. */
public enum States {
    REVISE(State.values()),
    REVERT(State.values()),
    SEND_TO_REVIEW(State.DRAFT),
    SEND_BACK(State.IN_REVIEW, State.APPROVED),
    APPROVE(State.IN_REVIEW, State.SCHEDULED, State.PUBLISHED, State.CORRECTED),
    PUBLISH(State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.CORRECTED),
    SCHEDULE(State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SCHEDULED),
    UNSCHEDULE(State.SCHEDULED),
    CORRECT(State.PUBLISHED, State.CORRECTED),
    WITHDRAW(State.PUBLISHED, State.CORRECTED),
    RESTORE(State.WITHDRAWN),
    MOVE(State.values()),
    RENAME(State.values());

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf cannot be changed.
    private final Set<State> from;

    States(State... from) {
        this.from = Set.of(from);
    }

    /** True when the move may be made from this state. */
    public boolean isAllowedFrom(State state) {
        return from.contains(state);
    }

    /** The word of the change ledger and of refusals: {@code send-to-review}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The item when this move may be made; otherwise the refusal that says why not. */
    Outcome<Item> check(Work work, ItemId id) {
        Optional<Item> found = work.transaction().items().find(id);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", id.value());
        }
        Item item = found.get();
        return isAllowedFrom(item.state())
                ? Outcome.done(item)
                : Outcome.refused("refused.state", word(), item.state().word());
    }
}
