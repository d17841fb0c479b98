package org.herald.newsroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;

/** The sections of the portal as lists and forms name them. */
public final class Sections {

    private static final String DEEPER = "\u2003";

    private final Map<SectionId, Section> byId = new HashMap<>();
    private final List<Section> inOrder;
    private final Language language;

    /** @param sections parents before children, siblings in their order */
    Sections(List<Section> sections, Language language) {
        sections.forEach(section -> byId.put(section.id(), section));
        this.language = language;
        this.inOrder = new ArrayList<>();
        sections.stream().filter(Section::isRoot).forEach(root -> addWithAllBelow(root, sections));
    }

    private void addWithAllBelow(Section section, List<Section> all) {
        inOrder.add(section);
        all.stream().filter(child -> section.id().equals(child.parent())).forEach(child -> addWithAllBelow(child, all));
    }

    /** The title in the visitor's language, or in any that there is. */
    public String title(SectionId id) {
        return Optional.ofNullable(byId.get(id)).map(this::title).orElse("");
    }

    private String title(Section section) {
        var title = section.titles().get(language);
        if (title == null) {
            title = section.titles().values().stream().findFirst().orElse(null);
        }
        return title == null ? section.path() : title.title();
    }

    boolean has(SectionId id) {
        return byId.containsKey(id);
    }

    /** The section with all below it. */
    public Set<SectionId> withAllBelow(SectionId id) {
        var below = new HashSet<SectionId>(Set.of(id));
        for (Section section : inOrder) {
            if (section.parent() != null && below.contains(section.parent())) {
                below.add(section.id());
            }
        }
        return below;
    }

    /** All of them as the choices of a form, those below another moved in. */
    public List<Choice> choices(String selected) {
        return inOrder.stream()
                .map(section -> new Choice(
                        section.id().toString(),
                        DEEPER.repeat(depth(section)) + title(section),
                        section.id().toString().equals(selected)))
                .toList();
    }

    private static int depth(Section section) {
        return section.isRoot() ? 0 : section.path().split("/", -1).length;
    }
}
