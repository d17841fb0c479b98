package org.herald.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Which word somebody meant who wrote another. */
public final class Spelling {

    private Spelling() {}

    /** The known word that differs least from this one, when it is near enough to be a slip. */
    public static Optional<String> nearest(String word, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String each) -> distance(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(near -> distance(word, near) <= Math.max(2, word.length() / 3))
                .filter(near -> distance(word, near) < Math.min(word.length(), near.length()));
    }

    /** How many letters must be put in, left out, changed, or exchanged with the next one (optimal string alignment). */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
