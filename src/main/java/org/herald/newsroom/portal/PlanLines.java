package org.herald.newsroom.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.OutlineChange;
import org.herald.model.PlacedBlock;
import org.herald.model.Planned;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;

/** Says what each planned change changes: now, and then. */
final class PlanLines {

    private final Arrangement live;
    private final Arrangement then;
    private final Map<SectionId, Integer> items;
    private final TargetNames names;
    private final Words words;
    private final PortalTime time;

    /**
     * What readers see, and what they will.
     *
     * @param items how many there are in each section, those of sections below not counted
     */
    record Compared(Arrangement live, Arrangement then, Map<SectionId, Integer> items) {}

    PlanLines(Compared compared, TargetNames names, Words words, PortalTime time) {
        this.live = compared.live();
        this.then = compared.then();
        this.items = compared.items();
        this.names = names;
        this.words = words;
        this.time = time;
    }

    /** How many items readers see in a section and below it. */
    static int itemsIn(Arrangement live, Map<SectionId, Integer> items, Section section) {
        return live.sections().stream()
                .filter(section::isOver)
                .mapToInt(each -> items.getOrDefault(each.id(), 0))
                .sum();
    }

    PlanLine line(Planned planned) {
        var change = planned.change();
        return new PlanLine(
                planned.id(),
                title(change),
                parts(live, change),
                parts(then, change),
                path(change),
                PrincipalNames.name(planned.by(), words),
                time.at(planned.at(), words));
    }

    private String title(OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded(var id, var _, var _, var _) ->
                words.say("portal.plan-section-added", names.title(id));
            case OutlineChange.SectionMoved(var id, var _, var _) ->
                words.say("portal.plan-section-moved", names.title(id));
            case OutlineChange.SectionRemoved(var id) ->
                words.say(
                        "portal.plan-section-removed",
                        live.section(id)
                                .map(section -> TargetNames.title(section, words))
                                .orElse(""));
            case OutlineChange.Titles(var section, var _) -> words.say("portal.plan-titles", name(section));
            case OutlineChange.SectionOrder(var parent, var _) -> words.say("portal.plan-order", name(parent));
            case OutlineChange.Menu(var menu, var language, var _) ->
                words.say("portal.plan-menu", words.say("menu." + menu), language.tag());
            case OutlineChange.BlockPlaced(var _, var block) ->
                words.say(
                        "portal.plan-placed", words.say("block." + block.kind().word()));
            case OutlineChange.BlockChanged(var _, var block) ->
                words.say(
                        "portal.plan-changed", words.say("block." + block.kind().word()));
            case OutlineChange.BlockRemoved _ -> words.say("portal.plan-removed");
            case OutlineChange.BlockOrder(var language, var spot, var _) ->
                words.say("portal.plan-blocks", words.say("spot." + spot.word()), language.tag());
        };
    }

    private List<String> parts(Arrangement arrangement, OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded(var id, var _, var _, var _) -> place(arrangement, id, true);
            case OutlineChange.SectionMoved(var id, var _, var _) -> place(arrangement, id, false);
            case OutlineChange.SectionRemoved(var id) -> place(arrangement, id, true);
            case OutlineChange.Titles(var section, var _) ->
                arrangement.section(section).map(PlanLines::titles).orElse(List.of());
            case OutlineChange.SectionOrder(var parent, var _) ->
                arrangement.below(parent).stream()
                        .map(section -> TargetNames.title(section, words))
                        .toList();
            case OutlineChange.Menu(var menu, var language, var _) ->
                arrangement.menu(menu, language).stream()
                        .map(entry -> entry.label() + " → " + names.say(entry.target()))
                        .toList();
            case OutlineChange.BlockPlaced(var id, var _) -> block(arrangement.block(id));
            case OutlineChange.BlockChanged(var id, var _) -> block(arrangement.block(id));
            case OutlineChange.BlockRemoved(var id) -> block(arrangement.block(id));
            case OutlineChange.BlockOrder(var language, var spot, var _) ->
                arrangement.blocks(language, spot).stream()
                        .map(PlacedBlock::block)
                        .map(PlanLines::shortly)
                        .toList();
        };
    }

    /** Where a section stands, how much stands there with it, and what it is called. */
    private List<String> place(Arrangement arrangement, SectionId id, boolean withTitles) {
        var section = arrangement.section(id);
        if (section.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("/" + section.get().path());
        live.section(id).map(now -> itemsIn(live, items, now)).ifPresent(count -> {
            if (count > 0) {
                lines.add(words.say("portal.items", count));
            }
        });
        if (withTitles) {
            lines.addAll(titles(section.get()));
        }
        return lines;
    }

    private static List<String> titles(Section section) {
        return section.titles().entrySet().stream()
                .map(each -> Map.entry(each.getKey().tag(), each.getValue()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(each -> each.getKey() + ": " + each.getValue().title()
                        + (each.getValue().description().isEmpty()
                                ? ""
                                : " – " + each.getValue().description()))
                .toList();
    }

    private List<String> block(Optional<PlacedBlock> placed) {
        return placed.map(PlacedBlock::block).map(this::block).orElse(List.of());
    }

    private List<String> block(Block block) {
        var lines = new ArrayList<String>();
        lines.add(
                block.language().tag() + ", " + words.say("spot." + block.spot().word()));
        Stream.concat(Stream.of(block.title()), block.text().lines())
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        if (!block.target().isEmpty()) {
            lines.add("→ " + names.say(block.target()));
        }
        var entries = block.entries();
        if (entries != null) {
            lines.add(words.say("block.entries") + ": " + entries.directory() + ", "
                    + words.say("portal.entries-" + entries.order().word()) + ", " + entries.most());
            entries.filter().forEach((name, value) -> lines.add(name + ": " + value));
        }
        var branch = block.branch();
        if (branch != null) {
            lines.add(words.say("portal.branch") + ": " + name(branch));
        }
        var months = block.months();
        if (months != null) {
            lines.add(words.say("portal.months") + ": " + months.from()
                    + (months.until().equals(months.from()) ? "" : " – " + months.until()));
        }
        var picture = block.picture();
        if (picture != null) {
            lines.add(words.say("portal.picture") + ": " + picture.name());
        }
        var from = block.fromAt();
        if (from != null) {
            lines.add(words.say("portal.from") + ": "
                    + time.toTheSecond(from, words).text());
        }
        var until = block.untilAt();
        if (until != null) {
            lines.add(words.say("portal.until") + ": "
                    + time.toTheSecond(until, words).text());
        }
        return lines;
    }

    static String shortly(Block block) {
        return block.title().isEmpty() ? block.text().lines().findFirst().orElse("") : block.title();
    }

    private String path(OutlineChange change) {
        String portal = "/newsroom/portal/";
        return switch (change) {
            case OutlineChange.SectionAdded(var id, var _, var _, var _) -> portal + "sections/" + id;
            case OutlineChange.SectionMoved(var id, var _, var _) -> portal + "sections/" + id;
            case OutlineChange.SectionRemoved _ -> portal + "sections";
            case OutlineChange.Titles(var section, var _) -> portal + "sections/" + section;
            case OutlineChange.SectionOrder _ -> portal + "sections";
            case OutlineChange.Menu(var menu, var language, var _) -> portal + "menus/" + menu + "/" + language;
            case OutlineChange.BlockPlaced(var id, var _) -> portal + "blocks/" + id;
            case OutlineChange.BlockChanged(var id, var _) -> portal + "blocks/" + id;
            case OutlineChange.BlockRemoved(BlockId id) -> {
                var language =
                        live.block(id).map(placed -> placed.block().language().tag());
                yield portal + "blocks"
                        + language.map(tag -> "?language=" + tag).orElse("");
            }
            case OutlineChange.BlockOrder(var language, var _, var _) -> portal + "blocks?language=" + language;
        };
    }

    private String name(SectionId section) {
        return names.title(section);
    }
}
