package org.herald.publish;

import java.util.Optional;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.Outcome;

/**
 * Throws a draft away, because its editor said so.
 *
 * @param version the version that the editor saw: a text that they have not seen is not thrown away
 */
public record DiscardDraft(DraftId draft, long version) implements Verb<DraftId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OwnDraft(draft);
    }

    @Override
    public Outcome<DraftId> carryOut(UnitOfWork unit) {
        Optional<Draft> found = unit.transaction().drafts().find(draft);
        if (found.isEmpty()) {
            return Outcome.refused("refused.draft-unknown");
        }
        if (found.get().version() != version) {
            return Outcome.refused("refused.draft-newer");
        }
        unit.transaction().drafts().remove(draft);
        return Outcome.done(draft);
    }
}
