package org.herald.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into a portal's database file from outside, row by row, past everything that Herald does. */
public final class Tables {

    private static final String OF_FILE = "select name from sqlite_master where type = 'table' order by name";
    private static final String OF_SERVER =
            "select table_name from information_schema.tables where table_schema = 'public' order by table_name";

    private final Path file;

    public Tables(Path file) {
        this.file = file;
    }

    /** The rows that this SQL finds, each as its values with {@code |} between them. */
    public List<String> rows(String sql, Object... arguments) {
        try (var connection = Databases.connect(file);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<String>();
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int column = 1; column <= columns; column++) {
                        row.add(String.valueOf(found.getString(column)));
                    }
                    rows.add(String.join("|", row));
                }
                return rows;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("The tables cannot be read: " + sql, fault);
        }
    }

    /** Writes past everything that Herald does, for rows that no verb would make or not so many of. */
    public void write(String sql) {
        try (var connection = Databases.connect(file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException("The tables cannot be written: " + sql, fault);
        }
    }

    /** The only value that this SQL finds. */
    public String value(String sql, Object... arguments) {
        var rows = rows(sql, arguments);
        if (rows.size() != 1) {
            throw new IllegalStateException(sql + " found " + rows);
        }
        return rows.getFirst();
    }

    /** Every row of every table, to compare before and after. */
    public Map<String, List<String>> dump() {
        var dump = new LinkedHashMap<String, List<String>>();
        for (String table : rows(Databases.areOnServer() ? OF_SERVER : OF_FILE)) {
            dump.put(
                    table,
                    rows("select * from \"" + table + "\"").stream().sorted().toList());
        }
        return dump;
    }
}
