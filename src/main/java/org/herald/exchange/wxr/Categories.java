package org.herald.exchange.wxr;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.publish.AddSection;
import org.herald.publish.KeepAddress;
import org.herald.publish.Work;

/** Makes categories sections, and their addresses and those of tags lead here. */
final class Categories {

    private static final int MOST_IN_MENU = 7;
    private static final int LONGEST_PATH = 400;
    private static final int MOST_OF_A_NAME = 1000;

    private final Inventory inventory;
    private final Plan plan;
    private final Map<String, SectionId> sections = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    Categories(Inventory inventory, Plan plan) {
        this.inventory = inventory;
        this.plan = plan;
    }

    /** Makes the outermost section, when the portal has none yet. */
    void begin(Work work) {
        boolean isThere = work.sectionAt(plan.above()).isPresent();
        if (!isThere && plan.above().isEmpty()) {
            work.carryOut(new AddSection("", Map.of())).orThrow();
        } else if (!isThere) {
            throw new WxrFault("The portal has no section \"" + plan.above()
                    + "\": name one of its sections, or none to import under the root.");
        }
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

    /** Remembers what was added so far; what it returns forgets what was added since. */
    Runnable remembered() {
        var sectionsBefore = Map.copyOf(sections);
        var pathsBefore = Map.copyOf(paths);
        return () -> {
            sections.clear();
            sections.putAll(sectionsBefore);
            paths.clear();
            paths.putAll(pathsBefore);
        };
    }

    /** Adds the section of a category when it is missing, and tells what an editor should know of it. */
    List<Line> add(Work work, WxrPart.Category category) {
        String path = add(work, category, new HashSet<>());
        return plain(category.name()).isEmpty()
                ? List.of(new Line(
                        category.line(),
                        "category",
                        0,
                        category.slug(),
                        Line.Became.CONVERTED,
                        "/" + language(category) + "/" + path,
                        List.of("converted: it has no name, so its section is called \""
                                + title(category).title() + "\"")))
                : List.of();
    }

    /** Makes the old address of a tag lead to its list here. */
    List<Line> add(Work work, WxrPart.Tag tag) {
        var language = inventory.languages().ofTag(tag);
        var slug = work.tag(plain(tag.name()), here(language));
        if (slug.isEmpty()) {
            return List.of(left(tag, "left out: its name \"" + tag.name() + "\" has no letter and no digit"));
        }
        keep(work, new KeepAddress.ToTag(slug.get()), language, "/tag/" + OldSite.decoded(tag.slug()));
        return List.of();
    }

    static Line left(WxrPart.Category category, String why) {
        return new Line(
                category.line(),
                "category",
                0,
                plain(category.name()),
                Line.Became.LEFT_OUT,
                "",
                List.of(why + ". Its posts stand in the outermost section"));
    }

    static Line left(WxrPart.Tag tag, String why) {
        return new Line(tag.line(), "tag", 0, tag.slug(), Line.Became.LEFT_OUT, "", List.of(why));
    }

    /** The section of posts that stand under this category, when it is one. */
    Optional<SectionId> section(String category) {
        return Optional.ofNullable(sections.get(OldSite.key(category)));
    }

    /** The section of what stands under no category. */
    SectionId outermost(Work work) {
        return work.sectionAt(plan.above()).orElse(Section.ROOT);
    }

    /** The categories of the top that have most posts, as entries of the main menu of each language. */
    List<MenuEntry> menu() {
        return plan.languages().stream()
                .flatMap(language -> menu(language).stream())
                .toList();
    }

    private List<MenuEntry> menu(Language language) {
        var top = inventory.categories().values().stream()
                .filter(category -> inventory.category(category.parent()).isEmpty())
                .filter(category -> inventory.postsOf(category.slug()) > 0)
                .filter(category -> language(category).equals(language))
                .filter(category -> sections.containsKey(OldSite.key(category.slug())))
                .sorted(Comparator.comparingInt((WxrPart.Category category) -> inventory.postsOf(category.slug()))
                        .reversed())
                .limit(MOST_IN_MENU)
                .toList();
        return IntStream.range(0, top.size())
                .mapToObj(i -> new MenuEntry(
                        "main",
                        language,
                        i + 1,
                        title(top.get(i)).title(),
                        "/" + language + "/"
                                + paths.getOrDefault(OldSite.key(top.get(i).slug()), "")))
                .toList();
    }

    private String add(Work work, WxrPart.Category category, Set<String> below) {
        String known = paths.get(OldSite.key(category.slug()));
        if (known != null) {
            return known;
        }
        String key = OldSite.key(category.slug());
        below.add(key);
        String path = original(category).equals(category) ? made(work, category, below) : joined(work, category, below);
        paths.put(key, path);
        var target = new KeepAddress.ToSection(sections.getOrDefault(key, Section.ROOT));
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
        SectionId section = sections.getOrDefault(OldSite.key(original.slug()), Section.ROOT);
        sections.put(OldSite.key(category.slug()), section);
        var language = language(category);
        if (!work.isTitled(section, language)) {
            work.carryOut(new AddSection(path, Map.of(language, title(category))))
                    .orThrow();
        }
        return path;
    }

    /** The name of a category; of one without a name its slug, or else its number. */
    private static Section.Title title(WxrPart.Category category) {
        String name = plain(category.name());
        String slug = PlainWords.of(OldSite.decoded(category.slug()));
        return new Section.Title(
                !name.isEmpty() ? name : !slug.isEmpty() ? slug : "Category " + category.id(),
                plain(category.description()));
    }

    /** The path of the section that a category makes. */
    private String made(Work work, WxrPart.Category category, Set<String> below) {
        String above = inventory
                .category(category.parent())
                .filter(parent -> !below.contains(OldSite.key(parent.slug())))
                .map(parent -> add(work, parent, below))
                .orElse(plan.above());
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
            if (number > MOST_OF_A_NAME) {
                throw new PartFault("no section can be made of it at the address \"" + base + "\"");
            }
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
        sections.put(OldSite.key(category.slug()), here.get());
        return true;
    }

    private String oldPath(WxrPart.Category category) {
        var path = new StringBuilder(OldSite.decoded(category.slug()));
        var seen = new HashSet<String>(List.of(category.slug()));
        var above = inventory.category(category.parent());
        while (above.isPresent() && seen.add(above.get().slug())) {
            path.insert(0, OldSite.decoded(above.get().slug()) + "/");
            above = inventory.category(above.get().parent());
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
        return PlainWords.of(html);
    }
}
