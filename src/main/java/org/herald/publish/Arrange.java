package org.herald.publish;

import java.util.List;
import java.util.stream.Stream;
import org.herald.model.Announcement;
import org.herald.model.Arrangement;
import org.herald.model.BlockId;
import org.herald.model.Change;
import org.herald.model.Change.OutlineChanged.Part;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.PageKey;
import org.herald.model.PlacedBlock;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Changes one thing of the outline at once: a section, the order of sections, a menu, a block. */
public record Arrange(OutlineChange change) implements Verb<OutlineChange> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<OutlineChange> carryOut(UnitOfWork unit) {
        var now = unit.transaction().outline().arrangement();
        var clean = OutlineTexts.clean(unit, now, change);
        List<Reason> reasons = OutlineRules.reasons(unit, now, clean);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        reasons = make(unit, clean);
        return reasons.isEmpty() ? Outcome.done(clean) : new Outcome.Refused<>(reasons);
    }

    /** Makes a change that the rules do not speak against; it is a section's verb that may still refuse it. */
    static List<Reason> make(UnitOfWork unit, OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded added -> {
                add(unit, added);
                yield List.of();
            }
            case OutlineChange.SectionMoved(var section, var parent, var word) ->
                reasons(new MoveSection(section, parent, word).carryOut(unit));
            case OutlineChange.SectionRemoved(var section) -> reasons(new RemoveSection(section).carryOut(unit));
            case OutlineChange.Titles _,
                    OutlineChange.SectionOrder _,
                    OutlineChange.Menu _,
                    OutlineChange.BlockPlaced _,
                    OutlineChange.BlockChanged _,
                    OutlineChange.BlockRemoved _,
                    OutlineChange.BlockOrder _ -> {
                arrange(unit, change);
                yield List.of();
            }
        };
    }

    private static List<Reason> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(var reasons) -> reasons;
        };
    }

    private static void add(UnitOfWork unit, OutlineChange.SectionAdded added) {
        var sections = unit.transaction().sections();
        String above = sections.path(added.parent()).orElseThrow();
        String path = above.isEmpty() ? added.word() : above + "/" + added.word();
        if (sections.isRemoved(added.id())) {
            sections.restore(added.id(), added.parent(), path, unit.now());
        } else {
            sections.add(added.id(), added.parent(), path, unit.now());
        }
        sections.setTitles(added.id(), added.titles(), unit.now());
        unit.announce(verb(added), new Change.SectionAdded(added.id(), path), PageKey.OUTLINE);
    }

    private static void arrange(UnitOfWork unit, OutlineChange change) {
        var sections = unit.transaction().sections();
        var outline = unit.transaction().outline();
        var before = outline.arrangement();
        var after = before.after(change);
        var now = unit.now();
        unit.announce(
                verb(change),
                switch (change) {
                    case OutlineChange.SectionAdded _, OutlineChange.SectionMoved _, OutlineChange.SectionRemoved _ ->
                        throw new IllegalArgumentException("Verbs of their own make this: " + change);
                    case OutlineChange.Titles(var section, var titles) -> {
                        sections.setTitles(section, titles, now);
                        yield List.of(Announcement.of(new Change.SectionTitled(section), PageKey.section(section)));
                    }
                    case OutlineChange.SectionOrder(var parent, var _) -> {
                        after.below(parent).forEach(section -> sections.setPlace(section.id(), section.place(), now));
                        yield List.of(
                                Announcement.of(new Change.OutlineChanged(Part.SECTIONS, null), PageKey.below(parent)));
                    }
                    case OutlineChange.Menu menu -> {
                        outline.replace(menu, now);
                        yield List.of(Announcement.of(
                                new Change.OutlineChanged(Part.MENU, menu.language()),
                                PageKey.menu(menu.menu(), menu.language())));
                    }
                    case OutlineChange.BlockPlaced(var id, var block) -> {
                        outline.add(id, after.block(id).map(PlacedBlock::block).orElse(block), now);
                        yield blocks(Stream.of(block.language()));
                    }
                    case OutlineChange.BlockChanged(var id, var block) -> {
                        outline.update(
                                id, after.block(id).map(PlacedBlock::block).orElse(block), now);
                        yield blocks(Stream.concat(languages(before, id), Stream.of(block.language())));
                    }
                    case OutlineChange.BlockRemoved(var id) -> {
                        outline.remove(id, now);
                        yield blocks(languages(before, id));
                    }
                    case OutlineChange.BlockOrder(var language, var spot, var _) -> {
                        after.blocks(language, spot)
                                .forEach(placed -> outline.setPlace(
                                        placed.id(), placed.block().place(), now));
                        yield blocks(Stream.of(language));
                    }
                });
    }

    private static Stream<Language> languages(Arrangement before, BlockId id) {
        return before.block(id).stream().map(placed -> placed.block().language());
    }

    private static List<Announcement> blocks(Stream<Language> languages) {
        return languages
                .distinct()
                .map(language ->
                        Announcement.of(new Change.OutlineChanged(Part.BLOCKS, language), PageKey.blocks(language)))
                .toList();
    }

    /** What the change ledger calls it. */
    static VerbName verb(OutlineChange change) {
        return switch (change) {
            case OutlineChange.SectionAdded _ -> VerbName.ADD_SECTION;
            case OutlineChange.SectionMoved _ -> VerbName.MOVE_SECTION;
            case OutlineChange.SectionRemoved _ -> VerbName.REMOVE_SECTION;
            case OutlineChange.Titles _ -> VerbName.SET_TITLES;
            case OutlineChange.SectionOrder _ -> VerbName.ORDER_SECTIONS;
            case OutlineChange.Menu _ -> VerbName.SET_MENU;
            case OutlineChange.BlockPlaced _ -> VerbName.PLACE_BLOCK;
            case OutlineChange.BlockChanged _ -> VerbName.CHANGE_BLOCK;
            case OutlineChange.BlockRemoved _ -> VerbName.REMOVE_BLOCK;
            case OutlineChange.BlockOrder _ -> VerbName.ORDER_BLOCKS;
        };
    }
}
