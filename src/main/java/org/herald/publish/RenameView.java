package org.herald.publish;

import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.model.SavedView;

/** Gives a saved view of an account another name. */
public record RenameView(AccountId account, long view, String name) implements Verb<String> {

    @Override
    public Requirement requirement() {
        return new Requirement.Own(account);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        String clean = PlainText.clean(name);
        if (KeepView.isNone(clean)) {
            return KeepView.nameless();
        }
        var views = unit.transaction().views();
        Optional<SavedView> found = views.find(account, view);
        if (found.isEmpty()) {
            return Outcome.refused("refused.view-unknown");
        }
        if (views.byName(account, clean).filter(other -> other.id() != view).isPresent()) {
            return Outcome.refused("refused.view-taken", clean);
        }
        views.update(new SavedView(view, account, clean, found.get().query()));
        return Outcome.done(found.get().query());
    }
}
