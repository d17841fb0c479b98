package org.herald.publish;

import java.util.Optional;
import org.herald.model.Outcome;
import org.herald.model.Revision;
import org.herald.model.RevisionId;

/**
 * Approves what somebody else saved: the newsroom of a portal that requires review wraps {@link Approve} so, because four
 * eyes see more than two.
 */
public record ByAnother(Approve approval) implements Verb<RevisionId> {

    @Override
    public Outcome<RevisionId> carryOut(Work work) {
        Optional<Revision> read = work.transaction().items().findRevision(approval.read());
        return read.map(Revision::savedBy).filter(work.principal()::equals).isPresent()
                ? Outcome.refused("refused.own-revision")
                : approval.carryOut(work);
    }
}
