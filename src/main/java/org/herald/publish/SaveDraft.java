package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Merge;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.Saved;
import org.herald.model.kind.Kind;
import org.herald.publish.merge.Merging;
import org.jspecify.annotations.Nullable;

/**
 * Makes a revision, or a new item, of a draft. What others saved since the draft was begun is merged with it; where both
 * changed the same, nothing is saved, and the draft stays. What it wishes for its item's place and embargo is done with it.
 *
 * @param version the version that the editor saw
 * @param merged made between two transactions of what the first one found; absent before
 */
public record SaveDraft(DraftId draft, long version, Optional<Merged> merged) implements Verb<Saved> {

    /** As an editor asks for it. */
    public SaveDraft(DraftId draft, long version) {
        this(draft, version, Optional.empty());
    }

    /**
     * A merge and what it was made of.
     *
     * @param base the revision from which the draft was begun
     * @param head the newest revision
     * @param mine what the draft says, clean
     */
    record Merged(RevisionId base, RevisionId head, Content mine, Merge merge) {

        private boolean isOf(RevisionId otherBase, RevisionId otherHead, Content otherMine) {
            return base.equals(otherBase) && head.equals(otherHead) && mine.equals(otherMine);
        }
    }

    /** What is to be merged, as the transaction found it. */
    record ToMerge(Kind kind, RevisionId base, RevisionId head, Content old, Content mine, Content theirs) {

        private Merged merged() {
            return new Merged(base, head, mine, Merging.merge(kind, old, mine, theirs));
        }
    }

    /** Merges between two transactions, because merging long texts takes time, and nobody else could write in it. */
    @Override
    public Verb<Saved> prepared(Unprepared missing) {
        return new SaveDraft(draft, version, Optional.of(missing.toMerge().merged()));
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OwnDraft(draft);
    }

    @Override
    public Outcome<Saved> carryOut(UnitOfWork unit) {
        Optional<Draft> found = unit.transaction().drafts().find(draft);
        if (found.isEmpty()) {
            return Outcome.refused("refused.draft-unknown");
        }
        if (found.get().version() != version) {
            return Outcome.refused("refused.draft-newer");
        }
        var reasons = reasons(unit, found.get());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        Draft typed = found.get();
        var outcome = switch (typed.about()) {
            case Draft.OfNew about -> begin(unit, about, typed);
            case Draft.OfItem(var item, var base) -> revise(unit, item, base, typed.content());
        };
        return switch (outcome) {
            case Outcome.Refused<Saved> refused -> refused;
            case Outcome.Done<Saved>(Saved.Conflicts _) -> outcome;
            case Outcome.Done<Saved>(var saved) -> {
                item(typed, saved).ifPresent(item -> ItemSettingsChange.carryOut(unit, item, typed.settings()));
                unit.transaction().drafts().remove(draft);
                yield outcome;
            }
        };
    }

    private static List<Reason> reasons(UnitOfWork unit, Draft typed) {
        var reasons = new ArrayList<Reason>(Lengths.check(typed.content()));
        ItemId item = item(typed, null).orElse(null);
        reasons.addAll(unit.fieldRules(typed.about()).toSave(typed.content().fields()));
        reasons.addAll(ItemSettingsChange.check(unit, item, language(unit, typed), typed.settings()));
        return reasons;
    }

    private static Language language(UnitOfWork unit, Draft typed) {
        return switch (typed.about()) {
            case Draft.OfNew fresh -> fresh.language();
            case Draft.OfItem(var item, var _) ->
                unit.transaction().items().find(item).orElseThrow().language();
        };
    }

    /** The item that the draft is of, or that was begun with it. */
    private static Optional<ItemId> item(Draft typed, @Nullable Saved saved) {
        if (saved instanceof Saved.Begun(var begun)) {
            return Optional.of(begun);
        }
        return typed.about() instanceof Draft.OfItem(var item, var _) ? Optional.of(item) : Optional.empty();
    }

    private static Outcome<Saved> begin(UnitOfWork unit, Draft.OfNew about, Draft typed) {
        var create =
                new Create(about.kind(), about.language(), about.group(), about.section(), null, typed.content(), null);
        return switch (create.carryOut(unit)) {
            case Outcome.Refused<ItemId>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<ItemId>(var item) -> {
                RevisionId original = about.original();
                if (original != null) {
                    unit.transaction().items().setTranslatedFrom(item, original);
                    unit.transaction().desk().refresh(item, unit.now());
                }
                yield Outcome.done(new Saved.Begun(item));
            }
        };
    }

    private Outcome<Saved> revise(UnitOfWork unit, ItemId id, RevisionId base, Content typed) {
        return switch (Transitions.REVISE.check(unit, id)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var item) -> {
                Content head = unit.head(item).content();
                Content before = unit.transaction().items().revision(base).content();
                Content mine = unit.fieldRules(item).own(clean(unit, typed), before.fields());
                if (mine.equals(head)) {
                    yield Outcome.done(new Saved.Unchanged(item.head()));
                }
                if (item.head().equals(base)) {
                    yield kept(unit, id, mine, false);
                }
                var merge = merged.filter(made -> made.isOf(base, item.head(), mine))
                        .map(Merged::merge)
                        .orElseThrow(() -> new Unprepared(
                                new ToMerge(unit.kind(item.kind()), base, item.head(), before, mine, head)));
                if (!merge.isWhole()) {
                    yield Outcome.done(new Saved.Conflicts(item.head(), merge.content(), merge.conflicts()));
                }
                Content whole = clean(unit, merge.content());
                yield whole.equals(head) ? Outcome.done(new Saved.Unchanged(item.head())) : kept(unit, id, whole, true);
            }
        };
    }

    private static Content clean(UnitOfWork unit, Content content) {
        return unit.links().settle(CleanContent.of(content)).content();
    }

    private Outcome<Saved> kept(UnitOfWork unit, ItemId item, Content content, boolean isMerged) {
        return switch (new Revise(item, content, null).carryOut(unit)) {
            case Outcome.Refused<RevisionId>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<RevisionId>(var revision) ->
                Outcome.done(isMerged ? new Saved.Merged(revision, content) : new Saved.NewRevision(revision));
        };
    }
}
