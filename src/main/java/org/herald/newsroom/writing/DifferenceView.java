package org.herald.newsroom.writing;

import java.util.List;
import java.util.Locale;
import org.herald.model.Difference;
import org.herald.model.Difference.How;
import org.herald.model.Difference.OfBlock;
import org.herald.model.Words;
import org.herald.newsroom.Parts;

/**
 * What changed between two texts, as a screen shows it: words that came and went are marked by element, line and words for
 * those who do not see them.
 *
 * @param isNone true when both say the same in the same form
 */
public record DifferenceView(boolean isNone, List<Part> parts, List<Block> blocks) {

    /** A part that differs. */
    public record Part(String label, List<Run> runs) {}

    /**
     * A block of the body.
     *
     * @param how what happened to it, as a word of its style
     * @param label the same in words; empty when it stayed
     */
    public record Block(String tag, String how, String label, List<Run> runs) {}

    /** Words that share their fate: {@code same}, {@code added} or {@code removed}. */
    public record Run(String fate, String text) {}

    static DifferenceView of(Difference difference, Words words) {
        return new DifferenceView(
                difference.isNone(),
                difference.parts().stream()
                        .map(part -> new Part(Parts.label(words, part.part()), runs(part.runs())))
                        .toList(),
                difference.blocks().stream().map(block -> block(block, words)).toList());
    }

    /** The same without the blocks that stayed, for a place where the whole text would be too much. */
    DifferenceView changesAlone() {
        return new DifferenceView(
                isNone,
                parts,
                blocks.stream().filter(block -> !block.how().equals("same")).toList());
    }

    static List<Run> runs(List<Difference.Run> runs) {
        return runs.stream()
                .map(run -> new Run(run.fate().name().toLowerCase(Locale.ROOT), run.text()))
                .toList();
    }

    private static Block block(OfBlock block, Words words) {
        String how = block.how().name().toLowerCase(Locale.ROOT);
        return new Block(
                block.tag(), how, block.how() == How.SAME ? "" : words.say("difference." + how), runs(block.runs()));
    }
}
