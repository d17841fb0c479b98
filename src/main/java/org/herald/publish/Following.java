package org.herald.publish;

import java.util.function.BooleanSupplier;
import org.herald.model.Principal;
import org.herald.store.PlanQueries;

/** Lets the items of sections that were moved follow to their new addresses, some at a time, so that nobody waits long. */
public final class Following {

    private final CommandBus bus;
    private final PlanQueries plan;

    public Following(CommandBus bus, PlanQueries plan) {
        this.bus = bus;
        this.plan = plan;
    }

    /**
     * Moves everything that has not followed yet; other writers come in between.
     *
     * @param isStopped asked before each step; what is left then follows the next time
     * @return how many items got another address
     */
    public int follow(BooleanSupplier isStopped) {
        int moved = 0;
        while (!isStopped.getAsBoolean() && plan.isMoving()) {
            moved += bus.carryOut(Principal.SCHEDULE, new FollowSection()).orThrow();
        }
        return moved;
    }
}
