package org.herald.newsroom.portal;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.herald.model.Block;
import org.herald.model.Outcome;
import org.herald.newsroom.Visitor;
import org.herald.publish.CommandBus;
import org.herald.publish.Verb;

/** Carries out what the portal's screens are asked for, in the name of whoever is here. */
@Singleton
public final class PortalDesk {

    private final CommandBus bus;
    private final Visitor visitor;
    private final InstantSource clock;

    public PortalDesk(CommandBus bus, Visitor visitor, InstantSource clock) {
        this.bus = bus;
        this.visitor = visitor;
        this.clock = clock;
    }

    <T> Outcome<T> carryOut(Verb<T> verb) {
        return bus.carryOut(visitor.account().principal(), verb);
    }

    /** True when readers would see the block now. */
    boolean isNow(Block block) {
        return block.isShownAt(clock.instant());
    }

    InstantSource clock() {
        return clock;
    }
}
