package org.herald.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;

/**
 * The migration that makes the first fields: kicker, place of the dateline, byline and source of every revision, draft and
 * preview were columns and become fields of {@code article} and {@code page}. Revisions get their digests.
 */
final class FirstFields implements JavaMigration {

    private static final System.Logger LOG = System.getLogger(FirstFields.class.getName());
    private static final int TOLD_EACH = 20_000;
    private static final int AT_ONCE = 500;

    /** The columns of a content as they were, the first at the first place. */
    private static final String COLUMNS = "headline, kicker, standfirst, dateline_place, byline, source, picture_id,"
            + " picture_alt, picture_caption, picture_credit, tags, body";

    private static final String DRAFT = "id, item_id, base_id, account_id, typed_at, version, kind, language, group_id,"
            + " section_id, wished_section, wished_slug, wished_embargo";
    private static final String PREVIEW =
            "id, digest, item_id, revision_id, made_by, made_at, until_at, revoked_at, note,"
                    + " is_typed, kind, language, group_id, section_id";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("30.1");
    }

    @Override
    public String getDescription() {
        return "first fields";
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
        var connection = context.getConnection();
        revisions(connection);
        documents(connection, "draft", DRAFT);
        documents(connection, "preview", PREVIEW);
        cards(connection);
    }

    private static void revisions(Connection connection) throws SQLException {
        long last = Long.MIN_VALUE;
        long done = 0;
        long before;
        do {
            before = done;
            try (var select = connection.prepareStatement(
                            "select " + COLUMNS + ", id from revision where id > ? order by id" + " limit " + AT_ONCE);
                    var update =
                            connection.prepareStatement("update revision set fields = ?, digest = ? where id = ?")) {
                select.setLong(1, last);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        var content = content(row);
                        last = row.getLong("id");
                        update.setString(1, content.fields().canonical());
                        update.setString(2, content.digest());
                        update.setLong(3, last);
                        update.addBatch();
                        done++;
                    }
                }
                update.executeBatch();
            }
            if (before / TOLD_EACH != done / TOLD_EACH) {
                LOG.log(System.Logger.Level.INFO, "Revisions whose fields were made: " + done);
            }
        } while (done > before);
    }

    /** Copies a table into the one that follows it, with its content as one object. */
    private static void documents(Connection connection, String table, String columns) throws SQLException {
        int count = columns.split(",").length;
        try (var select = connection.prepareStatement("select " + COLUMNS + ", " + columns + " from " + table);
                var insert = connection.prepareStatement("insert into " + table + "_next (" + columns
                        + ", content) values (" + "?, ".repeat(count) + "?)");
                var row = select.executeQuery()) {
            int first = COLUMNS.split(",").length;
            while (row.next()) {
                for (int column = 1; column <= count; column++) {
                    insert.setObject(column, row.getObject(first + column));
                }
                insert.setString(count + 1, content(row).canonical());
                insert.executeUpdate();
            }
        }
    }

    private static void cards(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select item_id, kicker from live where kicker <> ''");
                var update = connection.prepareStatement("update live set card = ? where item_id = ?");
                var row = select.executeQuery()) {
            while (row.next()) {
                update.setString(1, Fields.NONE.with("kicker", row.getString(2)).canonical());
                update.setLong(2, row.getLong(1));
                update.executeUpdate();
            }
        }
    }

    private static Content content(ResultSet row) throws SQLException {
        var fields = new TreeMap<String, JsonValue>();
        put(fields, "kicker", row.getString("kicker"));
        put(fields, "dateline", row.getString("dateline_place"));
        put(fields, "byline", row.getString("byline"));
        put(fields, "source", row.getString("source"));
        long picture = row.getLong("picture_id");
        boolean hasPicture = !row.wasNull();
        return new Content(
                row.getString("headline"),
                row.getString("standfirst"),
                hasPicture
                        ? new Picture(
                                new AssetId(picture),
                                row.getString("picture_alt"),
                                row.getString("picture_caption"),
                                row.getString("picture_credit"))
                        : null,
                row.getString("tags").lines().filter(tag -> !Blank.is(tag)).toList(),
                new Body(row.getString("body")),
                new Fields(fields));
    }

    private static void put(Map<String, JsonValue> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, new JsonValue.Text(text));
        }
    }
}
