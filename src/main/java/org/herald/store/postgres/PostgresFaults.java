package org.herald.store.postgres;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.herald.store.FaultListener;
import org.herald.store.StoreFault;

/**
 * What the failures of PostgreSQL mean, in an operator's words. The class of an SQLSTATE tells them apart (PostgreSQL
 * documentation, appendix A).
 */
final class PostgresFaults extends FaultListener {

    private static final long serialVersionUID = 1;

    private final transient PostgresAddress address;

    PostgresFaults(PostgresAddress address) {
        this.address = address;
    }

    @Override
    public RuntimeException explain(RuntimeException fault) {
        if (fault instanceof StoreFault) {
            return fault;
        }
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                String told = whileInUse(sql);
                return told.isEmpty() ? fault : new StoreFault(told, fault);
            }
        }
        return fault;
    }

    private String whileInUse(SQLException fault) {
        if (fault instanceof SQLTransientConnectionException) {
            // a pool that is merely busy has connections and no cause
            return fault.getCause() == null ? busy() : notAnswering(fault.getCause());
        }
        String state = String.valueOf(fault.getSQLState());
        return switch (state) {
            case "53100" ->
                "The disk of the database server is full: nothing of the last step was saved, everything before it was."
                        + " Make room and do it again.";
            case "55P03" ->
                "Another process wrote to the database for too long: nothing of the last step was saved. Do it again.";
            case "25006" ->
                "The database " + address.shown() + " cannot be written: it is a standby, or was made read-only. Lead"
                        + " database.url to the server that can be written.";
            case "25P03" ->
                "The last step did nothing for too long while it kept others from writing, and was ended by the database"
                        + " server: nothing of it was saved. Do it again.";
            case "42501" ->
                "The database user \"" + address.user() + "\" may not do what is needed (" + first(fault)
                        + "): make it the owner of the tables.";
            case "57014" -> "The database was too slow and was interrupted: nothing of the last step was saved.";
            case "XX001", "XX002" -> ofDamage(fault);
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08", "57" -> notAnswering(fault);
                    case "53", "58" ->
                        "The database server " + address.host() + " lacks something (" + first(fault)
                                + "): look into its log.";
                    default -> "";
                };
        };
    }

    private String ofDamage(SQLException fault) {
        String told = "The database " + address.shown() + " is damaged (" + first(fault)
                + "), so nothing is written to it any more: stop herald, look into the server's log, and put back a"
                + " backup.";
        return String.valueOf(damaged(told, fault).getMessage());
    }

    private String busy() {
        return "All connections of this process to the database server " + address.host()
                + " were in use for too long: nothing of the last step was saved. Do it again; if it happens often, look"
                + " for slow queries in the server's log.";
    }

    /**
     * A connection that broke while a commit was under way: the server may have carried it out. What it answered is
     * certain.
     */
    RuntimeException explainCommit(RuntimeException fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                return state.startsWith("08") || state.startsWith("57P")
                        ? StoreFault.ofUnknownOutcome(unknown(sql), fault)
                        : explain(fault);
            }
        }
        return explain(fault);
    }

    private String unknown(SQLException fault) {
        return "The connection to the database server " + address.host() + " broke while it saved (" + first(fault)
                + "): the last step may have been saved, or not. Look before you do it again.";
    }

    private String notAnswering(Throwable fault) {
        return "The database server " + address.host() + " does not answer (" + first(fault)
                + "): nothing of the last step was saved. It goes on by itself as soon as the server is there again.";
    }

    /** What a failure to connect at the start means, and what to do about it. */
    StoreFault atStart(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        String told = switch (state) {
            case "28P01", "28000" ->
                "The database server " + address.host() + " does not let the user \"" + address.user()
                        + "\" in (" + first(fault) + "): check database.user and database.password, and the"
                        + " server's pg_hba.conf.";
            case "08004" ->
                "The database server " + address.host() + " asks for a password or a way to sign in that was not"
                        + " given (" + first(fault) + "): set database.user and database.password.";
            case "3D000" ->
                "The server " + address.host() + " has no database \"" + address.database()
                        + "\". Create it, for example with: createdb --owner=" + address.user()
                        + " --encoding=UTF8 --template=template0 " + address.database();
            case "42501" ->
                "The database user \"" + address.user() + "\" may not use the database \""
                        + address.database() + "\" (" + first(fault) + "): make it the owner, for example with:"
                        + " alter database " + address.database() + " owner to " + address.user();
            case "53300" ->
                "The database server " + address.host() + " has no free connection (" + first(fault)
                        + "): raise its max_connections; Herald takes up to " + PostgresEngine.CONNECTIONS + ".";
            case "57P03" ->
                "The database server " + address.host() + " is starting or stopping (" + first(fault)
                        + "): start herald again when it is ready.";
            default ->
                state.startsWith("08")
                        ? "The database server " + address.host() + " cannot be reached (" + first(fault)
                                + "): check database.url, whether the server runs, and whether it listens for"
                                + " this machine."
                        : "The database " + address.shown() + " cannot be opened (" + first(fault) + ").";
        };
        return new StoreFault(told, fault);
    }

    /** The first line of what a failure says; that of an unknown host is the name of the host alone. */
    static String first(Throwable fault) {
        String said = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        for (Throwable at = fault.getCause(); at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException) {
                return "no machine has the name " + at.getMessage();
            }
        }
        return said.replaceFirst("^(FATAL|ERROR): ", "");
    }
}
