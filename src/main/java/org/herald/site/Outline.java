package org.herald.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Block;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.web.MadeFrom;

/** Sections, menus and blocks as they were at one position of the change ledger. */
record Outline(long position, List<Section> sections, List<MenuEntry> menus, List<Block> blocks) {

    Outline {
        sections = List.copyOf(sections);
        menus = List.copyOf(menus);
        blocks = List.copyOf(blocks);
    }

    static final Outline EMPTY = new Outline(-1, List.of(), List.of(), List.of());

    /** The section with this path; nothing for the root, which is the front page. */
    Optional<Section> atPath(String path) {
        return sections.stream()
                .filter(section -> !section.isRoot() && section.path().equals(path))
                .findFirst();
    }

    Optional<Section> byId(SectionId id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    List<Section> below(SectionId parent) {
        return sections.stream()
                .filter(section -> parent.equals(section.parent()))
                .sorted(Comparator.comparingLong(Section::place))
                .toList();
    }

    /** The sections from the one under the root down to this one. */
    List<Section> down(Section section) {
        var line = new ArrayList<Section>();
        Map<SectionId, Section> byId = new HashMap<>();
        sections.forEach(each -> byId.put(each.id(), each));
        Section at = section;
        while (at != null && !at.isRoot()) {
            line.addFirst(at);
            at = byId.get(at.parent());
        }
        return List.copyOf(line);
    }

    /** The section's title in this language, or in any it has. */
    static String title(Section section, Language language) {
        MadeFrom.note(PageKey.section(section.id()));
        var title = section.titles().get(language);
        return title != null
                ? title.title()
                : section.titles().values().stream()
                        .map(Section.Title::title)
                        .findFirst()
                        .orElse(section.path());
    }

    /** What the section says of itself in this language; empty when it says nothing. */
    static String description(Section section, Language language) {
        MadeFrom.note(PageKey.section(section.id()));
        var title = section.titles().get(language);
        return title == null ? "" : title.description();
    }
}
