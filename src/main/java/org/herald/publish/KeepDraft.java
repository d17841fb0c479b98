package org.herald.publish;

import java.util.List;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.Kept;
import org.herald.model.Outcome;
import org.herald.model.Placement;
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
        @Nullable DraftId draft, long version, long account, Draft.About about, Content content, Placement placement)
        implements Verb<Kept> {

    /** Keeps words that wish nothing else for their item. */
    public KeepDraft(@Nullable DraftId draft, long version, long account, Draft.About about, Content content) {
        this(draft, version, account, about, content, Placement.AS_IT_IS);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.All(List.of(new Requirement.Own(new AccountId(account)), new Requirement.About(about)));
    }

    @Override
    public Outcome<Kept> carryOut(Work work) {
        return switch (about) {
            case Draft.OfItem(var item, var base) -> {
                if (work.transaction().items().find(item).isEmpty()) {
                    yield Outcome.refused("refused.item-unknown", item.value());
                }
                boolean isOfItem = work.transaction()
                        .items()
                        .findRevision(base)
                        .filter(revision -> revision.item().equals(item))
                        .isPresent();
                yield isOfItem ? keep(work) : Outcome.refused("refused.revision-unknown", base.value());
            }
            case Draft.OfNew fresh ->
                work.transaction().sections().path(fresh.section()).isPresent()
                        ? keep(work)
                        : Outcome.refused(
                                "refused.section-unknown", fresh.section().value());
        };
    }

    private Outcome<Kept> keep(Work work) {
        var drafts = work.transaction().drafts();
        Optional<Draft> found =
                Optional.ofNullable(draft).flatMap(drafts::find).filter(own -> own.account() == account);
        if (found.isEmpty()) {
            DraftId added = drafts.add(account, about, work.now(), content, placement);
            return Outcome.done(new Kept(added, 1, draft != null));
        }
        Draft known = found.get();
        if (known.content().equals(content)
                && known.about().equals(about)
                && known.placement().equals(placement)) {
            return Outcome.done(new Kept(known.id(), known.version(), false));
        }
        if (known.version() != version) {
            DraftId added = drafts.add(account, about, work.now(), content, placement);
            return Outcome.done(new Kept(added, 1, true));
        }
        drafts.update(known.id(), version + 1, about, work.now(), content, placement);
        return Outcome.done(new Kept(known.id(), version + 1, false));
    }
}
