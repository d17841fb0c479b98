package org.herald.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database cannot do what it must; the message tells the operator what is wrong and what to do. */
public final class StoreFault extends RuntimeException {

    public StoreFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** True when this failure says that the database does not answer now, so that it is worth asking again later. */
    public static boolean isUnavailable(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException || at instanceof StoreFault) {
                return true;
            }
        }
        return false;
    }

    /** What this failure tells the operator when it comes of such a fault: that is enough, without a stack trace. */
    public static Optional<String> in(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreFault fault) {
                return Optional.ofNullable(fault.getMessage());
            }
        }
        return Optional.empty();
    }

    /** True when the database failed; false when it only refused a value that breaks one of its rules. */
    public static boolean isOfDatabase(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLiteException refused) {
                return (refused.getResultCode().code & 0xff) != SQLiteErrorCode.SQLITE_CONSTRAINT.code;
            }
            if (at instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
