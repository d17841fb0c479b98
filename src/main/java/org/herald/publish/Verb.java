package org.herald.publish;

import org.herald.model.Outcome;

/**
 * Something that can be done to the portal. A verb first says why it cannot, then does its work and writes the change
 * ledger, all in the transaction of {@link UnitOfWork}; a refused verb has written nothing.
 *
 * @param <T> what it answers when done
 */
public sealed interface Verb<T>
        permits AddRedirect,
                AddSection,
                AmendNote,
                ApplyKinds,
                Approve,
                Arrange,
                Assign,
                CancelDates,
                ChangeFields,
                Create,
                DiscardDraft,
                DiscardPlan,
                DiscardPlanned,
                FollowSection,
                FollowTimeZone,
                KeepAddress,
                KeepAsset,
                KeepDraft,
                KeepLibrary,
                KeepView,
                LowerBanner,
                MarkTranslated,
                Move,
                MoveSection,
                OpenPlanPreview,
                OpenPreview,
                PlaceBlock,
                PlaceMenuEntry,
                PlanChange,
                PublishPlan,
                UnscheduleFailed,
                RaiseBanner,
                Release,
                AddComment,
                RemoveRedirect,
                RemoveSection,
                RemoveView,
                Rename,
                RenameView,
                Resolve,
                Revert,
                Revise,
                RevokePreview,
                SaveDraft,
                SendBack,
                SendToReview,
                SetEmbargo,
                Tried,
                Unschedule,
                Withdraw,
                WithdrawTogether {

    /** The same verb with what was missing; it takes long, so it is done while no transaction is open. */
    default Verb<T> prepared(Unprepared missing) {
        throw missing;
    }

    /**
     * Thrown by a verb that cannot go on without work that takes long: the transaction ends with nothing written, and
     * the {@link CommandBus} has it prepared and carries it out again. Such a verb is carried out by itself, not
     * together with others.
     */
    final class Unprepared extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient SaveDraft.ToMerge toMerge;

        Unprepared(SaveDraft.ToMerge toMerge) {
            super("Two texts are to be merged, which is not done in a transaction", null, false, false);
            this.toMerge = toMerge;
        }

        SaveDraft.ToMerge toMerge() {
            return toMerge;
        }
    }

    /** What its principal must be allowed, and on what. */
    Requirement requirement();

    /**
     * Does it, or says why not, once its principal may do it and the rules of the portal let it pass. Reached through
     * {@link CommandBus} alone, because only it makes a {@link UnitOfWork}.
     */
    Outcome<T> carryOut(UnitOfWork unit);
}
