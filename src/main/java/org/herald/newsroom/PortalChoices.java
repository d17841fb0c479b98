package org.herald.newsroom;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.config.Settings;
import org.herald.model.Item;
import org.herald.model.Language;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.OutlineQueries;

/** What of the portal a form lets choose: kinds, languages and sections, those in which the visitor works. */
@Singleton
public final class PortalChoices {

    private static final int MOST_TAGS = 2000;
    private static final String DEEPER = "\u2003";

    private final Settings settings;
    private final Kinds kinds;
    private final OutlineQueries outline;
    private final OpenItems items;

    public PortalChoices(Settings settings, Kinds kinds, OutlineQueries outline, OpenItems items) {
        this.settings = settings;
        this.kinds = kinds;
        this.outline = outline;
        this.items = items;
    }

    public List<Choice> kinds(Words words, String chosen) {
        return kinds.all().stream()
                .map(kind -> Choice.of(kind.name().word(), name(kind, words), chosen))
                .toList();
    }

    /** What one item of a kind is called. */
    public static String name(Kind kind, Words words) {
        return words.say("kind." + kind.name());
    }

    /** The kind that a form names. */
    public Optional<Kind> kind(String word) {
        return Optional.of(word).filter(KindName::isName).map(KindName::new).flatMap(kinds::find);
    }

    /** The kind of an item. */
    public Kind kind(Item item) {
        return kinds.of(item.kind());
    }

    public List<Choice> languages(String chosen) {
        return settings.languages().stream()
                .filter(items.rights()::worksIn)
                .map(language -> new Choice(
                        language.tag(), name(language), language.tag().equals(chosen)))
                .toList();
    }

    /** The sections in which the visitor works, each under those above it, by their titles in a language. */
    public List<Choice> sections(Language language, String chosen) {
        Map<SectionId, List<Section>> below = new HashMap<>();
        var choices = new ArrayList<Choice>();
        var all = outline.sections();
        all.forEach(section -> {
            SectionId parent = section.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(section);
            }
        });
        all.stream()
                .filter(Section::isRoot)
                .forEach(root -> add(choices, below, root, 0, new Chosen(language, chosen)));
        return choices;
    }

    /** How a choice of sections is made. */
    private record Chosen(Language language, String section) {}

    private void add(
            List<Choice> choices, Map<SectionId, List<Section>> below, Section section, int depth, Chosen chosen) {
        String value = section.id().toString();
        boolean isChosen = value.equals(chosen.section());
        if (isChosen || items.rights().worksIn(section.id())) {
            choices.add(new Choice(value, DEEPER.repeat(depth) + title(section, chosen.language()), isChosen));
        }
        below.getOrDefault(section.id(), List.of()).forEach(each -> add(choices, below, each, depth + 1, chosen));
    }

    /**
     * Where a new item of a kind begins: an event in the calendar and an entry in its directory, unless another section than the
     * portal itself was chosen.
     */
    public SectionId section(Kind kind, SectionId chosen) {
        return outline.sections().stream()
                .filter(section -> chosen.equals(Section.ROOT)
                        && kind.stands().hasSection()
                        && section.path().equals(kind.section()))
                .map(Section::id)
                .findFirst()
                .orElse(chosen);
    }

    /** The title of a section; empty for one that does not exist. */
    public String section(SectionId id, Language language) {
        return outline.sections().stream()
                .filter(section -> section.id().equals(id))
                .map(section -> title(section, language))
                .findFirst()
                .orElse("");
    }

    /** What tags of a language are called already. */
    public List<String> tags(Language language) {
        return outline.tagTitles(language, MOST_TAGS);
    }

    public List<Language> languages() {
        return settings.languages();
    }

    /** What a language calls itself. */
    public static String name(Language language) {
        return language.locale().getDisplayName(language.locale());
    }

    private String title(Section section, Language language) {
        var title = section.titles().get(language);
        if (title == null) {
            title = section.titles().get(settings.defaultLanguage());
        }
        if (title != null) {
            return title.title();
        }
        return section.isRoot() ? settings.nameIn(language) : section.path();
    }
}
