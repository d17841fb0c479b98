package org.herald.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.herald.model.Banner;
import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Change.OutlineChanged.Part;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Puts breaking news at the head of every page of a language, in the place of what stood there.
 *
 * @param target where it leads, as {@code Target} has it; or empty
 * @param untilAt when it ends by itself; nothing until it is taken down
 */
public record RaiseBanner(
        Language language,
        String text,
        String target,
        @Nullable Instant untilAt) implements Verb<Banner> {

    /** Characters that a banner has room for on a phone. */
    public static final int LONGEST = 200;

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.BANNER);
    }

    @Override
    public Outcome<Banner> carryOut(UnitOfWork unit) {
        var outline = unit.transaction().outline();
        String clean = PlainText.clean(text);
        var reasons = new ArrayList<Reason>();
        if (Blank.is(clean)) {
            reasons.add(new Reason("refused.banner-empty", List.of()));
        }
        if (clean.length() > LONGEST) {
            reasons.add(new Reason("refused.banner-long", List.of(clean.length(), LONGEST)));
        }
        if (untilAt != null && !untilAt.isAfter(unit.now())) {
            reasons.add(new Reason("refused.banner-until", List.of()));
        }
        var now = outline.arrangement();
        String settled = unit.links().target(target, language, now);
        reasons.addAll(OutlineRules.ofTarget(unit, now, settled));
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        var banner = new Banner(language, clean, settled, unit.now(), untilAt, unit.principal());
        outline.add(banner);
        unit.announce(
                VerbName.RAISE_BANNER, new Change.OutlineChanged(Part.BANNER, language), PageKey.banner(language));
        return Outcome.done(banner);
    }
}
