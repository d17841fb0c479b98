package org.herald.publish;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.herald.model.Outcome;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.store.Database;
import org.herald.store.StoreFault;

/**
 * Where every write happens: newsroom, importers and the schedule hand it a verb with the principal who
 * does it; permission, required review, four eyes and the portal's checks are asked in the transaction that writes.
 */
public final class CommandBus {

    private static final System.Logger LOG = System.getLogger(CommandBus.class.getName());

    /** More than so many people do not save one item at one moment. */
    private static final int MOST_TRIES = 20;

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Portal portal;
    private final PublishingRules rules;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();

    /**
     * @param zone the portal's time zone, by whose days the archive is kept
     * @param portal by whose addresses links within it are known
     * @param rules for what goes out to readers
     */
    public CommandBus(Database database, InstantSource clock, ZoneId zone, Portal portal, PublishingRules rules) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.portal = portal;
        this.rules = rules;
    }

    /**
     * Carries out one verb in a transaction of its own. When it met a writer that keeps no turn, so that the database refused
     * what both wrote, nothing of it was saved, and it is carried out once more: the verb then finds what the other wrote,
     * and refuses in its own words.
     */
    public <T> Outcome<T> carryOut(Principal principal, Verb<T> verb) {
        try {
            return prepareAndCarryOut(principal, verb);
        } catch (RuntimeException fault) {
            if (!StoreFault.isConflict(fault)) {
                throw fault;
            }
            return prepareAndCarryOut(principal, verb);
        }
    }

    private <T> Outcome<T> prepareAndCarryOut(Principal principal, Verb<T> verb) {
        Verb<T> next = verb;
        for (int tries = 1; ; tries++) {
            Verb<T> now = next;
            try {
                return together(principal, unit -> unit.carryOut(now));
            } catch (Verb.Unprepared missing) {
                if (tries > MOST_TRIES) {
                    throw missing;
                }
                next = now.prepared(missing);
            }
        }
    }

    /** Carries out several verbs in one transaction: when the steps throw, nothing of them is kept. */
    public <T> T together(Principal principal, Function<UnitOfWork, T> steps) {
        T result = database.write(transaction ->
                steps.apply(new UnitOfWork(transaction, principal, clock.instant(), zone, portal, rules)));
        bells.forEach(CommandBus::ring);
        return result;
    }

    /** What was kept is kept: a follower that fails catches up from the ledger, and the writer is not told otherwise. */
    private static void ring(Runnable bell) {
        try {
            bell.run();
        } catch (RuntimeException fault) {
            String what = "A follower of the change ledger failed; it will catch up";
            StoreFault.in(fault)
                    .ifPresentOrElse(
                            told -> LOG.log(System.Logger.Level.ERROR, what + ": " + told),
                            () -> LOG.log(System.Logger.Level.ERROR, what, fault));
        }
    }

    /**
     * True for a fault of what was to be written, so that a writer may leave it out and go on; false when the database
     * itself fails and nothing else would be written either.
     */
    public static boolean isOfContent(Throwable fault) {
        return !(fault instanceof StoreFault) && !StoreFault.isOfDatabase(fault);
    }

    /** Rings after every commit; it is only the bell: what changed is read from the change ledger. */
    public void onCommit(Runnable bell) {
        bells.add(bell);
    }
}
