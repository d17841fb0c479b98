package org.herald.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database cannot do what it must; the message tells the operator what is wrong and what to do. */
public final class StoreFault extends RuntimeException {

    private final boolean isOutcomeUnknown;

    public StoreFault(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private StoreFault(String message, @Nullable Throwable cause, boolean isOutcomeUnknown) {
        super(message, cause);
        this.isOutcomeUnknown = isOutcomeUnknown;
    }

    /** The answer to a commit was lost: what was written may be saved, or not. */
    public static StoreFault ofUnknownOutcome(String message, Throwable cause) {
        return new StoreFault(message, cause, true);
    }

    /** True when the work that failed may have been saved all the same, so that it must not be done again blindly. */
    public static boolean isOutcomeUnknown(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreFault fault) {
                return fault.isOutcomeUnknown;
            }
        }
        return false;
    }

    /**
     * True when this failure says that the database does not answer now, so that it is worth asking again later; false for
     * a value that it refused, which it would refuse again.
     */
    public static boolean isUnavailable(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreFault) {
                return true;
            }
            if (at instanceof SQLException refused) {
                return !isRefusal(refused);
            }
        }
        return false;
    }

    /**
     * True when what was asked has a character that no text of the database can have, as U+0000 in PostgreSQL: the fault is
     * that of the request.
     */
    public static boolean isOfCharacters(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException refused) {
                return CHARACTER_NOT_IN_REPERTOIRE.equals(refused.getSQLState());
            }
        }
        return false;
    }

    /**
     * True when the database refused what was written because something else is there by now, or two writers waited for
     * each other: nothing was saved, and who looks again finds what is there.
     */
    public static boolean isConflict(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreFault) {
                return false;
            }
            if (at instanceof SQLException refused) {
                String state = refused.getSQLState();
                return state == null ? (refused.getErrorCode() & 0xff) == SQLITE_CONSTRAINT : CONFLICTS.contains(state);
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

    /** A key that is taken, transactions that cannot be put in order, and a deadlock. */
    private static final Set<String> CONFLICTS = Set.of("23505", "40001", "40P01");

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    /** A value that cannot be, a rule that is broken, a value larger than an index takes. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");
}
