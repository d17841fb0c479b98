package org.herald.publish.merge;

import java.util.Arrays;
import java.util.List;
import org.herald.model.Blank;

/**
 * The words of a text without their order, as the sorted hashes of them: whether two texts are much alike is asked for every
 * pair of blocks of two bodies. Two words of one hash count as one word, which changes no answer that matters.
 */
final class WordBag {

    private final int[] hashes;

    private WordBag(int[] hashes) {
        this.hashes = hashes;
    }

    /** @param words spaces among them do not count */
    static WordBag of(List<String> words) {
        int[] hashes = words.stream()
                .filter(word -> !Blank.is(word))
                .mapToInt(String::hashCode)
                .toArray();
        Arrays.sort(hashes);
        return new WordBag(hashes);
    }

    int size() {
        return hashes.length;
    }

    /** True when half of the words of both are common to both. */
    boolean isLike(WordBag other) {
        long all = (long) size() + other.size();
        return 4L * Math.min(size(), other.size()) >= all && 4L * common(other) >= all;
    }

    private int common(WordBag other) {
        int common = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < hashes.length && theirs < other.hashes.length) {
            int difference = Integer.compare(hashes[mine], other.hashes[theirs]);
            if (difference == 0) {
                common++;
            }
            mine += difference <= 0 ? 1 : 0;
            theirs += difference >= 0 ? 1 : 0;
        }
        return common;
    }
}
