package org.herald.exchange.wxr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.publish.CommandBus;
import org.herald.publish.PlaceMenuEntry;
import org.herald.publish.UnitOfWork;

/**
 * The menus of a portal that has none: the main one of categories, the one in the footer of the first pages. They are made
 * at the end of an import, in one transaction, so that a run that was killed before leaves them to the next.
 */
final class Menus {

    private static final int MOST_IN_FOOTER = 6;

    private final Inventory inventory;
    private final ImportOptions options;
    private final Categories categories;
    private final Function<Reason, String> words;

    Menus(Inventory inventory, ImportOptions options, Categories categories, Function<Reason, String> words) {
        this.inventory = inventory;
        this.options = options;
        this.categories = categories;
        this.words = words;
    }

    /** Places the entries, and tells those that cannot stand in a menu. */
    List<ReportEntry> place(CommandBus bus) {
        return bus.together(PostImporter.IMPORTER, unit -> {
            var left = new ArrayList<ReportEntry>();
            categories.menu().forEach(entry -> place(unit, entry, left));
            footer(unit).forEach(entry -> place(unit, entry, left));
            return left;
        });
    }

    private List<MenuEntry> footer(UnitOfWork unit) {
        return options.languages().stream()
                .flatMap(language -> footer(unit, language).stream())
                .toList();
    }

    private List<MenuEntry> footer(UnitOfWork unit, Language language) {
        var entries = new ArrayList<MenuEntry>();
        for (var page : inventory.pages().entrySet()) {
            var item = unit.imported(inventory.origin(page.getKey()))
                    .map(found -> found.item())
                    .filter(found -> found.state().isLive() && found.language().equals(language));
            if (item.isPresent() && entries.size() < MOST_IN_FOOTER) {
                String label = page.getValue().isEmpty()
                        ? unit.head(item.get()).content().headline()
                        : page.getValue();
                entries.add(new MenuEntry(
                        "footer",
                        language,
                        entries.size() + 1,
                        label,
                        "item:" + item.get().id()));
            }
        }
        return entries;
    }

    private void place(UnitOfWork unit, MenuEntry entry, List<ReportEntry> left) {
        if (unit.carryOut(new PlaceMenuEntry(entry)) instanceof Outcome.Refused<MenuEntry>(var reasons)) {
            String why = reasons.stream().map(words).collect(Collectors.joining(" "));
            left.add(new ReportEntry(
                    0,
                    "menu",
                    0,
                    entry.label(),
                    ReportEntry.Became.LEFT_OUT,
                    "",
                    List.of("left out of the menu: " + why)));
        }
    }
}
