package org.herald.publish;

import java.util.Optional;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.VerbName;

/**
 * Makes a new revision that says what an earlier one said; what was between them stays in the list.
 *
 * @param to the earlier revision
 */
public record Revert(ItemId item, RevisionId to) implements Verb<RevisionId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Writing(item);
    }

    @Override
    public Outcome<RevisionId> carryOut(UnitOfWork unit) {
        return switch (Transitions.REVERT.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> {
                var items = unit.transaction().items();
                Optional<Revision> earlier = items.earlierRevision(to)
                        .filter(revision -> revision.item().equals(item));
                if (earlier.isEmpty()) {
                    yield Outcome.refused("refused.revision-unknown", to.value());
                }
                var rules = unit.fieldRules(found);
                var content = rules.own(
                        earlier.get().content(), unit.head(found).content().fields());
                var reasons = rules.toSave(content.fields());
                if (!reasons.isEmpty()) {
                    yield new Outcome.Refused<>(reasons);
                }
                var revision = items.addRevision(item, content, unit.principal(), unit.now());
                Approvals.revised(unit, found, revision);
                SharedAlone.revised(unit, found, revision);
                unit.announce(VerbName.REVERT, new Change.ItemEdited(item));
                yield Outcome.done(revision);
            }
        };
    }
}
