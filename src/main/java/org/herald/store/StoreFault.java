package org.herald.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            if (at instanceof SQLException refused) {
                return !isRefusal(refused);
            }
        }
        return false;
    }

    /** By the class of its SQLSTATE; the driver of SQLite gives none, but SQLite's own number. */
    private static boolean isRefusal(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                ? (fault.getErrorCode() & 0xff) == SQLITE_CONSTRAINT
                : REFUSALS.contains(state.substring(0, Math.min(2, state.length())));
    }

    private static final int SQLITE_CONSTRAINT = 19;

    /** A value that cannot be, a rule that is broken, a value larger than an index takes. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");
}
