package org.herald.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic, against values worked out by hand. */
final class JudgementsTest {

    private static final String FILE = """
            # two queries

            en\tname\tMir Castle
            \t3\t/en/a
            \t2\t/en/b
            \t1\t/en/c
            be\ttopic\tзамкі

            \t3\t/be/a
            \t3\t/be/b
            """;

    private final Judgements judgements = Judgements.of(FILE);
    private final Judgements.Query mir = judgements.queries().getFirst();
    private final Judgements.Query castles = judgements.queries().getLast();

    @Test
    void queriesAreReadWithTheirGrades() {
        assertEquals(new Language("en"), mir.language());
        assertEquals("name", mir.type());
        assertEquals("Mir Castle", mir.text());
        assertEquals(Map.of("/en/a", 3, "/en/b", 2, "/en/c", 1), mir.grades());
        assertEquals(Map.of("/be/a", 3, "/be/b", 3), castles.grades());
    }

    /** The ideal gain of the first is 7 / 1 + 3 / 1.58496 + 1 / 2 = 9.39279. */
    @Test
    void theBestOrderIsOneAndOthersAreLess() {
        assertEquals(1, mir.ndcg(List.of("/en/a", "/en/b", "/en/c")), 1e-9);
        assertEquals(1, mir.ndcg(List.of("/en/a", "/en/b", "/en/c", "/en/x")), 1e-9);
        // 1 / 1 + 3 / 1.58496 + 7 / 2 = 6.39279
        assertEquals(0.680606, mir.ndcg(List.of("/en/c", "/en/b", "/en/a")), 1e-6);
        // 0 / 1 + 7 / 1.58496 = 4.41651
        assertEquals(0.470202, mir.ndcg(List.of("/en/x", "/en/a")), 1e-6);
        assertEquals(0, mir.ndcg(List.of()), 1e-9);
    }

    @Test
    void whatStandsBehindTheFirstPageIsNotCounted() {
        var nine = IntStream.range(0, 9).mapToObj(i -> "/be/" + i).collect(Collectors.toList());
        nine.add("/be/a");
        nine.add("/be/b");
        // 7 / log2(11) = 7 / 3.45943 = 2.02346, of 7 / 1 + 7 / 1.58496 = 11.41651
        assertEquals(0.177240, castles.ndcg(nine), 1e-6);
        assertEquals(0, castles.recall(nine), 1e-9);
    }

    @Test
    void recallIsTheShareOfWhatIsWantedAmongTheFirstThree() {
        assertEquals(1, mir.recall(List.of("/en/x", "/en/y", "/en/a")), 1e-9);
        assertEquals(0, mir.recall(List.of("/en/b", "/en/c", "/en/x", "/en/a")), 1e-9);
        assertEquals(0.5, castles.recall(List.of("/be/b")), 1e-9);
        var many = Judgements.of("en\tsection\tall\n"
                + IntStream.range(0, 6).mapToObj(i -> "\t3\t/en/" + i + "\n").collect(Collectors.joining()));
        var all = many.queries().getFirst();
        assertEquals(1, all.recall(List.of("/en/5", "/en/3", "/en/1")), 1e-9);
        assertEquals(2 / 3.0, all.recall(List.of("/en/5", "/en/x", "/en/1")), 1e-9);
    }

    @Test
    void meansAreOfAllQueriesOrThoseOfALanguageOrType() {
        var agreement = judgements.ask((language, _) -> language.tag().equals("en") ? List.of("/en/a") : List.of());
        // 7 / 9.39279
        assertEquals(0.745253, agreement.ndcg(new Language("en")), 1e-6);
        assertEquals(0, agreement.ndcg(new Language("be")), 1e-9);
        assertEquals(0.372626, agreement.ndcg(), 1e-6);
        assertEquals(0.745253, agreement.ndcg("name"), 1e-6);
        assertEquals(0.5, agreement.recall(), 1e-9);
        assertEquals(1, agreement.recall(new Language("en")), 1e-9);
        assertEquals("замкі", agreement.worst(1).getFirst().query().text());
    }

    @Test
    void anEngineThatFindsSomethingTwiceIsNotMeasured() {
        assertThrows(IllegalStateException.class, () -> judgements.ask((_, _) -> List.of("/en/a", "/en/a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en\tname\tMir\n\t2\t/en/a\n",
                "en\tname\tMir\n\t4\t/en/a\n",
                "en\tname\tMir\n\t3\t/be/a\n",
                "en\tname\tMir\n\t3\t/en/a\n\t1\t/en/a\n",
                "en\tname\tMir\n\t3\t/en/a\nen\ttopic\tMir\n\t3\t/en/b\n",
                "\t3\t/en/a\n",
                "en\tMir\n"
            })
    void whatMakesNoSenseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Judgements.of(text));
    }

    @Test
    void theFileHasManyQueriesOfEachLanguageAndOfEveryType() {
        var queries = Judgements.read().queries();
        for (String language : List.of("en", "be", "ru")) {
            var own = queries.stream()
                    .filter(query -> query.language().tag().equals(language))
                    .toList();
            assertTrue(own.size() >= 25, language);
            assertEquals(17, own.stream().map(Judgements.Query::type).distinct().count(), language);
        }
    }

    @Test
    void typedQueriesAreTakenApart() {
        assertEquals(
                new PlainQuery(List.of("castle", "Black Lady", "з езд"), List.of("Mir", "old town")),
                PlainQuery.of("castle -Mir «Black Lady» з'езд -\"old town\" ?"));
    }
}
