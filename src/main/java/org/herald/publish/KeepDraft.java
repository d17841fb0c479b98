package org.herald.publish;

import java.util.List;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.ItemSettings;
import org.herald.model.Outcome;
import org.herald.model.SavedDraft;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what an editor is typing, as typed; readers and the change ledger know nothing of it. No text goes over another:
 * when the draft is not as this editor's screen knew it, the text is kept beside it as a draft of its own.
 *
 * @param draft the draft that the screen shows; nothing begins one
 * @param version the version that the screen knew
 * @param account whose draft it is
 */
public record KeepDraft(
        @Nullable DraftId draft, long version, long account, Draft.About about, Content content, ItemSettings settings)
        implements Verb<SavedDraft> {

    /** Keeps words that wish nothing else for their item. */
    public KeepDraft(@Nullable DraftId draft, long version, long account, Draft.About about, Content content) {
        this(draft, version, account, about, content, ItemSettings.AS_IT_IS);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.All(List.of(new Requirement.Own(new AccountId(account)), new Requirement.About(about)));
    }

    @Override
    public Outcome<SavedDraft> carryOut(UnitOfWork unit) {
        return switch (about) {
            case Draft.OfItem(var item, var base) -> {
                if (unit.transaction().items().find(item).isEmpty()) {
                    yield Outcome.refused("refused.item-unknown", item.value());
                }
                boolean isOfItem = unit.transaction()
                        .items()
                        .findRevision(base)
                        .filter(revision -> revision.item().equals(item))
                        .isPresent();
                yield isOfItem ? keep(unit) : Outcome.refused("refused.revision-unknown", base.value());
            }
            case Draft.OfNew fresh ->
                unit.transaction().sections().path(fresh.section()).isPresent()
                        ? keep(unit)
                        : Outcome.refused(
                                "refused.section-unknown", fresh.section().value());
        };
    }

    private Outcome<SavedDraft> keep(UnitOfWork unit) {
        var drafts = unit.transaction().drafts();
        Optional<Draft> found =
                Optional.ofNullable(draft).flatMap(drafts::find).filter(own -> own.account() == account);
        if (found.isEmpty()) {
            DraftId added = drafts.add(account, about, unit.now(), content, settings);
            return Outcome.done(new SavedDraft(added, 1, draft != null));
        }
        Draft known = found.get();
        if (known.content().equals(content)
                && known.about().equals(about)
                && known.settings().equals(settings)) {
            return Outcome.done(new SavedDraft(known.id(), known.version(), false));
        }
        if (known.version() != version) {
            DraftId added = drafts.add(account, about, unit.now(), content, settings);
            return Outcome.done(new SavedDraft(added, 1, true));
        }
        drafts.update(known.id(), version + 1, about, unit.now(), content, settings);
        return Outcome.done(new SavedDraft(known.id(), version + 1, false));
    }
}
