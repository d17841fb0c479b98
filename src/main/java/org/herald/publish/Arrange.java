package org.herald.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.PageKey;
import org.herald.model.PlacedBlock;

/** Changes one thing of the outline at once: a section's titles, the order of sections, a menu, a block. */
public record Arrange(OutlineChange change) implements Verb<OutlineChange> {

    @Override
    public Outcome<OutlineChange> carryOut(Work work) {
        var clean = OutlineTexts.clean(change);
        List<Reason> reasons = OutlineRules.reasons(
                work.transaction(), work.transaction().outline().arrangement(), clean);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        make(work, clean);
        return Outcome.done(clean);
    }

    /** Makes a change that nothing speaks against. */
    static void make(Work work, OutlineChange change) {
        var outline = work.transaction().outline();
        var before = outline.arrangement();
        var after = before.after(change);
        var touched = new LinkedHashSet<PageKey>();
        switch (change) {
            case OutlineChange.Titles(var section, var titles) -> {
                work.transaction().sections().setTitles(section, titles);
                touched.add(PageKey.section(section));
            }
            case OutlineChange.SectionOrder(var parent, var _) -> {
                after.below(parent)
                        .forEach(section -> work.transaction().sections().setPlace(section.id(), section.place()));
                touched.add(PageKey.below(parent));
            }
            case OutlineChange.Menu menu -> {
                outline.replace(menu);
                touched.add(PageKey.menu(menu.menu(), menu.language()));
            }
            case OutlineChange.BlockPlaced(var id, var block) -> {
                outline.add(id, after.block(id).map(PlacedBlock::block).orElse(block));
                touched.add(PageKey.blocks(block.language()));
            }
            case OutlineChange.BlockChanged(var id, var block) -> {
                before.block(id)
                        .ifPresent(old -> touched.add(PageKey.blocks(old.block().language())));
                outline.update(id, after.block(id).map(PlacedBlock::block).orElse(block));
                touched.add(PageKey.blocks(block.language()));
            }
            case OutlineChange.BlockRemoved(var id) -> {
                before.block(id)
                        .ifPresent(old -> touched.add(PageKey.blocks(old.block().language())));
                outline.remove(id);
            }
            case OutlineChange.BlockOrder(var language, var spot, var _) -> {
                after.blocks(language, spot)
                        .forEach(placed ->
                                outline.setPlace(placed.id(), placed.block().place()));
                touched.add(PageKey.blocks(language));
            }
        }
        work.announce(word(change), null, Set.copyOf(touched));
    }

    /** What the change ledger calls it. */
    static String word(OutlineChange change) {
        return switch (change) {
            case OutlineChange.Titles _ -> "set-titles";
            case OutlineChange.SectionOrder _ -> "order-sections";
            case OutlineChange.Menu _ -> "set-menu";
            case OutlineChange.BlockPlaced _ -> "place-block";
            case OutlineChange.BlockChanged _ -> "change-block";
            case OutlineChange.BlockRemoved _ -> "remove-block";
            case OutlineChange.BlockOrder _ -> "order-blocks";
        };
    }
}
