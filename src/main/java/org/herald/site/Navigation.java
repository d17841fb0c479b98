package org.herald.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Banner;
import org.herald.model.Block;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.MenuEntry;
import org.herald.model.PageKey;
import org.herald.model.PlacedBlock;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Target;
import org.herald.model.kind.KindName;
import org.herald.web.CurrentRequest;

/**
 * Sections, menus, blocks and banners as they were at one position of the change ledger. Each question notes the page key
 * of its answer.
 *
 * @param places where readers see the items that menus, blocks and banners lead to
 * @param directories the sections that show the directory of a kind
 */
record Navigation(
        long position,
        Arrangement arrangement,
        List<Banner> banners,
        Map<ItemId, String> places,
        Map<SectionId, KindName> directories) {

    Navigation {
        banners = List.copyOf(banners);
        places = Map.copyOf(places);
        directories = Map.copyOf(directories);
    }

    static final Navigation EMPTY = new Navigation(-1, Arrangement.EMPTY, List.of(), Map.of(), Map.of());

    /** Every item that something here leads to, seen by readers or not. */
    static Set<ItemId> items(Arrangement arrangement, List<Banner> banners) {
        var items = new HashSet<ItemId>();
        Stream.concat(arrangement.targets(), banners.stream().map(Banner::target))
                .forEach(target -> Target.item(target).ifPresent(items::add));
        return items;
    }

    /** The same at a later position, when nothing of it has changed. */
    Navigation at(long later) {
        return new Navigation(later, arrangement, banners, places, directories);
    }

    /** The section with this path; nothing for the root, which is the front page. */
    Optional<Section> atPath(String path) {
        return arrangement.sections().stream()
                .filter(section -> !section.isRoot() && section.path().equals(path))
                .findFirst();
    }

    Optional<Section> byId(SectionId id) {
        return arrangement.section(id);
    }

    /** The kind of which this section shows the directory. */
    Optional<KindName> directory(Section section) {
        return Optional.ofNullable(directories.get(section.id()));
    }

    /** The section that shows the directory of a kind. */
    Optional<Section> ofDirectory(KindName kind) {
        CurrentRequest.note(PageKey.OUTLINE);
        return directories.entrySet().stream()
                .filter(each -> each.getValue().equals(kind))
                .findFirst()
                .flatMap(each -> byId(each.getKey()));
    }

    /** Each directory with the section that shows it, in the order of the sections. */
    void directories(BiConsumer<Section, KindName> use) {
        CurrentRequest.note(PageKey.OUTLINE);
        arrangement.sections().forEach(section -> directory(section).ifPresent(kind -> use.accept(section, kind)));
    }

    List<Section> below(SectionId parent) {
        CurrentRequest.note(PageKey.below(parent));
        return arrangement.below(parent);
    }

    /** The sections from the one under the root down to this one. */
    List<Section> down(Section section) {
        var line = new ArrayList<Section>();
        Map<SectionId, Section> byId = new HashMap<>();
        arrangement.sections().forEach(each -> byId.put(each.id(), each));
        Section at = section;
        while (at != null && !at.isRoot()) {
            line.addFirst(at);
            at = byId.get(at.parent());
        }
        return List.copyOf(line);
    }

    /** The entries of a menu that lead somewhere now. */
    List<Link> menu(String menu, Language language) {
        CurrentRequest.note(PageKey.menu(menu, language));
        return arrangement.menu(menu, language).stream()
                .flatMap(entry -> link(entry, language).stream())
                .toList();
    }

    private Optional<Link> link(MenuEntry entry, Language language) {
        return address(entry.target(), language).map(path -> new Link(entry.label(), path));
    }

    /** The blocks of a spot that show at this instant. */
    List<Block> blocks(Block.Spot spot, Language language, Instant now) {
        CurrentRequest.note(PageKey.blocks(language));
        return arrangement.blocks(language, spot).stream()
                .map(PlacedBlock::block)
                .filter(block -> block.isShownAt(now))
                .toList();
    }

    /** The breaking news of a language at this instant. */
    Optional<Banner> banner(Language language, Instant now) {
        CurrentRequest.note(PageKey.banner(language));
        return banners.stream()
                .filter(banner -> banner.language().equals(language) && banner.isShownAt(now))
                .findFirst();
    }

    /** Where a target is now; nothing for one that readers cannot see. */
    Optional<String> address(String text, Language language) {
        return Target.parse(text).flatMap(target -> switch (target) {
            case Target.ToItem(var item) -> {
                CurrentRequest.note(PageKey.where(item));
                yield Optional.ofNullable(places.get(item));
            }
            case Target.ToSection(var section) -> byId(section).map(found -> Urls.section(language, found));
            case Target.ToAddress(var address) -> Optional.of(address);
            case Target.Outside(var address) -> Optional.of(address);
        });
    }

    /** Every instant at which a block or a banner begins or ends. */
    Stream<Instant> turns() {
        return Stream.concat(
                        arrangement.blocks().stream()
                                .map(PlacedBlock::block)
                                .flatMap(block -> Stream.of(
                                        Optional.ofNullable(block.fromAt()), Optional.ofNullable(block.untilAt()))),
                        banners.stream()
                                .flatMap(banner ->
                                        Stream.of(Optional.of(banner.fromAt()), Optional.ofNullable(banner.untilAt()))))
                .flatMap(Optional::stream);
    }

    /** The section's title in this language, or in any it has. */
    static String title(Section section, Language language) {
        CurrentRequest.note(PageKey.section(section.id()));
        var title = section.titles().get(language);
        return title != null
                ? title.title()
                : section.titles().values().stream()
                        .map(Section.Title::title)
                        .findFirst()
                        .orElse(section.path());
    }

    /** What the section says of itself in this language; empty when it says nothing. */
    static String description(Section section, Language language) {
        CurrentRequest.note(PageKey.section(section.id()));
        var title = section.titles().get(language);
        return title == null ? "" : title.description();
    }
}
