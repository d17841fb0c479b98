package org.herald.exchange.wxr;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Blank;
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
                .forEach(tag -> work.tag(plain(tag.name()), plan.language())
                        .ifPresent(slug ->
                                keep(work, new KeepAddress.ToTag(slug), "/tag/" + OldSite.decoded(tag.slug()))));
    }

    /** The section of posts that stand under this category, when it is one. */
    Optional<SectionId> section(String category) {
        return Optional.ofNullable(sections.get(category));
    }

    /** The section of what stands under no category. */
    SectionId outermost(Work work) {
        return work.sectionAt(plan.above()).orElse(Section.ROOT);
    }

    /** Fills the main menu with the categories of the top that have most posts. */
    void placeMenu(Work work) {
        var top = inventory.categories().values().stream()
                .filter(category -> !inventory.categories().containsKey(category.parent()))
                .filter(category -> inventory.postsOf(category.slug()) > 0)
                .sorted(Comparator.comparingInt((WxrPart.Category category) -> inventory.postsOf(category.slug()))
                        .reversed())
                .limit(MOST_IN_MENU)
                .toList();
        for (int i = 0; i < top.size(); i++) {
            String path = paths.getOrDefault(top.get(i).slug(), "");
            String target = "/" + plan.language() + "/" + path;
            work.carryOut(new PlaceMenuEntry(new MenuEntry(
                            "main", plan.language(), i + 1, plain(top.get(i).name()), target)))
                    .orThrow();
        }
    }

    private String add(Work work, WxrPart.Category category, Set<String> below) {
        String known = paths.get(category.slug());
        if (known != null) {
            return known;
        }
        below.add(category.slug());
        var parent = inventory.categories().get(category.parent());
        String above = parent == null || below.contains(parent.slug()) ? plan.above() : add(work, parent, below);
        String title = Blank.is(plain(category.name())) ? category.slug() : plain(category.name());
        String word = word(work, above, OldSite.decoded(category.slug()))
                .or(() -> word(work, above, title))
                .map(Slug::value)
                .orElse("category");
        String base = (above.isEmpty() || above.length() > LONGEST_PATH ? "" : above + "/")
                + (word.matches("[0-9]+") ? "category-" + word : word);
        var description = plain(category.description());
        String path = base;
        for (int number = 2; !isMade(work, category, path, new Section.Title(title, description)); number++) {
            path = base + "-" + number;
        }
        paths.put(category.slug(), path);
        var target = new KeepAddress.ToSection(sections.getOrDefault(category.slug(), Section.ROOT));
        keep(work, target, "/category/" + oldPath(category));
        if (category.id() > 0) {
            keep(work, target, "/?cat=" + category.id());
        }
        return path;
    }

    /** A section that was imported when words were written letter by letter stays where it is. */
    private Optional<Slug> word(Work work, String above, String text) {
        return Slugs.byLetter(text)
                .filter(slug -> work.sectionAt((above.isEmpty() ? "" : above + "/") + slug)
                        .isPresent())
                .or(() -> Slugs.suggest(text, plan.language()));
    }

    /** True when this category has its section at this path now; false when the path is another's. */
    private boolean isMade(Work work, WxrPart.Category category, String path, Section.Title title) {
        if (paths.containsValue(path)) {
            return false;
        }
        var here = work.sectionAt(path);
        if (here.isEmpty()) {
            var added = work.carryOut(new AddSection(path, Map.of(plan.language(), title)));
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

    private void keep(Work work, KeepAddress.Target target, String path) {
        work.carryOut(new KeepAddress(target, plan.language(), path));
    }

    private static String plain(String html) {
        return Jsoup.parse(html).text().strip();
    }
}
