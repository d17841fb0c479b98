package org.herald.publish;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Makes readers see the newest revision. What is already live is brought up to date: readers see that it was updated,
 * unless the item comes from elsewhere and keeps the dates it has there. Its first instant stays.
 *
 * @param firstAt the instant that readers are told, when the item was published first elsewhere or on paper; null means
 *     now
 */
public record Publish(ItemId item, @Nullable Instant firstAt, Look look) implements Release<String> {

    /** Releases the newest revision, with no warnings seen. */
    public Publish(ItemId item, @Nullable Instant firstAt) {
        this(item, firstAt, Look.NONE);
    }

    @Override
    public Release<String> seen(Look seen) {
        return new Publish(item, firstAt, seen);
    }

    @Override
    public Transitions move() {
        return Transitions.PUBLISH;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.RELEASE);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        return switch (Transitions.PUBLISH.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when firstAt != null && firstAt.isAfter(unit.now()) ->
                Outcome.refused("refused.published-in-future", firstAt.toString());
            case Outcome.Done<Item> _ when Embargoes.holdBack(unit, item, unit.now()) -> Embargoes.refusal(unit, item);
            case Outcome.Done<Item>(var found) -> {
                var publisher = new Publisher(unit);
                State state = found.state() == State.CORRECTED ? State.CORRECTED : State.PUBLISHED;
                Instant first = Optional.ofNullable(found.firstAt())
                        .or(() -> Optional.ofNullable(firstAt))
                        .orElse(unit.now());
                var shown = ChangedItem.to(found, state, first, null);
                boolean isUpdate = firstAt == null && found.state().isLive() && WaitingChange.state(unit, item) != null;
                String path = isUpdate ? publisher.update(shown) : publisher.show(shown, null);
                WaitingChange.shown(unit, item);
                unit.transaction().desk().assign(item, null, null);
                unit.announce(VerbName.PUBLISH, publisher.announcement());
                yield Outcome.done(path);
            }
        };
    }
}
