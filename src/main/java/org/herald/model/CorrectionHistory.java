package org.herald.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction of an item with every wording its note has had.
 *
 * @param wordings the first one first; the last one is what readers see
 */
public record CorrectionHistory(CorrectionId id, Instant at, List<Wording> wordings) {

    public CorrectionHistory {
        wordings = List.copyOf(wordings);
    }

    /** What readers see. */
    public String note() {
        return wordings.getLast().note();
    }

    /**
     * One wording of the note.
     *
     * @param by who amended it; null for the first wording, that of whoever published the correction
     */
    public record Wording(Instant at, @Nullable Principal by, String note) {}
}
