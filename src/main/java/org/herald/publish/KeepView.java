package org.herald.publish;

import org.herald.model.AccountId;
import org.herald.model.Blank;
import org.herald.model.Outcome;
import org.herald.model.SavedView;

/**
 * Gives a filter of the newsroom's list a name, for one account; a view of theirs with this name is replaced. The change
 * ledger does not speak of it.
 *
 * @param query the filter as an address has it
 */
public record KeepView(AccountId account, String name, String query) implements Verb<String> {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 40;

    @Override
    public Requirement requirement() {
        return new Requirement.Own(account);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        String clean = PlainText.clean(name);
        if (isNone(clean)) {
            return nameless();
        }
        if (query.length() > LONGEST_QUERY) {
            return Outcome.refused("refused.view-long");
        }
        var views = unit.transaction().views();
        var same = views.byName(account, clean);
        if (same.isPresent()) {
            views.update(new SavedView(same.get().id(), account, clean, query));
            return Outcome.done(query);
        }
        if (views.count(account) >= MOST) {
            return Outcome.refused("refused.view-many", MOST);
        }
        views.add(account, clean, query);
        return Outcome.done(query);
    }

    static boolean isNone(String name) {
        return Blank.is(name) || name.length() > LONGEST_NAME;
    }

    static Outcome<String> nameless() {
        return Outcome.refused("refused.view-name", LONGEST_NAME);
    }
}
