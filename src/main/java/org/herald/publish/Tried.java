package org.herald.publish;

import java.util.concurrent.atomic.AtomicReference;
import org.herald.model.Outcome;

/** Answers as a verb would, and does nothing: nobody is asked to confirm what is then refused. */
public record Tried<T>(Verb<T> verb) implements Verb<T> {

    @Override
    public Requirement requirement() {
        return verb.requirement();
    }

    @Override
    public Outcome<T> carryOut(UnitOfWork unit) {
        var outcome = new AtomicReference<Outcome<T>>();
        unit.transaction().attempt(() -> {
            outcome.set(unit.carryOut(verb));
            return false;
        });
        return outcome.get();
    }
}
