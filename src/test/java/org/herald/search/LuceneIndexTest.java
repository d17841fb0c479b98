package org.herald.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SearchRules;
import org.herald.model.kind.KindName;
import org.herald.search.SearchResult.Passage;
import org.herald.search.SearchResult.Piece;
import org.herald.search.lucene.LuceneIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the index makes of words and of passages. */
final class LuceneIndexTest {

    private static final int LONGEST_PASSAGE = 330;

    @TempDir
    private Path folder;

    private LuceneIndex index; // opened before each test

    @BeforeEach
    void open() throws IOException {
        index = new LuceneIndex(folder, "form", SearchRules.NONE, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void add(String language, String headline, String body) throws IOException {
        index.replace(
                List.of(),
                List.of(new SearchDocument(
                        new ItemId(1),
                        new KindName("article"),
                        new Language(language),
                        "/" + language + "/story",
                        List.of(),
                        true,
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        List.of(headline),
                        "",
                        body,
                        List.of(),
                        "",
                        "",
                        List.of(),
                        Map.of())));
        index.refresh();
    }

    private SearchResult find(String language, String typed) throws IOException {
        return index.find(SearchQuery.of(new Language(language), typed, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The castles of Mir       | castle",
                "en | Café by the Müller mill  | cafe muller",
                "en | The children’s choir     | childrens choir",
                "ru | Зелёная ёлка             | зеленая елка",
                "ru | Мирский замок            | замки",
                "ru | Дворец в парке           | дворцы",
                "ru | Музеи города             | музей",
                "be | Мірскі замак             | у Мірскім замку",
                "be | З'езд настаўнікаў        | зʼезд",
                "be | Аб’ект спадчыны          | аб'екта",
                "be | Універсітэт у Гродне     | універсітэце",
                "be | Вуліцы горада            | у горадзе",
                "be | Нясвіжскі палац          | Нясвіж",
                "en | Nesvizh Palace           | Нясвіж",
                "en | Polotsk and its churches | Полацк",
                "zh | 白俄罗斯的城堡              | 城堡",
                "de | Die Schlösser im Wald    | Schloß",
            })
    void aWordIsFoundHoweverItIsWritten(String language, String headline, String typed) throws IOException {
        add(language, headline, "");
        assertEquals(1, find(language, typed).total(), typed);
    }

    @ParameterizedTest
    @CsvSource({
        "en, The castle of Mir, mill",
        "en, zebra, zzzzzz",
        "ru, Восток, место",
        "be, Школа, зоркі",
        "zh, 城里的堡, 城堡"
    })
    void othersAreNot(String language, String headline, String typed) throws IOException {
        add(language, headline, "");
        assertEquals(0, find(language, typed).total(), typed);
    }

    @Test
    void aPassageIsASentenceOrALineAndNeverLong() throws IOException {
        String list = IntStream.range(0, 300).mapToObj(each -> "tree " + each).collect(Collectors.joining(" "));
        add("en", "Trees", "A first line about oaks\nOf the birch one sentence.\n" + list + " birch " + list);
        var passages = find("en", "birch").hits().getFirst().passages();

        assertEquals(2, passages.size());
        assertTrue(
                passages.stream().allMatch(passage -> passage.text().length() <= LONGEST_PASSAGE), passages.toString());
        assertTrue(passages.stream().allMatch(LuceneIndexTest::marksBirch), passages.toString());
        assertTrue(passages.getLast().text().startsWith("…")
                && passages.getLast().text().endsWith("…"));
    }

    private static boolean marksBirch(Passage passage) {
        return passage.pieces().stream()
                        .filter(Piece::isMarked)
                        .allMatch(piece -> piece.text().equals("birch"))
                && passage.pieces().stream().anyMatch(Piece::isMarked);
    }
}
