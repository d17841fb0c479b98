package org.herald.publish.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ContentPart;
import org.herald.model.Difference;
import org.herald.model.Difference.How;
import org.herald.model.Difference.OfBlock;
import org.herald.model.Difference.Run;
import org.herald.model.Difference.Run.Fate;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.junit.jupiter.api.Test;

/** What changed between two contents, in words. */
final class ComparingTest {

    private static final Kind ARTICLE = KindFiles.ofProduct().of(KindName.ARTICLE);

    private static Content content(String headline, String html) {
        return Content.of(headline, new Body(html));
    }

    private static Difference bodies(String before, String after) {
        return Comparing.compare(ARTICLE, content("Same", before), content("Same", after));
    }

    private static List<How> hows(Difference difference) {
        return difference.blocks().stream().map(OfBlock::how).toList();
    }

    @Test
    void sameContentsHaveNoDifference() {
        assertTrue(bodies("<p>One.</p><h2>Two</h2>", "<p>One.</p><h2>Two</h2>").isNone());
    }

    @Test
    void changedWordsOfAHeadlineAreNamed() {
        var difference =
                Comparing.compare(ARTICLE, content("The old castle opens", ""), content("The new museum opens", ""));
        var part = difference.parts().getFirst();
        assertEquals(ContentPart.HEADLINE, part.part());
        assertEquals(
                List.of(
                        new Run(Fate.SAME, "The "),
                        new Run(Fate.REMOVED, "old castle"),
                        new Run(Fate.ADDED, "new museum"),
                        new Run(Fate.SAME, " opens")),
                part.runs());
    }

    @Test
    void blocksAreAddedRemovedChangedOrMarked() {
        var difference = bodies(
                "<p>It opens on Saturday in Minsk.</p><p>Nobody knew of it before.</p><p>See the maps.</p>",
                "<p>It opens on Sunday in Minsk.</p><p>See <a href=\"item:3\">the maps</a>.</p><h2>Prices</h2>");
        assertEquals(List.of(How.CHANGED, How.REMOVED, How.MARKED, How.ADDED), hows(difference));
        assertEquals(
                List.of(
                        new Run(Fate.SAME, "It opens on "),
                        new Run(Fate.REMOVED, "Saturday"),
                        new Run(Fate.ADDED, "Sunday"),
                        new Run(Fate.SAME, " in Minsk.")),
                difference.blocks().getFirst().runs());
        assertEquals("h2", difference.blocks().getLast().tag());
    }

    @Test
    void changedAlternativeTextIsAChangeOfWords() {
        var difference = bodies(
                "<figure><img src=\"asset:1\" alt=\"The old hall\"></figure>",
                "<figure><img src=\"asset:1\" alt=\"The great hall\"></figure>");
        assertEquals(List.of(How.CHANGED), hows(difference));
    }

    /** Whatever the texts are: without what was added it is the text before, without what was removed the text after. */
    @Test
    void runsOfRandomTextsGiveBothTexts() {
        var random = new Random(19980701);
        for (int round = 0; round < 500; round++) {
            String before = text(random);
            String after = text(random);
            if (before.equals(after)) {
                continue;
            }
            var runs = Comparing.compare(ARTICLE, content(before, ""), content(after, ""))
                    .parts()
                    .getFirst()
                    .runs();
            assertEquals(before, joined(runs, Fate.ADDED));
            assertEquals(after, joined(runs, Fate.REMOVED));
        }
    }

    private static String joined(List<Run> runs, Fate without) {
        return runs.stream().filter(run -> run.fate() != without).map(Run::text).collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 30), 0, 6)
                .mapToObj(word -> List.of("замак", "old", "\u00e9t\u00e9", "castle", ",", "1998")
                        .get(word))
                .collect(Collectors.joining(" "));
    }
}
