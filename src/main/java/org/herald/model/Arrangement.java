package org.herald.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sections, menus and blocks: as they are, or as they will be after some changes. */
public record Arrangement(List<Section> sections, List<MenuEntry> menus, List<PlacedBlock> blocks) {

    public static final Arrangement EMPTY = new Arrangement(List.of(), List.of(), List.of());

    public Arrangement {
        sections = List.copyOf(sections);
        menus = List.copyOf(menus);
        blocks = List.copyOf(blocks);
    }

    public Optional<Section> section(SectionId id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** The sections right below one, in their order. */
    public List<Section> below(SectionId parent) {
        return sections.stream()
                .filter(section -> parent.equals(section.parent()))
                .sorted(Comparator.comparingLong(Section::place))
                .toList();
    }

    /** The entries of a menu in one language, in their order. */
    public List<MenuEntry> menu(String menu, Language language) {
        return menus.stream()
                .filter(entry -> entry.menu().equals(menu) && entry.language().equals(language))
                .sorted(Comparator.comparingLong(MenuEntry::place))
                .toList();
    }

    public Optional<PlacedBlock> block(BlockId id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** True when a block has this picture. */
    public boolean shows(AssetId asset) {
        return blocks.stream()
                .map(placed -> placed.block().picture())
                .anyMatch(picture -> picture != null && picture.id().equals(asset));
    }

    /** The blocks of one spot in one language, in their order. */
    public List<PlacedBlock> blocks(Language language, Block.Spot spot) {
        return blocks.stream()
                .filter(placed -> placed.block().language().equals(language)
                        && placed.block().spot() == spot)
                .sorted(Comparator.comparingLong(placed -> placed.block().place()))
                .toList();
    }

    /** The place of a block that comes last in its spot. */
    public long lastPlace(Language language, Block.Spot spot) {
        return blocks(language, spot).stream()
                        .mapToLong(placed -> placed.block().place())
                        .max()
                        .orElse(0)
                + 1;
    }

    /** Everything that a menu, a block or a list in one names as its target. */
    public Stream<String> targets() {
        return Stream.concat(
                menus.stream().map(MenuEntry::target),
                blocks.stream()
                        .flatMap(placed -> Stream.concat(
                                Stream.of(placed.block().target()),
                                placed.block().lines().stream().map(Block.Line::target))));
    }

    /** What it is after a change; what the change names and is not there any more is left out. */
    public Arrangement after(OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded added -> after(added);
            case OutlineChange.SectionMoved moved -> after(moved);
            case OutlineChange.SectionRemoved(var id) ->
                below(id).isEmpty()
                        ? new Arrangement(
                                sections.stream()
                                        .filter(section -> !section.id().equals(id))
                                        .toList(),
                                menus,
                                blocks)
                        : this;
            case OutlineChange.Titles(var id, var titles) ->
                withSections(section -> section.id().equals(id)
                        ? new Section(id, section.parent(), section.path(), section.place(), titles)
                        : section);
            case OutlineChange.SectionOrder(var parent, var order) -> {
                var ids = ordered(below(parent).stream().map(Section::id).toList(), order);
                yield withSections(section -> parent.equals(section.parent())
                        ? new Section(
                                section.id(), parent, section.path(), ids.indexOf(section.id()) + 1L, section.titles())
                        : section);
            }
            case OutlineChange.Menu(var menu, var language, var entries) -> {
                var all = new ArrayList<>(menus);
                all.removeAll(menu(menu, language));
                IntStream.range(0, entries.size())
                        .forEach(i -> all.add(new MenuEntry(
                                menu,
                                language,
                                i + 1L,
                                entries.get(i).label(),
                                entries.get(i).target())));
                yield new Arrangement(sections, all, blocks);
            }
            case OutlineChange.BlockPlaced(var id, var block) ->
                withBlocks(Stream.concat(
                                without(id),
                                Stream.of(new PlacedBlock(id, block.at(lastPlace(block.language(), block.spot())))))
                        .toList());
            case OutlineChange.BlockChanged(var id, var block) ->
                withBlocks(blocks.stream()
                        .map(placed -> placed.id().equals(id)
                                ? new PlacedBlock(id, block.at(placeOf(block, placed.block())))
                                : placed)
                        .toList());
            case OutlineChange.BlockRemoved(var id) -> withBlocks(without(id).toList());
            case OutlineChange.BlockOrder(var language, var spot, var order) -> {
                var own = blocks(language, spot).stream().map(PlacedBlock::id).toList();
                var ids = ordered(own, order);
                yield withBlocks(blocks.stream()
                        .map(placed -> own.contains(placed.id())
                                ? new PlacedBlock(placed.id(), placed.block().at(ids.indexOf(placed.id()) + 1L))
                                : placed)
                        .toList());
            }
        };
    }

    private Arrangement after(OutlineChange.SectionAdded added) {
        var parent = section(added.parent());
        if (parent.isEmpty() || section(added.id()).isPresent()) {
            return this;
        }
        var section = new Section(
                added.id(),
                added.parent(),
                parent.get().below(added.word()),
                lastPlace(added.parent()),
                added.titles());
        return new Arrangement(
                Stream.concat(sections.stream(), Stream.of(section)).toList(), menus, blocks);
    }

    private Arrangement after(OutlineChange.SectionMoved change) {
        var moved = section(change.section());
        var parent = section(change.parent());
        if (moved.isEmpty() || parent.isEmpty() || moved.get().isOver(parent.get())) {
            return this;
        }
        String from = moved.get().path();
        String to = parent.get().below(change.word());
        boolean stays = change.parent().equals(moved.get().parent());
        long place = stays ? moved.get().place() : lastPlace(change.parent());
        return withSections(section -> {
            if (!moved.get().isOver(section)) {
                return section;
            }
            boolean isItself = section.id().equals(change.section());
            return new Section(
                    section.id(),
                    isItself ? change.parent() : section.parent(),
                    to + section.path().substring(from.length()),
                    isItself ? place : section.place(),
                    section.titles());
        });
    }

    /** The place of a section that comes last among those below one. */
    private long lastPlace(SectionId parent) {
        return below(parent).stream().mapToLong(Section::place).max().orElse(0) + 1;
    }

    /** What it is after all these changes, in the order in which they are made. */
    public Arrangement after(List<OutlineChange> changes) {
        var after = this;
        for (OutlineChange change : OutlineChange.ordered(changes)) {
            after = after.after(change);
        }
        return after;
    }

    /** Names the state of the one thing that a change is about, so that somebody else's change in between is noticed. */
    public String stateOf(OutlineChange change) {
        Object state = switch (change) {
            case OutlineChange.SectionAdded(var id, var _, var _, var _) ->
                section(id).map(section -> section.parent() + section.path() + inOrder(section));
            case OutlineChange.SectionMoved(var id, var _, var _) ->
                section(id).map(section -> section.parent() + section.path());
            case OutlineChange.SectionRemoved(var id) -> section(id).map(section -> section.parent() + section.path());
            case OutlineChange.Titles(var id, var _) ->
                section(id).map(section -> inOrder(section)).orElse("");
            case OutlineChange.SectionOrder(var parent, var _) ->
                below(parent).stream().map(Section::id).toList();
            case OutlineChange.Menu(var menu, var language, var _) ->
                menu(menu, language).stream()
                        .map(entry -> new OutlineChange.Menu.Entry(entry.label(), entry.target()))
                        .toList();
            case OutlineChange.BlockPlaced(var id, var _) -> block(id);
            case OutlineChange.BlockChanged(var id, var _) ->
                block(id).map(placed -> placed.block().at(0));
            case OutlineChange.BlockRemoved(var id) ->
                block(id).map(placed -> placed.block().at(0));
            case OutlineChange.BlockOrder(var language, var spot, var _) ->
                blocks(language, spot).stream().map(PlacedBlock::id).toList();
        };
        return UUID.nameUUIDFromBytes(state.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** True when the change would leave everything as it is. */
    public boolean has(OutlineChange change) {
        return after(change).stateOf(change).equals(stateOf(change));
    }

    /** A block keeps its place in its spot; in another one it comes last. */
    private long placeOf(Block block, Block before) {
        return block.spot() == before.spot() ? before.place() : lastPlace(block.language(), block.spot());
    }

    private static String inOrder(Section section) {
        var titles = new TreeMap<String, Section.Title>();
        section.titles().forEach((language, title) -> titles.put(language.tag(), title));
        return titles.toString();
    }

    /** Those of a wished order that are there, then the others as they were. */
    private static <T> List<T> ordered(List<T> own, List<T> wished) {
        return Stream.concat(wished.stream().filter(own::contains), own.stream())
                .distinct()
                .toList();
    }

    private Arrangement withSections(UnaryOperator<Section> change) {
        return new Arrangement(sections.stream().map(change).toList(), menus, blocks);
    }

    private Arrangement withBlocks(List<PlacedBlock> changed) {
        return new Arrangement(sections, menus, changed);
    }

    private Stream<PlacedBlock> without(BlockId id) {
        return blocks.stream().filter(placed -> !placed.id().equals(id));
    }
}
