package org.herald.model;

import java.util.List;

/**
 * What came of two changes of one revision.
 *
 * @param content both changes together; where they are in conflict, mine
 * @param conflicts empty when every change of both is in the content
 */
public record Merge(Content content, List<Conflict> conflicts) {

    public Merge {
        conflicts = List.copyOf(conflicts);
    }

    public boolean isWhole() {
        return conflicts.isEmpty();
    }
}
