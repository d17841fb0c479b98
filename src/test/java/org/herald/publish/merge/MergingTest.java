package org.herald.publish.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.herald.config.KindFiles;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.Conflict;
import org.herald.model.Content;
import org.herald.model.ContentPart;
import org.herald.model.Merge;
import org.herald.model.Picture;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two changes of one text brought together: everything both said is there, or the place is named. */
final class MergingTest {

    private static final Kind ARTICLE = KindFiles.ofProduct().of(KindName.ARTICLE);
    private static final String FIRST = "<p>The museum opens its doors on Saturday night.</p>";
    private static final String SECOND = "<p>Visitors may see the old maps, too.</p>";
    private static final String THIRD = "<p>Admission is free until midnight.</p>";
    private static final String ALL = FIRST + SECOND + THIRD;

    private static Content body(String html) {
        return Content.of("Night of museums", new Body(html));
    }

    private static Merge merge(String base, String mine, String theirs) {
        return Merging.merge(ARTICLE, body(base), body(mine), body(theirs));
    }

    private static String whole(String base, String mine, String theirs) {
        var merge = merge(base, mine, theirs);
        assertEquals(List.of(), merge.conflicts());
        return merge.content().body().html();
    }

    @Test
    void neighbouringParagraphsMayChangeAtOnce() {
        String mine = ALL.replace("Saturday", "Sunday");
        String theirs = ALL.replace("old maps", "new maps");
        assertEquals(ALL.replace("Saturday", "Sunday").replace("old maps", "new maps"), whole(ALL, mine, theirs));
    }

    @Test
    void paragraphMayBeAddedBesideOneThatTheOtherChanged() {
        String mine = FIRST + "<p>The mayor will speak.</p>" + SECOND + THIRD;
        String theirs = ALL.replace("Saturday night", "Friday night");
        assertEquals(mine.replace("Saturday night", "Friday night"), whole(ALL, mine, theirs));
    }

    @Test
    void distantWordsOfOneParagraphMayChangeAtOnce() {
        assertEquals(
                "<p>The gallery opens its doors on Sunday night.</p>",
                whole(FIRST, FIRST.replace("museum", "gallery"), FIRST.replace("Saturday", "Sunday")));
    }

    @Test
    void sentenceAddedAtTheEndGoesWithAChangedWord() {
        assertEquals(
                "<p>Admission is free until dawn. Bring a lamp.</p>",
                whole(THIRD, THIRD.replace("midnight.", "midnight. Bring a lamp."), THIRD.replace("midnight", "dawn")));
    }

    @Test
    void linkAndWordOfOneParagraphMayChangeAtOnce() {
        assertEquals(
                "<p>The <a href=\"item:7\">museum</a> opens its doors on Sunday night.</p>",
                whole(
                        FIRST,
                        FIRST.replace("museum", "<a href=\"item:7\">museum</a>"),
                        FIRST.replace("Saturday", "Sunday")));
    }

    @Test
    void sameChangeByBothIsNoConflict() {
        String both = ALL.replace("Saturday", "Sunday");
        assertEquals(both, whole(ALL, both, both));
    }

    @Test
    void removedParagraphStaysRemovedWhenTheOtherLeftItAlone() {
        assertEquals(FIRST + THIRD.replace("free", "paid"), whole(ALL, FIRST + THIRD, ALL.replace("free", "paid")));
    }

    @Test
    void sameWordChangedInTwoWaysIsAConflictWithAllThreeTexts() {
        String mine = ALL.replace("Saturday", "Sunday");
        String theirs = ALL.replace("Saturday", "Friday");
        var merge = merge(ALL, mine, theirs);
        assertEquals(
                List.of(new Conflict(
                        ContentPart.BODY,
                        0,
                        FIRST,
                        FIRST.replace("Saturday", "Sunday"),
                        FIRST.replace("Saturday", "Friday"))),
                merge.conflicts());
        assertEquals(mine, merge.content().body().html());
    }

    @Test
    void paragraphThatOneRemovedAndTheOtherChangedIsAConflict() {
        var merge = merge(ALL, FIRST + THIRD, ALL.replace("old maps", "new maps"));
        assertEquals(
                List.of(new Conflict(ContentPart.BODY, 1, SECOND, "", SECOND.replace("old maps", "new maps"))),
                merge.conflicts());
    }

    @Test
    void twoParagraphsAddedAtOnePlaceAreAConflict() {
        var merge = merge(ALL, ALL + "<p>Bring a lamp.</p>", ALL + "<p>Dogs stay outside.</p>");
        assertEquals(
                List.of(new Conflict(ContentPart.BODY, 3, "", "<p>Bring a lamp.</p>", "<p>Dogs stay outside.</p>")),
                merge.conflicts());
    }

    /** Overlapping emphasis cannot be written as a tree, so no words of it may be merged. */
    @Test
    void markupThatWouldBeTornIsAConflict() {
        var merge = merge(
                FIRST,
                FIRST.replace("museum opens its", "<em>museum opens its</em>"),
                FIRST.replace("opens its doors on", "<strong>opens its doors on</strong>"));
        assertEquals(1, merge.conflicts().size());
    }

    @ParameterizedTest
    @CsvSource({"old, old, new, new", "old, new, old, new", "old, new, new, new", "old, '', old, ''"})
    void textThatOneSideChangedIsTaken(String base, String mine, String theirs, String merged) {
        var merge = Merging.merge(ARTICLE, standfirst(base), standfirst(mine), standfirst(theirs));
        assertTrue(merge.isWhole());
        assertEquals(merged, merge.content().standfirst());
    }

    @Test
    void textThatBothChangedIsAConflict() {
        var merge = Merging.merge(ARTICLE, standfirst("old"), standfirst("newer"), standfirst("newest"));
        assertEquals(List.of(new Conflict(ContentPart.STANDFIRST, 0, "old", "newer", "newest")), merge.conflicts());
        assertEquals("newer", merge.content().standfirst());
    }

    @Test
    void tagsAreMergedOneByOne() {
        var merge = Merging.merge(
                ARTICLE, tagged("Minsk", "Castles"), tagged("Minsk", "Museums"), tagged("Nights", "Minsk", "Castles"));
        assertEquals(List.of("Nights", "Minsk", "Museums"), merge.content().tags());
        assertTrue(merge.isWhole());
    }

    @Test
    void captionIsNeverPutUnderAnotherPicture() {
        var old = pictured(1, "The hall");
        var merge = Merging.merge(ARTICLE, old, pictured(1, "The great hall"), pictured(2, "The yard"));
        assertEquals(
                List.of(ContentPart.PICTURE),
                merge.conflicts().stream().map(Conflict::part).toList());
    }

    /** Whatever two editors do to different paragraphs, with an untouched one between them, is all there. */
    @Test
    void randomChangesOfDifferentParagraphsAreAllThere() {
        var random = new Random(20240819);
        for (int round = 0; round < 300; round++) {
            var base = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                base.add("<p>Paragraph " + i + " tells of the town number " + random.nextInt(1000) + ".</p>");
            }
            var mine = new ArrayList<>(base);
            var theirs = new ArrayList<>(base);
            var expected = new ArrayList<>(base);
            for (int i = 0; i < 12; i += 2) {
                String changed = base.get(i).replace("town", random.nextBoolean() ? "village" : "old town");
                (random.nextBoolean() ? mine : theirs).set(i, changed);
                expected.set(i, changed);
            }
            assertEquals(
                    String.join("", expected),
                    whole(String.join("", base), String.join("", mine), String.join("", theirs)));
        }
    }

    /** An import, or a machine translation, may replace a whole text; saving it must not stop the newsroom. */
    @ParameterizedTest
    @CsvSource({"60, many short paragraphs", "100000, a few long ones"})
    void unlikeTextsOfAMegabyteAreOneWideConflictForABoundedEffort(int length, String what) {
        var random = new Random(7);
        var texts = IntStream.range(0, 3)
                .mapToObj(_ -> paragraphs(random, length, 1_000_000))
                .toList();
        var effort = Effort.usual();

        var merge =
                Merging.settle(ARTICLE, body(texts.get(0)), body(texts.get(1)), body(texts.get(2)), List.of(), effort);

        assertEquals(1, merge.conflicts().size(), what);
        assertEquals(texts.get(1), merge.content().body().html());
        assertEquals(texts.get(2), merge.conflicts().getFirst().theirs());
        assertTrue(effort.left() >= 0);
    }

    private static String paragraphs(Random random, int length, int bytes) {
        var html = new StringBuilder();
        while (html.length() < bytes) {
            html.append("<p>");
            for (int begun = html.length(); html.length() < begun + length; ) {
                html.append(Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36))
                        .append(' ');
            }
            html.append("end.</p>");
        }
        return html.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 1000, 1_000_000})
    void alignmentMakesNoMoreComparisonsThanItMayAndPairsEqualsInOrder(long most) {
        var random = new Random(20260101);
        for (int round = 0; round < 200; round++) {
            var before = elements(random);
            var after = elements(random);
            var made = new AtomicLong();
            var counting = new Likeness<String>(
                    (left, right) -> {
                        made.incrementAndGet();
                        return left.equals(right);
                    },
                    _ -> 1);

            var alignment = Alignment.of(before, after, counting, new Effort(most));

            assertTrue(2 * made.get() <= most, made + " comparisons");
            int last = Alignment.NONE;
            for (int place = 0; place < before.size(); place++) {
                int partner = alignment.partner(place);
                if (partner != Alignment.NONE) {
                    assertEquals(before.get(place), after.get(partner));
                    assertTrue(partner > last, before + " " + after);
                    last = partner;
                }
            }
        }
    }

    private static List<String> elements(Random random) {
        return random.ints(random.nextInt(40), 0, 30)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** What stands once in both texts holds them together, however little may be compared. */
    @Test
    void coarseMergeStillTakesChangesOfDifferentParagraphs() {
        String mine = "<p>New here.</p>" + ALL;
        String theirs = ALL + "<p>New there.</p>";
        var merge = Merging.settle(ARTICLE, body(ALL), body(mine), body(theirs), List.of(), new Effort(0));
        assertEquals(
                "<p>New here.</p>" + ALL + "<p>New there.</p>",
                merge.content().body().html());
        assertTrue(merge.isWhole());
    }

    private static Content standfirst(String text) {
        return new Content("Night of museums", text, null, List.of(), Body.EMPTY, Fields.NONE);
    }

    private static Content tagged(String... tags) {
        return new Content("Night of museums", "", null, List.of(tags), Body.EMPTY, Fields.NONE);
    }

    private static Content pictured(long asset, String caption) {
        var picture = new Picture(new AssetId(asset), "", caption, "");
        return new Content("Night of museums", "", picture, List.of(), Body.EMPTY, Fields.NONE);
    }
}
