package org.herald.publish;

import org.herald.model.Change;
import org.herald.model.Change.OutlineChanged.Part;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/** Takes the breaking news of a language down. */
public record LowerBanner(Language language) implements Verb<Language> {

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.BANNER);
    }

    @Override
    public Outcome<Language> carryOut(UnitOfWork unit) {
        if (!unit.transaction().outline().endBanner(language, unit.now())) {
            return Outcome.refused("refused.banner-none");
        }
        unit.announce(
                VerbName.LOWER_BANNER, new Change.OutlineChanged(Part.BANNER, language), PageKey.banner(language));
        return Outcome.done(language);
    }
}
