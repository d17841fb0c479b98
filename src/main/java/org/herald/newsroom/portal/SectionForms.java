package org.herald.newsroom.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Arrangement;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/** The fields of sections: their words in every language, and where they stand. */
final class SectionForms {

    private static final String DEEPER = "\u2003";

    private SectionForms() {}

    /** The words of a section in every language of the portal. */
    static List<SectionsPage.TitleField> fields(
            List<Language> languages, Map<Language, Section.Title> titles, Words words) {
        return languages.stream()
                .map(language -> {
                    var title = titles.getOrDefault(language, new Section.Title("", ""));
                    return new SectionsPage.TitleField(
                            language.tag(), PortalRoute.name(language, words), title.title(), title.description());
                })
                .toList();
    }

    /** What was typed, in the order of the portal's languages; those of other languages stay as they were. */
    static Map<Language, Section.Title> typed(
            List<Language> languages,
            List<String> titles,
            List<String> descriptions,
            Map<Language, Section.Title> before) {
        var typed = new LinkedHashMap<>(before);
        for (int i = 0; i < languages.size(); i++) {
            String title = i < titles.size() ? titles.get(i) : "";
            String description = i < descriptions.size() ? descriptions.get(i) : "";
            if (Blank.is(title) && Blank.is(description)) {
                typed.remove(languages.get(i));
            } else {
                typed.put(languages.get(i), new Section.Title(title, description));
            }
        }
        return typed;
    }

    /** Every section but those of one branch, each indented as it stands. */
    static List<SectionsPage.Option> options(
            Arrangement arrangement, SectionId selected, @Nullable Section without, Words words) {
        var options = new ArrayList<SectionsPage.Option>();
        arrangement.sections().stream()
                .filter(Section::isRoot)
                .forEach(root -> add(options, arrangement, root, selected, without, words));
        return options;
    }

    private static void add(
            List<SectionsPage.Option> options,
            Arrangement arrangement,
            Section section,
            SectionId selected,
            @Nullable Section without,
            Words words) {
        if (without != null && section.id().equals(without.id())) {
            return;
        }
        int depth = section.isRoot() ? 0 : section.path().split("/", -1).length;
        options.add(new SectionsPage.Option(
                section.id().value(),
                DEEPER.repeat(depth) + TargetNames.title(section, words),
                section.id().equals(selected)));
        arrangement.below(section.id()).forEach(below -> add(options, arrangement, below, selected, without, words));
    }
}
