package org.herald.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.search.LiveContent.Document;

/**
 * SQLite FTS5 with bm25 over the same content, as well as it is set up without code of one's own: a table for each language,
 * diacritics removed, English words by their stems and others by their beginnings (there are no other stemmers), headlines
 * before tags before standfirsts before bodies; documents with any of the words, which ranked better than those with all.
 */
final class SqliteFullText implements AutoCloseable {

    /** Words that are shorter begin too many others. */
    private static final int SHORT = 4;

    private final Connection connection;

    private SqliteFullText(Connection connection) {
        this.connection = connection;
    }

    static SqliteFullText of(List<Document> documents) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        for (var language :
                documents.stream().map(Document::language).distinct().toList()) {
            try (var create = connection.createStatement()) {
                create.execute("create virtual table " + table(language)
                        + " using fts5(path unindexed, headline, standfirst, tags, body, tokenize = '"
                        + (hasStems(language) ? "porter " : "") + "unicode61 remove_diacritics 2')");
            }
            try (var insert =
                    connection.prepareStatement("insert into " + table(language) + " values (?, ?, ?, ?, ?)")) {
                for (var document : documents) {
                    if (document.language().equals(language)) {
                        insert.setString(1, document.path());
                        insert.setString(2, document.headline());
                        insert.setString(3, document.standfirst());
                        insert.setString(4, document.tags());
                        insert.setString(5, document.body());
                        insert.executeUpdate();
                    }
                }
            }
        }
        return new SqliteFullText(connection);
    }

    List<String> find(Language language, String query) {
        var parts = PlainQuery.of(query);
        if (parts.terms().isEmpty()) {
            return List.of();
        }
        String match = "(" + any(language, parts.terms()) + ")"
                + (parts.excluded().isEmpty() ? "" : " NOT (" + any(language, parts.excluded()) + ")");
        try (var select =
                connection.prepareStatement("select path from " + table(language) + " where " + table(language)
                        + " match ? order by bm25(" + table(language) + ", 0, 10, 3, 5, 1) limit " + Judgements.PAGE)) {
            select.setString(1, match);
            try (var rows = select.executeQuery()) {
                var paths = new ArrayList<String>();
                while (rows.next()) {
                    paths.add(rows.getString(1));
                }
                return paths;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(match, fault);
        }
    }

    private static String any(Language language, List<String> terms) {
        return terms.stream()
                .map(term -> "\"" + term + "\"" + (hasStems(language) || term.length() < SHORT ? "" : "*"))
                .collect(Collectors.joining(" OR "));
    }

    private static boolean hasStems(Language language) {
        return language.tag().equals("en");
    }

    private static String table(Language language) {
        return "text_" + language.tag().replace('-', '_');
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
