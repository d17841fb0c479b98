package org.herald.newsroom.people;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Account;
import org.herald.model.Language;
import org.herald.model.Role;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.herald.newsroom.LanguageChoice;
import org.herald.people.Accounts.Rights;
import org.herald.store.OutlineQueries;

/** Makes the fields of rights, and reads them. */
@Singleton
public final class RightsForms {

    /** Makes all places of equal length, so that they sort as text. */
    private static final long PLACES = 1_000_000;

    private final Settings settings;
    private final OutlineQueries outline;

    public RightsForms(Settings settings, OutlineQueries outline) {
        this.settings = settings;
        this.outline = outline;
    }

    RightsForm of(Rights rights, Words words) {
        var roles = Stream.of(Role.values())
                .map(role -> new RightsForm.RoleChoice(role.word(), role == rights.role()))
                .toList();
        var titles = titles(words);
        var sections = titles.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Title::place)))
                .filter(entry -> !entry.getValue().text().isEmpty())
                .map(entry -> new RightsForm.SectionChoice(
                        entry.getKey().value(),
                        entry.getValue().text(),
                        rights.sections().contains(entry.getKey())))
                .toList();
        return new RightsForm(roles, LanguageChoice.of(settings.languages(), rights.languages()), sections);
    }

    /** What was chosen; nothing without a role that there is. */
    Optional<Rights> read(String role, Collection<String> languages, Collection<String> sections) {
        var typed = new TreeSet<>(sections);
        Set<SectionId> chosen = outline.sections().stream()
                .map(Section::id)
                .filter(id -> typed.contains(id.toString()))
                .collect(Collectors.toSet());
        return Stream.of(Role.values())
                .filter(each -> each.word().equals(role))
                .findFirst()
                .map(each -> new Rights(each, LanguageChoice.read(languages, settings.languages()), chosen));
    }

    /** In which languages and sections somebody works, in words; empty for everywhere. */
    String limits(Account account, Words words) {
        var titles = titles(words);
        var limits = new ArrayList<String>();
        LanguageChoice.of(account.languages(), Set.of()).stream()
                .map(LanguageChoice::name)
                .sorted()
                .forEach(limits::add);
        account.sections().stream()
                .map(id -> Optional.ofNullable(titles.get(id)).map(Title::text).orElse("?"))
                .sorted()
                .forEach(limits::add);
        return String.join(", ", limits);
    }

    /** A section's title with those above it, and its place among all, which sorts as the portal does. */
    private record Title(String text, String place) {}

    private Map<SectionId, Title> titles(Words words) {
        var own = new Language(words.tag());
        var titles = new HashMap<SectionId, Title>();
        for (Section section : outline.sections()) {
            SectionId above = section.parent();
            if (above == null) {
                titles.put(section.id(), new Title("", ""));
                continue;
            }
            Title parent = titles.getOrDefault(above, new Title("", ""));
            String title = title(section, own);
            titles.put(
                    section.id(),
                    new Title(
                            parent.text().isEmpty() ? title : parent.text() + " / " + title,
                            parent.place() + (PLACES + section.place()) + " "));
        }
        return titles;
    }

    private String title(Section section, Language own) {
        return Stream.concat(Stream.of(own), settings.languages().stream())
                .flatMap(language -> Optional.ofNullable(section.titles().get(language)).stream())
                .map(Section.Title::title)
                .findFirst()
                .orElse(section.path());
    }
}
