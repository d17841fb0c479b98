package org.herald.publish;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.herald.store.SectionWrites;

/**
 * Adds a section as the last of its siblings, or gives an existing one further titles.
 *
 * @param path slugs joined by slashes; the section above must exist; empty for the root
 */
public record AddSection(String path, Map<Language, Section.Title> titles) implements Verb<SectionId> {

    /** Words that mean something else in addresses. */
    private static final Set<String> RESERVED =
            Set.of("archive", "entries", "feeds", "page", "search", "tag", "site-map");

    public AddSection {
        titles = Map.copyOf(titles);
    }

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<SectionId> carryOut(UnitOfWork unit) {
        var sections = unit.transaction().sections();
        Optional<SectionId> existing = sections.byPath(path);
        if (existing.isEmpty() && !path.isEmpty()) {
            String word = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("/") || Slug.parse(word).isEmpty() || isReserved(word)) {
                return Outcome.refused("refused.section-word", word);
            }
            if (sections.byPath(above()).isEmpty()) {
                return Outcome.refused("refused.section-above", above());
            }
        }
        if (titles.values().stream().anyMatch(title -> Blank.is(title.title()))) {
            return Outcome.refused("refused.title-empty");
        }
        if (titles.keySet().stream().anyMatch(language -> isPage(unit, language))) {
            return Outcome.refused("refused.section-word", path);
        }
        var removed = sections.removedFrom(path);
        if (existing.isEmpty()
                && removed.isEmpty()
                && SectionAddresses.isTaken(unit.transaction(), path, new SectionId(0))) {
            return Outcome.refused("refused.section-taken", path);
        }
        SectionId section = existing.orElseGet(() -> add(sections, removed, unit.now()));
        titles.forEach((language, title) -> sections.setTitle(section, language, clean(title), unit.now()));
        if (existing.isPresent()) {
            unit.announce(VerbName.ADD_SECTION, new Change.SectionTitled(section), PageKey.section(section));
        } else {
            unit.announce(VerbName.ADD_SECTION, new Change.SectionAdded(section, path), PageKey.OUTLINE);
        }
        return Outcome.done(section);
    }

    /** True for a word that is a listing wherever it stands: {@code archive}, a year. */
    static boolean isReserved(String word) {
        return RESERVED.contains(word) || word.chars().allMatch(Character::isDigit);
    }

    /** A section that was removed from here comes back as the same section. */
    private SectionId add(SectionWrites sections, Optional<SectionId> removed, Instant at) {
        if (path.isEmpty()) {
            return sections.add(null, path, at);
        }
        SectionId parent = sections.byPath(above()).orElseThrow();
        removed.ifPresent(section -> sections.restore(section, parent, path, at));
        return removed.orElseGet(() -> sections.add(parent, path, at));
    }

    private boolean isPage(UnitOfWork unit, Language language) {
        return unit.transaction().paths().itemAt("/" + language + "/" + path).isPresent();
    }

    private static Section.Title clean(Section.Title title) {
        return new Section.Title(PlainText.clean(title.title()), PlainText.clean(title.description()));
    }

    private String above() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
