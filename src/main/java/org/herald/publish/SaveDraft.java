package org.herald.publish;

import java.util.Optional;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.Saved;

/**
 * Makes a revision, or a new item, of a draft. What others saved since the draft was begun is merged with it; where both
 * changed the same, nothing is saved, and the draft stays.
 *
 * @param version the version that the editor saw
 * @param keepsApproval as of {@link Revise}
 */
public record SaveDraft(DraftId draft, long version, boolean keepsApproval) implements Verb<Saved> {

    @Override
    public Outcome<Saved> carryOut(Work work) {
        Optional<Draft> found = work.transaction().drafts().find(draft);
        if (found.isEmpty()) {
            return Outcome.refused("refused.draft-unknown");
        }
        if (found.get().version() != version) {
            return Outcome.refused("refused.draft-newer");
        }
        Content typed = found.get().content();
        var outcome = switch (found.get().about()) {
            case Draft.OfNew about -> begin(work, about, typed);
            case Draft.OfItem(var item, var base) -> revise(work, item, base, BodyRules.clean(typed));
        };
        if (outcome instanceof Outcome.Done<Saved>(var saved) && !(saved instanceof Saved.Conflicts)) {
            work.transaction().drafts().remove(draft);
        }
        return outcome;
    }

    private static Outcome<Saved> begin(Work work, Draft.OfNew about, Content typed) {
        var create = new Create(about.kind(), about.language(), about.group(), about.section(), null, typed, null);
        return switch (create.carryOut(work)) {
            case Outcome.Refused<ItemId>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<ItemId>(var item) -> Outcome.done(new Saved.Begun(item));
        };
    }

    private Outcome<Saved> revise(Work work, ItemId id, RevisionId base, Content mine) {
        return switch (States.REVISE.check(work, id)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var item) -> {
                Content head = work.head(item).content();
                if (mine.equals(head)) {
                    yield Outcome.done(new Saved.Unchanged(item.head()));
                }
                if (item.head().equals(base)) {
                    yield kept(work, id, mine, false);
                }
                Content old = work.transaction().items().revision(base).content();
                var merge = Merging.merge(old, mine, head);
                if (!merge.isWhole()) {
                    yield Outcome.done(new Saved.Conflicts(item.head(), merge.content(), merge.conflicts()));
                }
                Content merged = BodyRules.clean(merge.content());
                yield merged.equals(head)
                        ? Outcome.done(new Saved.Unchanged(item.head()))
                        : kept(work, id, merged, true);
            }
        };
    }

    private Outcome<Saved> kept(Work work, ItemId item, Content content, boolean isMerged) {
        return switch (new Revise(item, content, null, keepsApproval).carryOut(work)) {
            case Outcome.Refused<RevisionId>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<RevisionId>(var revision) ->
                Outcome.done(isMerged ? new Saved.Merged(revision, content) : new Saved.Kept(revision));
        };
    }
}
