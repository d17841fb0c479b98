package org.herald.publish;

import java.util.Optional;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.PreviewId;
import org.herald.model.VerbName;

/** Closes a preview link before its time. */
public record RevokePreview(ItemId item, PreviewId preview) implements Verb<PreviewId> {

    @Override
    public Requirement requirement() {
        return new Requirement.Writing(item);
    }

    @Override
    public Outcome<PreviewId> carryOut(UnitOfWork unit) {
        Optional<ItemId> shown = unit.transaction().previews().itemOfOpen(preview);
        if (shown.filter(item::equals).isEmpty()) {
            return Outcome.refused("refused.preview-unknown");
        }
        unit.transaction().previews().revoke(preview, unit.now());
        unit.announce(VerbName.REVOKE_PREVIEW, new Change.ItemEdited(item));
        return Outcome.done(preview);
    }
}
