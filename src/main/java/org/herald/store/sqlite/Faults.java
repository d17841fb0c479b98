package org.herald.store.sqlite;

import java.util.concurrent.atomic.AtomicReference;
import org.herald.store.StoreFault;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * Says in an operator's words what the database's failures mean, and remembers when it was found damaged: nothing is
 * written to it then any more, because a write may spread the damage over what is whole.
 */
final class Faults implements ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final transient DatabaseFile file;
    private final transient AtomicReference<@Nullable StoreFault> damage = new AtomicReference<>();

    Faults(DatabaseFile file) {
        this.file = file;
    }

    /** What fails while jOOQ runs it leaves the store explained. */
    @Override
    public void exception(ExecuteContext context) {
        if (context.exception() instanceof DataAccessException fault) {
            context.exception(explain(fault));
        }
    }

    /** @throws StoreFault when the database was found damaged before */
    void requireSound() {
        var found = damage.get();
        if (found != null) {
            throw new StoreFault(String.valueOf(found.getMessage()), found.getCause());
        }
    }

    /** Notes that the database is damaged; it is told once in the log. */
    StoreFault damaged(String how, @Nullable Throwable cause) {
        var fault = new StoreFault(
                "The database " + file.path() + " is damaged ("
                        + how.lines().findFirst().orElse("")
                        + "), so nothing is written to it any more: stop herald and put back a backup of the data"
                        + " folder.",
                cause);
        if (damage.compareAndSet(null, fault)) {
            LOG.log(System.Logger.Level.ERROR, fault.getMessage());
        }
        return fault;
    }

    /** Makes the faults an operator can mend speak plainly; all others stay as they are. */
    RuntimeException explain(DataAccessException fault) {
        var sqlite = fault.getCause(SQLiteException.class);
        if (sqlite == null) {
            return fault;
        }
        return switch (sqlite.getResultCode().code & 0xff) {
            case FULL ->
                new StoreFault(
                        "The disk is full: nothing of the last step was kept, everything before it was. Make room and"
                                + " do it again.",
                        fault);
            case READONLY ->
                new StoreFault("The database cannot be written any more: check the folder's permissions.", fault);
            case CORRUPT, NOTADB -> damaged(String.valueOf(sqlite.getMessage()), fault);
            case IOERR, CANTOPEN ->
                new StoreFault(
                        "The database " + file.path() + " cannot be read or written (" + sqlite.getMessage()
                                + "): check the disk and the rights on its folder.",
                        fault);
            case BUSY ->
                new StoreFault(
                        "Another process kept the database for itself for too long: nothing of the last step was kept."
                                + " Do it again.",
                        fault);
            default -> fault;
        };
    }

    // The primary result codes of SQLite; the driver has a name for each extended one as well.
    private static final int BUSY = 5;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;
}
