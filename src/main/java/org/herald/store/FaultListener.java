package org.herald.store;

import java.util.concurrent.atomic.AtomicReference;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Says in an operator's words what the failures of a database mean, and remembers when it was found damaged: nothing is
 * written to it then any more, because a write may spread the damage over what is whole.
 */
public abstract class FaultListener implements ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(FaultListener.class.getName());

    private final transient AtomicReference<@Nullable StoreFault> damage = new AtomicReference<>();

    /** Explains the faults that an operator can mend; all others stay as they are. */
    public abstract RuntimeException explain(RuntimeException fault);

    /** What fails while jOOQ runs it leaves the store explained. */
    @Override
    public void exception(ExecuteContext context) {
        if (context.exception() instanceof DataAccessException fault) {
            context.exception(explain(fault));
        }
    }

    /**
     * Refuses to go on with a damaged database.
     *
     * @throws StoreFault when it was found damaged before
     */
    public void requireSound() {
        var found = damage.get();
        if (found != null) {
            throw new StoreFault(String.valueOf(found.getMessage()), found.getCause());
        }
    }

    /** Notes that the database is damaged; it is logged once. */
    protected StoreFault damaged(String message, @Nullable Throwable cause) {
        var fault = new StoreFault(message, cause);
        if (damage.compareAndSet(null, fault)) {
            LOG.log(System.Logger.Level.ERROR, message);
        }
        return fault;
    }
}
