package org.herald.publish;

import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.Outcome;
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
    public Outcome<Block> carryOut(Work work) {
        if (Blank.is(block.title()) && Blank.is(block.text())) {
            return Outcome.refused("refused.block-empty");
        }
        var outline = work.transaction().outline();
        var now = outline.arrangement();
        Block settled = OutlineTexts.settled(work, now, OutlineTexts.clean(block));
        var reasons = OutlineRules.ofTarget(work, now, settled.target());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        outline.add(null, settled);
        work.announce(VerbName.PLACE_BLOCK, null, Set.of(PageKey.blocks(block.language())));
        return Outcome.done(settled);
    }
}
