package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Actor;
import org.herald.model.ItemId;
import org.herald.model.Outcome;

/** Publishes what is due, in order of time. What was due while nobody looked goes out at the next look, once. */
public final class Timetable {

    private static final Actor SCHEDULE = new Actor("schedule");
    private static final int AT_ONCE = 50;

    private final Desk desk;

    public Timetable(Desk desk) {
        this.desk = desk;
    }

    /**
     * Publishes everything due by now, however much it is.
     *
     * @return the items that went out
     */
    public List<ItemId> publishDue() {
        var out = new ArrayList<ItemId>();
        List<ItemId> some;
        do {
            some = desk.together(SCHEDULE, Timetable::publishSome);
            out.addAll(some);
        } while (some.size() == AT_ONCE);
        return List.copyOf(out);
    }

    /** A part of what is due, so that other writers are not kept waiting for all of it. */
    private static List<ItemId> publishSome(Work work) {
        var due = work.transaction().items().due(work.now(), AT_ONCE);
        due.forEach(item -> publish(work, item));
        return due;
    }

    private static void publish(Work work, ItemId item) {
        switch (work.carryOut(new Publish(item, null))) {
            case Outcome.Done<String> _ -> {}
            case Outcome.Refused<String>(var reasons) ->
                throw new IllegalStateException("Item " + item + " was due but refused: " + reasons);
        }
    }
}
