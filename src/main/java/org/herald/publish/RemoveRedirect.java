package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Removes a redirect that an editor made; an address that something had leads to it for ever. */
public record RemoveRedirect(String path) implements Verb<String> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        if (!unit.transaction().paths().removeRedirect(path)) {
            return Outcome.refused("refused.redirect-for-ever", path);
        }
        unit.announce(VerbName.REMOVE_REDIRECT, new Change.PathChanged(path), PageKey.path(path));
        return Outcome.done(path);
    }
}
