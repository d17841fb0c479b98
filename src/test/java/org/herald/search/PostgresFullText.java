package org.herald.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.search.LiveContent.Document;
import org.herald.store.postgres.PostgresAddress;
import org.herald.testing.Postgres;

/**
 * The full text of PostgreSQL over the same content, as well as it is set up with what comes with it: its stemmers (there is
 * none for Belarusian; the Russian one does better than none), diacritics removed by {@code unaccent}, headlines before tags
 * and standfirsts before bodies; documents with any of the words, which ranked better than those with all of them.
 */
final class PostgresFullText implements AutoCloseable {

    private static final String SELECT = "select path from item where language = ? and text @@ (%1$s)"
            + " order by ts_rank_cd(text, %1$s, 1) desc, path limit " + Judgements.PAGE;

    private final PostgresAddress address;
    private final Connection connection;

    private PostgresFullText(PostgresAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    static PostgresFullText of(List<Document> documents) throws SQLException {
        var address = Postgres.empty();
        var connection = Postgres.connect(address);
        try (var create = connection.createStatement()) {
            create.execute("create extension unaccent");
            for (String stems : List.of("english", "russian")) {
                create.execute("create text search configuration " + stems + "_plain (copy = " + stems + ")");
                create.execute("alter text search configuration " + stems
                        + "_plain alter mapping for hword, hword_part, word with unaccent, " + stems + "_stem");
            }
            create.execute("create table item (path text primary key, language text not null, text tsvector not null)");
            create.execute("create index on item using gin (text)");
        }
        try (var insert = connection.prepareStatement("""
                insert into item
                select ?, ?, setweight(to_tsvector(c, ?), 'A') || setweight(to_tsvector(c, ?), 'B')
                    || setweight(to_tsvector(c, ?), 'B') || setweight(to_tsvector(c, ?), 'C')
                from (select ?::regconfig as c) as configuration""")) {
            for (var document : documents) {
                insert.setString(1, document.path());
                insert.setString(2, document.language().tag());
                insert.setString(3, document.headline());
                insert.setString(4, document.tags());
                insert.setString(5, document.standfirst());
                insert.setString(6, document.body());
                insert.setString(7, configuration(document.language()));
                insert.executeUpdate();
            }
        }
        return new PostgresFullText(address, connection);
    }

    List<String> find(Language language, String query) {
        var parts = PlainQuery.of(query);
        String wanted = any(parts.terms());
        String excluded = any(parts.excluded());
        String configuration = configuration(language);
        String condition = "websearch_to_tsquery('" + configuration + "', ?)"
                + (excluded.isEmpty() ? "" : " && !! websearch_to_tsquery('" + configuration + "', ?)");
        try (var select = connection.prepareStatement(String.format(SELECT, condition))) {
            int place = 1;
            select.setString(place++, language.tag());
            for (int i = 0; i < 2; i++) {
                select.setString(place++, wanted);
                if (!excluded.isEmpty()) {
                    select.setString(place++, excluded);
                }
            }
            try (var rows = select.executeQuery()) {
                var paths = new ArrayList<String>();
                while (rows.next()) {
                    paths.add(rows.getString(1));
                }
                return paths;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(query, fault);
        }
    }

    private static String any(List<String> terms) {
        return terms.stream().map(term -> "\"" + term + "\"").collect(Collectors.joining(" or "));
    }

    private static String configuration(Language language) {
        return language.tag().equals("en") ? "english_plain" : "russian_plain";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        Postgres.drop(address);
    }
}
