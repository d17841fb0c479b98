package org.herald.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The migration that fills {@code reference} for a portal that was there before that table. It reads the tables as they were
 * then, in SQL of its own, whatever they become later; {@link org.herald.store.ReferenceWrites} keeps the rows from then on.
 */
final class FirstReferences implements JavaMigration {

    private static final System.Logger LOG = System.getLogger(FirstReferences.class.getName());
    private static final int TOLD_EACH = 20_000;
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(asset|item):([0-9]{1,18})\"");
    private static final Pattern IDENTITY = Pattern.compile("(?:item|section):[1-9][0-9]{0,17}");
    private static final Pattern FILE = Pattern.compile("/assets/([0-9a-f]{16})/.+");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("23.1");
    }

    @Override
    public String getDescription() {
        return "first references";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        fill(context.getConnection());
    }

    /** Adds every row; the table must be empty. */
    static void fill(Connection connection) throws SQLException {
        try (var adding = connection.prepareStatement("insert or ignore into reference values (?, ?, ?, ?)")) {
            var rows = new Rows(connection, adding);
            rows.items();
            rows.blocks();
            rows.menus();
            rows.banners();
            rows.library();
        }
    }

    private record Rows(Connection connection, PreparedStatement adding) {

        void items() throws SQLException {
            String sql = "select live.item_id, revision.picture_id, revision.body from live"
                    + " join revision on revision.id = live.revision_id";
            long done = 0;
            try (var statement = connection.prepareStatement(sql);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    var objects = new LinkedHashSet<String>();
                    String picture = row.getString(2);
                    if (picture != null) {
                        objects.add("asset:" + picture);
                    }
                    objects.addAll(named(row.getString(3)));
                    add("item:" + row.getLong(1), objects, null, null);
                    done++;
                    if (done % TOLD_EACH == 0) {
                        LOG.log(System.Logger.Level.INFO, "Items whose pictures and links were noted: " + done);
                    }
                }
            }
        }

        void blocks() throws SQLException {
            String sql = "select id, picture_id, target, from_at, until_at, kind, text from block";
            try (var statement = connection.prepareStatement(sql);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    var objects = target(row.getString(3));
                    if (row.getString(6).equals("list")) {
                        for (String line : row.getString(7).lines().toList()) {
                            objects.addAll(target(
                                    line.substring(line.lastIndexOf('|') + 1).strip()));
                        }
                    }
                    String picture = row.getString(2);
                    if (picture != null) {
                        objects.add("asset:" + picture);
                    }
                    add("block:" + row.getLong(1), objects, number(row, 4), number(row, 5));
                }
            }
        }

        void menus() throws SQLException {
            try (var statement = connection.prepareStatement("select menu, language, target from menu");
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    String subject = "menu:" + row.getString(1) + ":" + row.getString(2);
                    add(subject, target(row.getString(3)), null, null);
                }
            }
        }

        /** The newest banner of a language is the one that shows. */
        void banners() throws SQLException {
            String sql = "select language, target, from_at, until_at from banner"
                    + " where id in (select max(id) from banner group by language)";
            try (var statement = connection.prepareStatement(sql);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    add("banner:" + row.getString(1), target(row.getString(2)), number(row, 3), number(row, 4));
                }
            }
        }

        /** What an earlier site had at an address of its own and no text names stays public. */
        void library() throws SQLException {
            var files = new LinkedHashSet<String>();
            String all = "select distinct 'asset:' || asset_id from path where asset_id is not null"
                    + " except select object from reference";
            try (var statement = connection.prepareStatement(all);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    files.add(row.getString(1));
                }
            }
            if (files.isEmpty()) {
                return;
            }
            String unseen = "select revision.picture_id, revision.body from item"
                    + " join revision on revision.id = item.head_id"
                    + " where not exists (select 1 from live where live.item_id = item.id)";
            try (var statement = connection.prepareStatement(unseen);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    files.remove("asset:" + row.getString(1));
                    files.removeAll(named(row.getString(2)));
                }
            }
            add("library", files, null, null);
        }

        private static Set<String> named(String body) {
            var objects = new LinkedHashSet<String>();
            NAMED.matcher(body)
                    .results()
                    .forEach(found -> objects.add(found.group(1) + ":" + Long.parseLong(found.group(2))));
            return objects;
        }

        /** What a target names; an address may be that of a file. */
        private Set<String> target(String target) throws SQLException {
            var objects = new LinkedHashSet<String>();
            if (IDENTITY.matcher(target).matches()) {
                objects.add(target);
                return objects;
            }
            var file = FILE.matcher(target);
            String sql = file.matches()
                    ? "select id from asset where hash >= ? and hash < ? || 'g'"
                    : "select asset_id from path where path = ? and path = ? and asset_id is not null";
            String value = file.matches() ? file.group(1) : target;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                statement.setString(2, value);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        objects.add("asset:" + row.getLong(1));
                    }
                }
            }
            return objects;
        }

        private void add(String subject, Set<String> objects, @Nullable Long from, @Nullable Long until)
                throws SQLException {
            for (String object : objects) {
                adding.setString(1, subject);
                adding.setString(2, object);
                adding.setObject(3, from);
                adding.setObject(4, until);
                adding.executeUpdate();
            }
        }

        private static @Nullable Long number(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }
    }
}
