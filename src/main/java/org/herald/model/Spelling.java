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

    /** Levenshtein's distance: how many letters must be put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
