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
 * Says that a translation says what a revision of its original does.
 *
 * @param original a revision of another item of the same group
 */
public record MarkTranslated(ItemId item, RevisionId original) implements Verb<RevisionId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Writing(item);
    }

    @Override
    public Outcome<RevisionId> carryOut(UnitOfWork unit) {
        var items = unit.transaction().items();
        Optional<Item> translation = items.find(item);
        if (translation.isEmpty()) {
            return Outcome.refused("refused.item-unknown", item.value());
        }
        Optional<Item> source = items.findRevision(original).map(Revision::item).flatMap(items::find);
        boolean isOriginal = source.filter(found -> !found.id().equals(item)
                        && found.group().equals(translation.get().group()))
                .isPresent();
        if (!isOriginal) {
            return Outcome.refused("refused.not-its-original");
        }
        items.setTranslatedFrom(item, original);
        unit.announce(VerbName.MARK_TRANSLATED, new Change.ItemEdited(item));
        return Outcome.done(original);
    }
}
