package org.herald.publish;

import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.store.DayQueries;
import org.herald.store.DayQueries.Misplaced;

/**
 * The days on which articles stand, which are stored, against the portal's time zone, which may have been changed since:
 * finds the articles that stand on another day, and moves them.
 */
public final class ArchiveDays {

    /** About a fifth of a second, in which nobody else can save. */
    private static final int AT_ONCE = 100;

    private static final ItemId BEFORE_ALL = new ItemId(0);

    private final CommandBus bus;
    private final DayQueries queries;
    private final ZoneId zone;

    /** @param zone the portal's */
    public ArchiveDays(CommandBus bus, DayQueries queries, ZoneId zone) {
        this.bus = bus;
        this.queries = queries;
        this.zone = zone;
    }

    /** Every article that stands on another day than the portal's time zone gives it. */
    public List<Misplaced> misplaced() {
        return queries.misplaced(zone, BEFORE_ALL, Integer.MAX_VALUE);
    }

    /**
     * Moves every one to its day, some at a time; their earlier addresses lead to the new ones.
     *
     * @param isStopped asked before each step
     * @return how many were moved
     */
    public int move(Principal principal, BooleanSupplier isStopped) {
        int moved = 0;
        var after = BEFORE_ALL;
        while (!isStopped.getAsBoolean()) {
            var some = queries.misplaced(zone, after, AT_ONCE).stream()
                    .map(Misplaced::item)
                    .toList();
            if (some.isEmpty()) {
                break;
            }
            moved += bus.carryOut(principal, new FollowTimeZone(some)).orThrow();
            after = some.getLast();
        }
        return moved;
    }
}
