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
import org.herald.publish.UnitOfWork;

/** Makes categories sections, and their addresses and those of tags lead here. */
final class Categories {

    private static final int MOST_IN_MENU = 7;
    private static final int LONGEST_PATH = 400;
    private static final int MOST_OF_A_NAME = 1000;

    private final Inventory inventory;
    private final ImportOptions options;
    private final Map<String, SectionId> sections = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    Categories(Inventory inventory, ImportOptions options) {
        this.inventory = inventory;
        this.options = options;
    }

    /** Makes the outermost section, when the portal has none yet. */
    void begin(UnitOfWork unit) {
        boolean isThere = unit.sectionAt(options.above()).isPresent();
        if (!isThere && options.above().isEmpty()) {
            unit.carryOut(new AddSection("", Map.of())).orThrow();
        } else if (!isThere) {
            throw new WxrFault("The portal has no section \"" + options.above()
                    + "\": name one of its sections, or none to import under the root.");
        }
    }

    /** The language of a category here: its own, when the portal has it. */
    private Language language(WxrPart.Category category) {
        return here(inventory.languages().ofCategory(category));
    }

    private Language here(Optional<String> written) {
        return written.flatMap(each -> inventory.languages().here(each, options.languages()))
                .orElse(options.language());
    }

    /** Of the translations of a category the one that makes the section: in the import's language, or else the first. */
    private WxrPart.Category original(WxrPart.Category category) {
        var all = inventory.categories().values().stream()
                .filter(each -> each.equals(category) || inventory.languages().areTranslations(each, category))
                .toList();
        return all.stream()
                .filter(each -> language(each).equals(options.language()))
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
    List<ReportEntry> add(UnitOfWork unit, WxrPart.Category category) {
        String path = add(unit, category, new HashSet<>());
        return plain(category.name()).isEmpty()
                ? List.of(new ReportEntry(
                        category.line(),
                        "category",
                        0,
                        category.slug(),
                        ReportEntry.Became.CONVERTED,
                        "/" + language(category) + "/" + path,
                        List.of("converted: it has no name, so its section is called \""
                                + title(category).title() + "\"")))
                : List.of();
    }

    /** Makes the old address of a tag lead to its list here. */
    List<ReportEntry> add(UnitOfWork unit, WxrPart.Tag tag) {
        var language = inventory.languages().ofTag(tag);
        var slug = unit.tag(plain(tag.name()), here(language));
        if (slug.isEmpty()) {
            return List.of(left(tag, "left out: its name \"" + tag.name() + "\" has no letter and no digit"));
        }
        keep(unit, new KeepAddress.ToTag(slug.get()), language, "/tag/" + OldSite.decoded(tag.slug()));
        return List.of();
    }

    static ReportEntry left(WxrPart.Category category, String why) {
        return new ReportEntry(
                category.line(),
                "category",
                0,
                plain(category.name()),
                ReportEntry.Became.LEFT_OUT,
                "",
                List.of(why + ". Its posts stand in the outermost section"));
    }

    static ReportEntry left(WxrPart.Tag tag, String why) {
        return new ReportEntry(tag.line(), "tag", 0, tag.slug(), ReportEntry.Became.LEFT_OUT, "", List.of(why));
    }

    /** The section of posts that stand under this category, when it is one. */
    Optional<SectionId> section(String category) {
        return Optional.ofNullable(sections.get(OldSite.key(category)));
    }

    /** The section of what stands under no category. */
    SectionId outermost(UnitOfWork unit) {
        return unit.sectionAt(options.above()).orElse(Section.ROOT);
    }

    /** The categories of the top that have most posts, as entries of the main menu of each language. */
    List<MenuEntry> menu() {
        return options.languages().stream()
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

    private String add(UnitOfWork unit, WxrPart.Category category, Set<String> below) {
        String known = paths.get(OldSite.key(category.slug()));
        if (known != null) {
            return known;
        }
        String key = OldSite.key(category.slug());
        below.add(key);
        String path = original(category).equals(category) ? made(unit, category, below) : joined(unit, category, below);
        paths.put(key, path);
        var target = new KeepAddress.ToSection(sections.getOrDefault(key, Section.ROOT));
        var written = inventory.languages().ofCategory(category);
        keep(unit, target, written, "/category/" + oldPath(category));
        if (category.id() > 0) {
            inventory
                    .site()
                    .asked("cat=" + category.id())
                    .forEach(old -> unit.carryOut(new KeepAddress(target, here(written), old)));
        }
        return path;
    }

    /** The path of the section that another translation of the category makes, which gets a title in this one's language. */
    private String joined(UnitOfWork unit, WxrPart.Category category, Set<String> below) {
        var original = original(category);
        String path = add(unit, original, below);
        SectionId section = sections.getOrDefault(OldSite.key(original.slug()), Section.ROOT);
        sections.put(OldSite.key(category.slug()), section);
        var language = language(category);
        if (!unit.isTitled(section, language)) {
            unit.carryOut(new AddSection(path, Map.of(language, title(category))))
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
    private String made(UnitOfWork unit, WxrPart.Category category, Set<String> below) {
        String above = inventory
                .category(category.parent())
                .filter(parent -> !below.contains(OldSite.key(parent.slug())))
                .map(parent -> add(unit, parent, below))
                .orElse(options.above());
        var title = title(category);
        var language = language(category);
        String word = word(unit, above, OldSite.decoded(category.slug()), language)
                .or(() -> word(unit, above, title.title(), language))
                .map(Slug::value)
                .orElse("category");
        String base = (above.isEmpty() || above.length() > LONGEST_PATH ? "" : above + "/")
                + (word.matches("[0-9]+") ? "category-" + word : word);
        String path = base;
        for (int number = 2; !isMade(unit, category, path, title); number++) {
            if (number > MOST_OF_A_NAME) {
                throw new PartFault("no section can be made of it at the address \"" + base + "\"");
            }
            path = base + "-" + number;
        }
        return path;
    }

    /** A section that was imported when words were written letter by letter stays where it is. */
    private Optional<Slug> word(UnitOfWork unit, String above, String text, Language language) {
        return Slugs.byLetter(text)
                .filter(slug -> unit.sectionAt((above.isEmpty() ? "" : above + "/") + slug)
                        .isPresent())
                .or(() -> Slugs.suggest(text, language));
    }

    /** True when this category has its section at this path now; false when the path is another's. */
    private boolean isMade(UnitOfWork unit, WxrPart.Category category, String path, Section.Title title) {
        if (paths.containsValue(path)) {
            return false;
        }
        var here = unit.sectionAt(path);
        if (here.isEmpty()) {
            var added = unit.carryOut(new AddSection(path, Map.of(language(category), title)));
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
    private void keep(UnitOfWork unit, KeepAddress.Target target, Optional<String> written, String path) {
        var language = here(written);
        var all = new LinkedHashSet<String>(List.of(path));
        written.ifPresent(word -> all.add("/" + word + path));
        all.add("/" + language + path);
        for (String each : all) {
            unit.carryOut(new KeepAddress(target, language, each));
            unit.carryOut(new KeepAddress(target, language, inventory.site().below(each)));
        }
    }

    private static String plain(String html) {
        return PlainWords.of(html);
    }
}
