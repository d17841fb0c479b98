package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Change.OutlineChanged.Part;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Adds an entry to a menu. */
public record PlaceMenuEntry(MenuEntry entry) implements Verb<MenuEntry> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<MenuEntry> carryOut(UnitOfWork unit) {
        if (Blank.is(entry.label()) || Blank.is(entry.target())) {
            return Outcome.refused("refused.menu-entry-empty");
        }
        var outline = unit.transaction().outline();
        var now = outline.arrangement();
        String target = unit.links().target(entry.target(), entry.language(), now);
        var reasons = OutlineRules.ofTarget(unit, now, target);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        outline.add(
                new MenuEntry(entry.menu(), entry.language(), entry.place(), PlainText.clean(entry.label()), target),
                unit.now());
        unit.announce(
                VerbName.PLACE_MENU_ENTRY,
                new Change.OutlineChanged(Part.MENU, entry.language()),
                PageKey.menu(entry.menu(), entry.language()));
        return Outcome.done(entry);
    }
}
