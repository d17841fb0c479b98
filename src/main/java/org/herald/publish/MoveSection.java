package org.herald.publish;

import java.util.Set;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;

/**
 * Puts a section under another one, or changes its word in addresses. Everything in it and below it stands at its new
 * address at once; all earlier addresses lead on. The answer is how many items got another address.
 *
 * @param word the last word of its path
 */
public record MoveSection(SectionId section, SectionId parent, String word) implements Verb<Integer> {

    /** So many items move in one transaction, which keeps every other writer waiting. */
    public static final int MOST_ITEMS = 5000;

    @Override
    public Outcome<Integer> carryOut(Work work) {
        var sections = work.transaction().sections();
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
        if (SectionAddresses.isTaken(work, to, section)) {
            return Outcome.refused("refused.section-taken", to);
        }
        var branch = sections.branch(from);
        var items = work.transaction().live().in(branch.keySet());
        if (items.size() > MOST_ITEMS) {
            return Outcome.refused("refused.section-large", items.size(), MOST_ITEMS);
        }
        branch.forEach((id, old) -> {
            SectionAddresses.leadFrom(work, old, id);
            sections.setPath(id, to + old.substring(from.length()));
        });
        if (!sections.upwards(section).get(1).equals(parent)) {
            sections.setParent(section, parent);
        }
        for (ItemId item : items) {
            Replacing.showAgain(work, work.transaction().items().find(item).orElseThrow());
        }
        // every page is made from the outline, so that no further key is needed
        work.announce("move-section", null, Set.of(PageKey.OUTLINE));
        return Outcome.done(items.size());
    }
}
