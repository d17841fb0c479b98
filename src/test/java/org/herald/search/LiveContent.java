package org.herald.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.herald.model.Language;
import org.jsoup.Jsoup;

/** What readers of a portal see, as text, for engines beside our own. */
final class LiveContent {

    /** A value that somebody wrote, rather than an address, an identity, a number or a date. */
    private static final Pattern WRITTEN = Pattern.compile("(?!https?://)(?U)(?s).*\\p{L}{2}.*");

    private static final String LIVE = """
            select live.language, live.path, revision.headline, revision.standfirst, revision.tags,
                   revision.picture_caption, revision.body, revision.fields
            from live join revision on revision.id = live.revision_id order by live.item_id""";

    private LiveContent() {}

    /**
     * A live item.
     *
     * @param body with the caption of its picture and what its fields say
     */
    record Document(Language language, String path, String headline, String standfirst, String tags, String body) {}

    /** All live items of the portal in this file. */
    static List<Document> of(Path database) throws SQLException {
        var documents = new ArrayList<Document>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(LIVE)) {
            while (rows.next()) {
                var body = new StringJoiner("\n");
                body.add(Jsoup.parse(rows.getString("body")).text());
                body.add(rows.getString("picture_caption"));
                values(rows.getString("fields")).forEach(body::add);
                documents.add(new Document(
                        new Language(rows.getString("language")),
                        rows.getString("path"),
                        rows.getString("headline"),
                        rows.getString("standfirst"),
                        rows.getString("tags"),
                        body.toString()));
            }
        }
        return documents;
    }

    private static List<String> values(String json) {
        var values = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && WRITTEN.matcher(parser.getText()).matches()) {
                    values.add(parser.getText());
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return values;
    }
}
