package org.herald.publish;

import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.Outcome;
import org.herald.model.PageKey;

/** Adds a promotion, notice or list to the pages of its language. */
public record PlaceBlock(Block block) implements Verb<Block> {

    @Override
    public Outcome<Block> carryOut(Work work) {
        if (Blank.is(block.title()) && Blank.is(block.text())) {
            return Outcome.refused("refused.block-empty");
        }
        work.transaction().outline().add(null, OutlineTexts.clean(block));
        work.announce("place-block", null, Set.of(PageKey.blocks(block.language())));
        return Outcome.done(block);
    }
}
