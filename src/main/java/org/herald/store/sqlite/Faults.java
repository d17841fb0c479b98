package org.herald.store.sqlite;

import org.herald.store.FaultListener;
import org.herald.store.StoreFault;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What the failures of SQLite mean, in an operator's words. */
final class Faults extends FaultListener {

    private static final long serialVersionUID = 1;

    private final transient DatabaseFile file;

    Faults(DatabaseFile file) {
        this.file = file;
    }

    /** Notes that the database is damaged. */
    StoreFault ofDamage(String how, @Nullable Throwable cause) {
        return damaged(
                "The database " + file.path() + " is damaged ("
                        + how.lines().findFirst().orElse("")
                        + "), so nothing is written to it any more: stop herald and put back a backup of the data"
                        + " folder.",
                cause);
    }

    @Override
    public RuntimeException explain(RuntimeException fault) {
        if (!(fault instanceof DataAccessException failed)) {
            return fault;
        }
        var sqlite = failed.getCause(SQLiteException.class);
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
            case CORRUPT, NOTADB -> ofDamage(String.valueOf(sqlite.getMessage()), fault);
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
