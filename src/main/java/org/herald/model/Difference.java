package org.herald.model;

import java.util.List;

/**
 * What changed between two contents, word by word: the parts that differ, and the whole body block by block.
 *
 * @param parts only those that differ; the body is not among them
 */
public record Difference(List<OfPart> parts, List<OfBlock> blocks) {

    public Difference {
        parts = List.copyOf(parts);
        blocks = List.copyOf(blocks);
    }

    /** True when both contents say the same in the same form. */
    public boolean isNone() {
        return parts.isEmpty() && blocks.stream().allMatch(block -> block.how() == How.SAME);
    }

    /** A part that differs. */
    public record OfPart(ContentPart part, List<Run> runs) {

        public OfPart {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A block of the body.
     *
     * @param tag its element: {@code p}, {@code h2}, {@code figure}
     */
    public record OfBlock(String tag, How how, List<Run> runs) {

        public OfBlock {
            runs = List.copyOf(runs);
        }
    }

    /** What happened to a block. */
    public enum How {
        SAME,
        ADDED,
        REMOVED,
        /** Words of it changed. */
        CHANGED,
        /** The words stayed; a link, a picture or an emphasis changed. */
        MARKED
    }

    /** Words that stand together and share their fate. */
    public record Run(Fate fate, String text) {

        /** What happened to words. */
        public enum Fate {
            SAME,
            ADDED,
            REMOVED
        }
    }
}
