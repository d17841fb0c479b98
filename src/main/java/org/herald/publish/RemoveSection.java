package org.herald.publish;

import java.util.ArrayList;
import java.util.Set;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/**
 * Removes a section in which readers see nothing. Its addresses lead to the section above it, under which its drafts and
 * withdrawn items stand from now on. The answer is the section above.
 */
public record RemoveSection(SectionId section) implements Verb<SectionId> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<SectionId> carryOut(UnitOfWork unit) {
        var transaction = unit.transaction();
        var sections = transaction.sections();
        var path = sections.path(section);
        if (path.isEmpty()) {
            return Outcome.refused("refused.section-unknown", section.value());
        }
        if (section.equals(Section.ROOT)) {
            return Outcome.refused("refused.section-root");
        }
        if (sections.branch(path.get()).size() > 1) {
            return Outcome.refused("refused.section-has-sections");
        }
        int items = transaction.live().in(Set.of(section)).size();
        if (items > 0) {
            return Outcome.refused("refused.section-has-items", items);
        }
        SectionId above = sections.upwards(section).get(1);
        var leaving = transaction.items().leave(section, above);
        transaction.paths().leadOn(section, above);
        SectionAddresses.leadFrom(unit, path.get(), above);
        sections.remove(section, path.get(), unit.now());
        transaction.plan().drop("titles:" + section);
        transaction.plan().drop("sections:" + section);
        var announcements = new ArrayList<Announcement>();
        announcements.add(Announcement.of(new Change.SectionRemoved(section, path.get()), PageKey.OUTLINE));
        leaving.forEach(item -> announcements.add(Announcement.of(new Change.ItemEdited(item))));
        unit.announce(VerbName.REMOVE_SECTION, announcements);
        return Outcome.done(above);
    }
}
