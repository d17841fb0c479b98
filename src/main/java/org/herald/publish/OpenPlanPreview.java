package org.herald.publish;

import java.time.Duration;
import org.herald.model.Change;
import org.herald.model.Outcome;
import org.herald.model.PreviewKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/**
 * Lets whoever has a key, which is told once and not kept, look at readers' pages as they will be when the plan is
 * published. It ends by itself, and with the plan.
 */
public record OpenPlanPreview() implements Verb<PreviewKey> {

    /** How long a preview stays open. */
    public static final Duration LONG = Duration.ofHours(8);

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<PreviewKey> carryOut(UnitOfWork unit) {
        var key = PreviewKey.fresh();
        unit.transaction().plan().addPreview(key.digest(), unit.now().plus(LONG), unit.now());
        unit.announce(VerbName.PREVIEW_PLAN, new Change.NewsroomChanged());
        return Outcome.done(key);
    }
}
