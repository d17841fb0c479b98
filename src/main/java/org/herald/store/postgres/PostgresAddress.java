package org.herald.store.postgres;

/**
 * Where a PostgreSQL database is, and how it lets us in.
 *
 * @param url as the driver takes it: {@code jdbc:postgresql://host:port/name?parameters}
 * @param password may be empty, when the server asks for none
 */
public record PostgresAddress(String url, String user, String password) {

    private static final String JDBC = "jdbc:";

    /** The address as an operator writes it, without parameters. */
    String shown() {
        String shown = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        int parameters = shown.indexOf('?');
        return parameters < 0 ? shown : shown.substring(0, parameters);
    }

    /** The name of the database. */
    String database() {
        String shown = shown();
        return shown.substring(shown.lastIndexOf('/') + 1);
    }

    /** The machines and ports at which the server is. */
    String host() {
        String shown = shown();
        return shown.substring(shown.indexOf("//") + 2, shown.lastIndexOf('/'));
    }

    @Override
    public String toString() {
        return shown();
    }
}
