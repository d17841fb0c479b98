package org.herald.publish;

import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Change;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Origin;
import org.herald.model.Outcome;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.VerbName;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.store.ItemWrites.Saving;
import org.jspecify.annotations.Nullable;

/**
 * Begins an item as a draft with its first revision. A translation says what the newest revision of its original does.
 *
 * @param group the group of translations it joins; nothing begins a new one
 * @param section the root stands for the section of the directory when the kind has one
 * @param slug the last word of its address; nothing takes it from the headline
 * @param origin what an importer knows it by; nothing for what is written here
 */
public record Create(
        KindName kind,
        Language language,
        @Nullable GroupId group,
        SectionId section,
        @Nullable Slug slug,
        CleanContent content,
        @Nullable Origin origin)
        implements Verb<ItemId> {

    /** Brings the content under the rules of bodies. */
    public Create(
            KindName kind,
            Language language,
            @Nullable GroupId group,
            SectionId section,
            @Nullable Slug slug,
            Content content,
            @Nullable Origin origin) {
        this(kind, language, group, section, slug, CleanContent.of(content), origin);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.About(new Draft.OfNew(kind, language, group, section, null));
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        String headline = content.content().headline();
        if (Blank.is(headline)) {
            return Outcome.refused("refused.headline-empty");
        }
        var transaction = unit.transaction();
        if (unit.rules().kinds().find(kind).isEmpty()) {
            return Outcome.refused("refused.kind-unknown", kind.word());
        }
        if (transaction.sections().path(section).isEmpty()) {
            return Outcome.refused("refused.section-unknown", section.value());
        }
        if (group != null) {
            var original = transaction.items().find(new ItemId(group.value()));
            if (original.isEmpty()) {
                return Outcome.refused("refused.item-unknown", group.value());
            }
            if (!original.get().kind().equals(kind)) {
                return Outcome.refused(
                        "refused.kind-of-original", original.get().kind().word());
            }
        }
        if (group != null && transaction.items().has(group, language)) {
            return Outcome.refused("refused.translation-exists");
        }
        Slug word = Optional.ofNullable(slug)
                .or(() -> Slugs.suggest(headline, language))
                .orElseGet(() -> new Slug("item"));
        var rules = unit.fieldRules(kind, group != null);
        var own = rules.own(unit.links().settle(content).content(), Fields.NONE);
        var reasons = rules.toSave(own.fields());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        var saving = new Saving(own, unit.principal(), unit.now());
        ItemId item = transaction.items().add(kind, language, group, standsIn(unit), word, origin, saving);
        if (group != null) {
            transaction
                    .items()
                    .original(group)
                    .ifPresent(now -> transaction.items().setTranslatedFrom(item, now));
        }
        unit.announce(VerbName.CREATE, new Change.ItemEdited(item));
        return Outcome.done(item);
    }

    private SectionId standsIn(UnitOfWork unit) {
        return Optional.ofNullable(unit.kind(kind).section())
                .filter(_ -> section.equals(Section.ROOT))
                .flatMap(unit.transaction().sections()::followed)
                .orElse(section);
    }
}
