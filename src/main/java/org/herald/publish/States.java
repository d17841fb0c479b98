package org.herald.publish;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;

/** The table of states: which move may be made from which state. The one place that says so; see docs/states.md. */
public enum States {
    REVISE(State.DRAFT, State.SCHEDULED, State.PUBLISHED, State.CORRECTED, State.WITHDRAWN),
    PUBLISH(State.DRAFT, State.SCHEDULED, State.PUBLISHED, State.CORRECTED),
    SCHEDULE(State.DRAFT, State.SCHEDULED),
    UNSCHEDULE(State.SCHEDULED),
    CORRECT(State.PUBLISHED, State.CORRECTED),
    WITHDRAW(State.PUBLISHED, State.CORRECTED),
    RESTORE(State.WITHDRAWN),
    MOVE(State.DRAFT, State.SCHEDULED, State.PUBLISHED, State.CORRECTED, State.WITHDRAWN),
    RENAME(State.DRAFT, State.SCHEDULED, State.PUBLISHED, State.CORRECTED, State.WITHDRAWN);

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf cannot be changed.
    private final Set<State> from;

    States(State first, State... others) {
        this.from = Set.copyOf(EnumSet.of(first, others));
    }

    /** True when the move may be made from this state. */
    public boolean isAllowedFrom(State state) {
        return from.contains(state);
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
                : Outcome.refused(
                        "refused.state",
                        name().toLowerCase(Locale.ROOT),
                        item.state().word());
    }
}
