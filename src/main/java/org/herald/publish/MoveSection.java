package org.herald.publish;

import java.util.ArrayList;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/**
 * Puts a section under another one, or changes its word in addresses. It stands there at once with all sections below it,
 * and so do its items, unless they are many: then they {@link Following follow}, each of them found at its earlier address
 * until it has. All earlier addresses lead on. The answer is how many items get another address.
 *
 * @param word the last word of its path
 */
public record MoveSection(SectionId section, SectionId parent, String word) implements Verb<Integer> {

    /** So many items move in the same transaction, which keeps every other writer waiting for half a second. */
    static final int AT_ONCE = 200;

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<Integer> carryOut(UnitOfWork unit) {
        var sections = unit.transaction().sections();
        var path = sections.path(section);
        var above = sections.path(parent);
        if (path.isEmpty() || above.isEmpty()) {
            return Outcome.refused("refused.section-unknown", (path.isEmpty() ? section : parent).value());
        }
        if (section.equals(Section.ROOT)) {
            return Outcome.refused("refused.section-root");
        }
        if (Slug.parse(word).isEmpty() || AddSection.isReserved(word)) {
            return Outcome.refused("refused.section-word", word);
        }
        String from = path.get();
        if (above.get().equals(from) || above.get().startsWith(from + "/")) {
            return Outcome.refused("refused.section-circle");
        }
        String to = above.get().isEmpty() ? word : above.get() + "/" + word;
        if (to.equals(from)) {
            return Outcome.refused("refused.section-there");
        }
        if (SectionAddresses.isTaken(unit.transaction(), to, section)) {
            return Outcome.refused("refused.section-taken", to);
        }
        var branch = sections.branch(from);
        var announcements = new ArrayList<Announcement>();
        // every page is made from the outline, so that sections need no further key
        announcements.add(Announcement.of(new Change.SectionMoved(section, from, to), PageKey.OUTLINE));
        branch.forEach((id, old) -> {
            String address = to + old.substring(from.length());
            SectionAddresses.leadFrom(unit, old, id);
            sections.setPath(id, address, unit.now());
            if (!id.equals(section)) {
                announcements.add(Announcement.of(new Change.SectionMoved(id, old, address)));
            }
        });
        if (!sections.upwards(section).get(1).equals(parent)) {
            sections.setParent(section, parent, unit.now());
        }
        int items = unit.transaction().live().count(branch.keySet());
        if (items > AT_ONCE) {
            branch.keySet().forEach(sections::beginMove);
        } else {
            for (ItemId item : unit.transaction().live().in(branch.keySet())) {
                announcements.add(AddressChange.showAgain(
                        unit, unit.transaction().items().find(item).orElseThrow()));
            }
        }
        unit.announce(VerbName.MOVE_SECTION, announcements);
        return Outcome.done(items);
    }
}
