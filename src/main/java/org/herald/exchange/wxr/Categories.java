package org.herald.exchange.wxr;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.publish.AddSection;
import org.herald.publish.KeepAddress;
import org.herald.publish.PlaceMenuEntry;
import org.herald.publish.Work;
import org.jsoup.Jsoup;

/** Makes categories sections, and their addresses and those of tags lead here. */
final class Categories {

    private static final int MOST_IN_MENU = 7;
    private static final int LONGEST_PATH = 400;

    private final Inventory inventory;
    private final Plan plan;
    private final Map<String, SectionId> sections = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    Categories(Inventory inventory, Plan plan) {
        this.inventory = inventory;
        this.plan = plan;
    }

    /** Adds the sections that are missing. */
    void add(Work work) {
        boolean isThere = work.sectionAt(plan.above()).isPresent();
        if (!isThere && plan.above().isEmpty()) {
            work.carryOut(new AddSection("", Map.of())).orThrow();
        } else if (!isThere) {
            throw new WxrFault("The portal has no section \"" + plan.above()
                    + "\": name one of its sections, or none to import under the root.");
        }
        inventory.categories().values().forEach(category -> add(work, category, new HashSet<>()));
        inventory
                .tags()
                .forEach(tag -> work.tag(
                                plain(tag.name()), here(inventory.languages().ofTag(tag)))
                        .ifPresent(slug -> keep(
                                work,
                                new KeepAddress.ToTag(slug),
                                inventory.languages().ofTag(tag),
                                "/tag/" + OldSite.decoded(tag.slug()))));
    }

    /** The language of a category here: its own, when the portal has it. */
    private Language language(WxrPart.Category category) {
        return here(inventory.languages().ofCategory(category));
    }

    private Language here(Optional<String> written) {
        return written.flatMap(each -> inventory.languages().here(each, plan.languages()))
                .orElse(plan.language());
    }

    /** Of the translations of a category the one that makes the section: in the import's language, or else the first. */
    private WxrPart.Category original(WxrPart.Category category) {
        var all = inventory.categories().values().stream()
                .filter(each -> each.equals(category) || inventory.languages().areTranslations(each, category))
                .toList();
        return all.stream()
                .filter(each -> language(each).equals(plan.language()))
                .findFirst()
                .orElse(all.getFirst());
    }

    /** The section of posts that stand under this category, when it is one. */
    Optional<SectionId> section(String category) {
        return Optional.ofNullable(sections.get(category));
    }

    /** The section of what stands under no category. */
    SectionId outermost(Work work) {
        return work.sectionAt(plan.above()).orElse(Section.ROOT);
    }

    /** Fills the main menu of each language with the categories of the top that have most posts. */
    void placeMenu(Work work) {
        plan.languages().forEach(language -> placeMenu(work, language));
    }

    private void placeMenu(Work work, Language language) {
        var top = inventory.categories().values().stream()
                .filter(category -> !inventory.categories().containsKey(category.parent()))
                .filter(category -> inventory.postsOf(category.slug()) > 0)
                .filter(category -> language(category).equals(language))
                .sorted(Comparator.comparingInt((WxrPart.Category category) -> inventory.postsOf(category.slug()))
                        .reversed())
                .limit(MOST_IN_MENU)
                .toList();
        for (int i = 0; i < top.size(); i++) {
            String path = paths.getOrDefault(top.get(i).slug(), "");
            String target = "/" + language + "/" + path;
            work.carryOut(new PlaceMenuEntry(new MenuEntry(
                            "main", language, i + 1, plain(top.get(i).name()), target)))
                    .orThrow();
        }
    }

    private String add(Work work, WxrPart.Category category, Set<String> below) {
        String known = paths.get(category.slug());
        if (known != null) {
            return known;
        }
        below.add(category.slug());
        String path = original(category).equals(category) ? made(work, category, below) : joined(work, category, below);
        paths.put(category.slug(), path);
        var target = new KeepAddress.ToSection(sections.getOrDefault(category.slug(), Section.ROOT));
        var written = inventory.languages().ofCategory(category);
        keep(work, target, written, "/category/" + oldPath(category));
        if (category.id() > 0) {
            inventory
                    .site()
                    .asked("cat=" + category.id())
                    .forEach(old -> work.carryOut(new KeepAddress(target, here(written), old)));
        }
        return path;
    }

    /** The path of the section that another translation of the category makes, which gets a title in this one's language. */
    private String joined(Work work, WxrPart.Category category, Set<String> below) {
        var original = original(category);
        String path = add(work, original, below);
        SectionId section = sections.getOrDefault(original.slug(), Section.ROOT);
        sections.put(category.slug(), section);
        var language = language(category);
        if (!work.isTitled(section, language)) {
            work.carryOut(new AddSection(path, Map.of(language, title(category)))).orThrow();
        }
        return path;
    }

    private static Section.Title title(WxrPart.Category category) {
        return new Section.Title(
                Blank.is(plain(category.name())) ? category.slug() : plain(category.name()),
                plain(category.description()));
    }

    /** The path of the section that a category makes. */
    private String made(Work work, WxrPart.Category category, Set<String> below) {
        var parent = inventory.categories().get(category.parent());
        String above = parent == null || below.contains(parent.slug()) ? plan.above() : add(work, parent, below);
        var title = title(category);
        var language = language(category);
        String word = word(work, above, OldSite.decoded(category.slug()), language)
                .or(() -> word(work, above, title.title(), language))
                .map(Slug::value)
                .orElse("category");
        String base = (above.isEmpty() || above.length() > LONGEST_PATH ? "" : above + "/")
                + (word.matches("[0-9]+") ? "category-" + word : word);
        String path = base;
        for (int number = 2; !isMade(work, category, path, title); number++) {
            path = base + "-" + number;
        }
        return path;
    }

    /** A section that was imported when words were written letter by letter stays where it is. */
    private Optional<Slug> word(Work work, String above, String text, Language language) {
        return Slugs.byLetter(text)
                .filter(slug -> work.sectionAt((above.isEmpty() ? "" : above + "/") + slug)
                        .isPresent())
                .or(() -> Slugs.suggest(text, language));
    }

    /** True when this category has its section at this path now; false when the path is another's. */
    private boolean isMade(Work work, WxrPart.Category category, String path, Section.Title title) {
        if (paths.containsValue(path)) {
            return false;
        }
        var here = work.sectionAt(path);
        if (here.isEmpty()) {
            var added = work.carryOut(new AddSection(path, Map.of(language(category), title)));
            if (!(added instanceof Outcome.Done<SectionId>(var id))) {
                return false;
            }
            here = Optional.of(id);
        }
        sections.put(category.slug(), here.get());
        return true;
    }

    private String oldPath(WxrPart.Category category) {
        var path = new StringBuilder(OldSite.decoded(category.slug()));
        var seen = new HashSet<String>(List.of(category.slug()));
        var above = inventory.categories().get(category.parent());
        while (above != null && seen.add(above.slug())) {
            path.insert(0, OldSite.decoded(above.slug()) + "/");
            above = inventory.categories().get(above.parent());
        }
        return path.toString();
    }

    /** Keeps an address, also as it stands below the word of its language. */
    private void keep(Work work, KeepAddress.Target target, Optional<String> written, String path) {
        var language = here(written);
        var all = new LinkedHashSet<String>(List.of(path));
        written.ifPresent(word -> all.add("/" + word + path));
        all.add("/" + language + path);
        for (String each : all) {
            work.carryOut(new KeepAddress(target, language, each));
            work.carryOut(new KeepAddress(target, language, inventory.site().below(each)));
        }
    }

    private static String plain(String html) {
        return Jsoup.parse(html).text().strip();
    }
}
