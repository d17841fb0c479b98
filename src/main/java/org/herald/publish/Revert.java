package org.herald.publish;

import java.util.Optional;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Revision;
import org.herald.model.RevisionId;

/**
 * Makes a new revision that says what an earlier one said; what was between them stays in the list.
 *
 * @param to the earlier revision
 * @param keepsApproval as of {@link Revise}
 */
public record Revert(ItemId item, RevisionId to, boolean keepsApproval) implements Verb<RevisionId> {

    @Override
    public Outcome<RevisionId> carryOut(Work work) {
        return switch (States.REVERT.check(work, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                var items = work.transaction().items();
                Optional<Revision> earlier = items.findRevision(to)
                        .filter(revision -> revision.item().equals(item));
                if (earlier.isEmpty()) {
                    yield Outcome.refused("refused.revision-unknown", to.value());
                }
                var revision = items.addRevision(item, earlier.get().content(), work.principal(), work.now());
                Approvals.revised(work, found, revision, keepsApproval);
                work.announce("revert", item, Set.of());
                yield Outcome.done(revision);
            }
        };
    }
}
