package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Change;
import org.herald.model.Change.OutlineChanged.Part;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Adds a promotion, notice or list to the pages of its language. */
public record PlaceBlock(Block block) implements Verb<Block> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<Block> carryOut(UnitOfWork unit) {
        if (Blank.is(block.title()) && Blank.is(block.text())) {
            return Outcome.refused("refused.block-empty");
        }
        var outline = unit.transaction().outline();
        var now = outline.arrangement();
        Block settled = OutlineTexts.settled(unit, now, OutlineTexts.clean(block));
        var reasons = settled.kind() == Block.Kind.ENTRIES || settled.months() != null
                ? OutlineRules.reasons(unit, now, new OutlineChange.BlockPlaced(new BlockId(0), settled))
                : OutlineRules.ofTarget(unit, now, settled.target());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        outline.add(null, settled, unit.now());
        unit.announce(
                VerbName.PLACE_BLOCK,
                new Change.OutlineChanged(Part.BLOCKS, block.language()),
                PageKey.blocks(block.language()));
        return Outcome.done(settled);
    }
}
