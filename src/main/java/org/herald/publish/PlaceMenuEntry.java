package org.herald.publish;

import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Target;

/** Adds an entry to a menu. */
public record PlaceMenuEntry(MenuEntry entry) implements Verb<MenuEntry> {

    @Override
    public Outcome<MenuEntry> carryOut(Work work) {
        if (Blank.is(entry.label()) || Blank.is(entry.target())) {
            return Outcome.refused("refused.menu-entry-empty");
        }
        if (Target.parse(entry.target()).isEmpty()) {
            return Outcome.refused("refused.target", entry.target());
        }
        work.transaction()
                .outline()
                .add(new MenuEntry(
                        entry.menu(),
                        entry.language(),
                        entry.place(),
                        PlainText.clean(entry.label()),
                        entry.target()));
        work.announce("place-menu-entry", null, Set.of(PageKey.menu(entry.menu(), entry.language())));
        return Outcome.done(entry);
    }
}
