package org.herald.publish;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.herald.model.Outcome;
import org.herald.model.PlanKey;

/**
 * Lets whoever has a key, which is told once and not kept, look at readers' pages as they will be when the plan is
 * published. It ends by itself, and with the plan.
 */
public record OpenPlanPreview() implements Verb<PlanKey> {

    /** How long a preview stays open. */
    public static final Duration LONG = Duration.ofHours(8);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Outcome<PlanKey> carryOut(Work work) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var key = new PlanKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        work.transaction().plan().addPreview(key.digest(), work.now().plus(LONG), work.now());
        work.announce("preview-plan", null, Set.of());
        return Outcome.done(key);
    }
}
