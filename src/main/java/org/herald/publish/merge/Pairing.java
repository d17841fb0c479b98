package org.herald.publish.merge;

import java.util.Arrays;
import java.util.List;

/**
 * Which block of an original became which of its translation, in order, by what they are and how long they are: what is said
 * in two languages is about as long in both (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, 1993).
 */
final class Pairing {

    /** What it costs to leave a block without partner; two that differ in length by more than a factor of seven are none. */
    private static final double ALONE = 1;

    /** Longer texts are paired by what their blocks are alone. */
    private static final long MOST = 1_000_000;

    private final List<TextBlock> originals;
    private final List<TextBlock> translations;
    private final double ratio;

    private Pairing(List<TextBlock> originals, List<TextBlock> translations) {
        this.originals = originals;
        this.translations = translations;
        this.ratio = length(translations) / length(originals);
    }

    /** For each block of the original the place of its partner, or {@link Alignment#NONE}. */
    static int[] of(List<TextBlock> originals, List<TextBlock> translations) {
        var tags = originals.stream().map(TextBlock::tag).toList();
        var theirs = translations.stream().map(TextBlock::tag).toList();
        int[] partners = new int[originals.size()];
        boolean isMany = (long) originals.size() * translations.size() > MOST;
        if (tags.equals(theirs) || isMany) {
            var alignment = Alignment.of(tags, theirs, Likeness.EQUAL, Effort.usual());
            Arrays.setAll(partners, alignment::partner);
            return partners;
        }
        return new Pairing(originals, translations).partners(partners);
    }

    private int[] partners(int[] partners) {
        double[][] costs = costs();
        int ours = 0;
        int theirs = 0;
        while (ours < originals.size()) {
            double rest = costs[ours][theirs];
            if (theirs < translations.size() && rest == cost(ours, theirs) + costs[ours + 1][theirs + 1]) {
                partners[ours++] = theirs++;
            } else if (rest == ALONE + costs[ours + 1][theirs]) {
                partners[ours++] = Alignment.NONE;
            } else {
                theirs++;
            }
        }
        return partners;
    }

    /** What the best pairing costs of all blocks from two places on. */
    private double[][] costs() {
        double[][] costs = new double[originals.size() + 1][translations.size() + 1];
        for (int ours = originals.size(); ours >= 0; ours--) {
            for (int theirs = translations.size(); theirs >= 0; theirs--) {
                if (ours == originals.size() || theirs == translations.size()) {
                    costs[ours][theirs] = ALONE * (originals.size() - ours + translations.size() - theirs);
                } else {
                    costs[ours][theirs] = Math.min(
                            cost(ours, theirs) + costs[ours + 1][theirs + 1],
                            ALONE + Math.min(costs[ours + 1][theirs], costs[ours][theirs + 1]));
                }
            }
        }
        return costs;
    }

    private double cost(int ours, int theirs) {
        var original = originals.get(ours);
        var translation = translations.get(theirs);
        return original.tag().equals(translation.tag())
                ? Math.abs(Math.log(length(List.of(translation)) / (ratio * length(List.of(original)))))
                : Double.POSITIVE_INFINITY;
    }

    private static double length(List<TextBlock> blocks) {
        return 1 + blocks.stream().mapToInt(block -> block.text().length()).sum();
    }
}
