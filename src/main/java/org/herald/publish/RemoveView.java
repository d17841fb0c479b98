package org.herald.publish;

import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.model.SavedView;

/** Forgets a saved view of an account. */
public record RemoveView(AccountId account, long view) implements Verb<String> {

    @Override
    public Requirement requirement() {
        return new Requirement.Own(account);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        var views = unit.transaction().views();
        Optional<SavedView> found = views.find(account, view);
        if (found.isEmpty()) {
            return Outcome.refused("refused.view-unknown");
        }
        views.remove(view);
        return Outcome.done(found.get().query());
    }
}
