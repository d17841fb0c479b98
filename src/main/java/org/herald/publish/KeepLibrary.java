package org.herald.publish;

import java.util.Set;
import org.herald.model.AssetId;
import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.VerbName;

/**
 * Keeps public what the library of an earlier site had at addresses of its own and no text here names, as documents are
 * that others link to. What only texts show that readers do not see is not public. The answer is false when nothing changed.
 *
 * @param withheld files that belong to such a text without standing in it
 */
public record KeepLibrary(Set<AssetId> withheld) implements Verb<Boolean> {

    public KeepLibrary {
        withheld = Set.copyOf(withheld);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<Boolean> carryOut(UnitOfWork unit) {
        boolean isChanged =
                unit.transaction().references().library(withheld, unit.rules().kinds());
        if (isChanged) {
            unit.announce(VerbName.KEEP_ASSET, new Change.LibraryChanged());
        }
        return Outcome.done(isChanged);
    }
}
