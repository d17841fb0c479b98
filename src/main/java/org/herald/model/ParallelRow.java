package org.herald.model;

/**
 * What an original says at one place, and what its translation says there.
 *
 * @param original empty where the translation has something of its own
 * @param translation empty where the translation has nothing
 * @param how how the two stand together
 * @param isChanged true when the original did not say this when the translation was last brought up to date
 */
public record ParallelRow(String original, String translation, How how, boolean isChanged) {

    /** How an original and its translation stand together. */
    public enum How {
        /** A sentence beside its sentence. */
        SENTENCE,
        /** A block beside its block, which has more sentences, or fewer. */
        BLOCK,
        /** A block that one of them lacks. */
        ALONE
    }
}
