package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.store.StoreFault;

/**
 * Publishes what is due, in order of time. What was due while nobody looked goes out at the next look, once. An item that
 * cannot go out stops no other: it is taken off the schedule, and its comments say why.
 */
public final class Timetable {

    private static final System.Logger LOG = System.getLogger(Timetable.class.getName());
    private static final int AT_ONCE = 50;

    private final CommandBus bus;

    public Timetable(CommandBus bus) {
        this.bus = bus;
    }

    /** Some of what was due, and which of it went out. */
    private record Look(List<ItemId> due, List<ItemId> out) {}

    /** An item is in the way of all that are published together with it. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopped(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Publishes everything due by now, however much it is.
     *
     * @return the items that went out
     */
    public List<ItemId> publishDue() {
        var out = new ArrayList<ItemId>();
        Look some;
        do {
            some = look();
            out.addAll(some.out());
        } while (some.due().size() == AT_ONCE && !some.out().isEmpty());
        return List.copyOf(out);
    }

    /** A part of what is due, so that other writers are not kept waiting for all of it. */
    private Look look() {
        try {
            var due = bus.together(Principal.SCHEDULE, Timetable::publishSome);
            return new Look(due, due);
        } catch (RuntimeException stopped) {
            if (StoreFault.in(stopped).isPresent()) {
                throw stopped; // no item's fault: all of them stay due until the store can be written again
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "What is due could not go out together and goes out one by one",
                    stopped);
            return oneByOne();
        }
    }

    private static List<ItemId> publishSome(UnitOfWork unit) {
        var due = due(unit);
        due.forEach(item -> publish(unit, item));
        return due;
    }

    private static List<ItemId> due(UnitOfWork unit) {
        return unit.transaction().items().due(unit.now(), AT_ONCE);
    }

    private Look oneByOne() {
        var due = bus.together(Principal.SCHEDULE, Timetable::due);
        var out = new ArrayList<ItemId>();
        for (ItemId item : due) {
            var why = fault(() -> bus.together(Principal.SCHEDULE, unit -> publish(unit, item)));
            if (why.flatMap(StoreFault::in).isPresent()) {
                throw why.get();
            }
            why.ifPresentOrElse(each -> putOff(item, each), () -> out.add(item));
        }
        return new Look(due, out);
    }

    private static ItemId publish(UnitOfWork unit, ItemId item) {
        return switch (unit.carryOut(new Publish(item, null))) {
            case Outcome.Done<String> _ -> item;
            case Outcome.Refused<String>(var reasons) -> throw new Stopped(FailureReason.written(reasons.getFirst()));
        };
    }

    /** An item that cannot even be taken off the schedule stays due, and is tried again at the next look. */
    private void putOff(ItemId item, RuntimeException why) {
        LOG.log(System.Logger.Level.ERROR, "Item " + item + " was due and could not go out", why);
        fault(() -> bus.carryOut(Principal.SCHEDULE, new UnscheduleFailed(item, String.valueOf(why.getMessage()))))
                .ifPresent(again -> LOG.log(
                        System.Logger.Level.ERROR, "Item " + item + " could not be taken off the schedule", again));
    }

    private static Optional<RuntimeException> fault(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (RuntimeException fault) {
            return Optional.of(fault);
        }
    }
}
