package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Origin;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.VerbName;
import org.jspecify.annotations.Nullable;

/**
 * Saves a new revision, which readers do not see before it is published.
 *
 * @param origin what an importer now knows the item by; nothing leaves it as it is
 */
public record Revise(
        ItemId item, CleanContent content, @Nullable Origin origin) implements Verb<RevisionId> {

    /** Brings the content under the rules of bodies. */
    public Revise(ItemId item, Content content, @Nullable Origin origin) {
        this(item, CleanContent.of(content), origin);
    }

    /** What is imported, original or translation, is as up to date as it was elsewhere. */
    private static void follow(UnitOfWork unit, Item revised, RevisionId revision) {
        var items = unit.transaction().items();
        if (revised.group().value() == revised.id().value()) {
            items.follow(revised.group(), revised.head(), revision);
        } else {
            items.original(revised.group()).ifPresent(now -> items.setTranslatedFrom(revised.id(), now));
        }
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Writing(item);
    }

    @Override
    public Outcome<RevisionId> carryOut(UnitOfWork unit) {
        return switch (Transitions.REVISE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when Blank.is(content.content().headline()) -> Outcome.refused("refused.headline-empty");
            case Outcome.Done<Item>(var found) -> {
                var items = unit.transaction().items();
                var rules = unit.fieldRules(found);
                var revised = rules.own(
                        unit.links().settle(content).content(),
                        unit.head(found).content().fields());
                var reasons = rules.toSave(revised.fields());
                if (!reasons.isEmpty()) {
                    yield new Outcome.Refused<>(reasons);
                }
                var revision = items.addRevision(item, revised, unit.principal(), unit.now());
                if (origin != null) {
                    items.setOrigin(item, origin);
                    follow(unit, found, revision);
                }
                Approvals.revised(unit, found, revision);
                SharedAlone.revised(unit, found, revision);
                unit.announce(VerbName.REVISE, new Change.ItemEdited(item));
                yield Outcome.done(revision);
            }
        };
    }
}
