package org.herald.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.herald.cli.SampleSite;
import org.herald.search.LiveContent.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judged queries against the sample portal, and what other engines make of them. */
final class BaselinesTest {

    @TempDir
    private static Path site; // filled by JUnit

    private static final Judgements JUDGEMENTS = Judgements.read();

    private static List<Document> documents = List.of(); // filled before all tests

    @BeforeAll
    static void makePortal() throws Exception {
        SampleSite.make(site);
        documents = LiveContent.of(site.resolve("data/portal.db"));
    }

    @Test
    void whatIsJudgedIsLive() {
        var missing = JUDGEMENTS.queries().stream()
                .flatMap(query -> query.grades().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        documents.forEach(document -> missing.remove(document.path()));
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void sqliteAnswersThemMoreOrLess() throws Exception {
        try (var sqlite = SqliteFullText.of(documents)) {
            var agreement = JUDGEMENTS.ask(sqlite::find);
            System.out.println(agreement.table("SQLite FTS5"));
            assertTrue(agreement.ndcg() > 0.5, () -> agreement.worst(20).toString());
        }
    }

    @Test
    void postgresAnswersThemMoreOrLess() throws Exception {
        try (var postgres = PostgresFullText.of(documents)) {
            var agreement = JUDGEMENTS.ask(postgres::find);
            System.out.println(agreement.table("PostgreSQL full text"));
            assertTrue(agreement.ndcg() > 0.5, () -> agreement.worst(20).toString());
        }
    }
}
