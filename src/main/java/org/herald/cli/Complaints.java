package org.herald.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.herald.store.StoreFault;
import org.jboss.logging.Logger;

/**
 * What the log says of work that is done again each second. A fault of the store that the operator can mend is told in a
 * sentence, once until it is another or the work was done; every other failure is told each time with all that is known.
 */
final class Complaints {

    private static final Logger LOG = Logger.getLogger(Scheduler.class);

    private final String what;
    private final AtomicReference<String> last = new AtomicReference<>("");

    /** @param what could not be done, for example "The schedule could not be looked at" */
    Complaints(String what) {
        this.what = what;
    }

    /** Does it; a failure is told, and the next time tries again. */
    void watch(Runnable work) {
        try {
            work.run();
            last.set("");
        } catch (RuntimeException failure) {
            var told = StoreFault.in(failure);
            if (told.isEmpty()) {
                LOG.error(what + "; it is tried again in a second", failure);
            } else if (!told.get().equals(last.getAndSet(told.get()))) {
                LOG.error(what + "; it is tried again each second: " + told.get());
            }
        }
    }
}
