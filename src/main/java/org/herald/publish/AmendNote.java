package org.herald.publish;

import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.CorrectionId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Words the note of a correction anew. Readers see the new wording; the newsroom keeps the earlier ones. */
public record AmendNote(ItemId item, CorrectionId correction, String note) implements Verb<CorrectionId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.AMEND);
    }

    @Override
    public Outcome<CorrectionId> carryOut(UnitOfWork unit) {
        return switch (Transitions.AMEND_NOTE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item> _
            when Blank.is(PlainText.cleanLines(note)) -> Outcome.refused("refused.note-empty");
            case Outcome.Done<Item>(var found) -> amend(unit, found.language());
        };
    }

    private Outcome<CorrectionId> amend(UnitOfWork unit, Language language) {
        var corrections = unit.transaction().corrections();
        Optional<String> now = corrections.note(item, correction);
        if (now.isEmpty()) {
            return Outcome.refused("refused.correction-unknown");
        }
        if (now.get().equals(PlainText.cleanLines(note))) {
            return Outcome.refused("refused.note-unchanged");
        }
        corrections.amend(correction, PlainText.cleanLines(note), unit.principal(), unit.now());
        var change = unit.transaction()
                .live()
                .standing(item)
                .<Change>map(standing -> new Change.ItemShown(item, language, standing.path()))
                .orElseGet(() -> new Change.ItemEdited(item));
        unit.announce(VerbName.AMEND_NOTE, change, PageKey.item(item));
        return Outcome.done(correction);
    }
}
