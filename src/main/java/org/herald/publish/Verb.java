package org.herald.publish;

import org.herald.model.Outcome;

/**
 * Something that can be done to the portal. A verb first says why it cannot, then does its work and writes the change
 * ledger, all in the transaction of {@link Work}; a refused verb has written nothing.
 *
 * @param <T> what it answers when done
 */
public sealed interface Verb<T>
        permits AddRedirect,
                AddSection,
                AmendNote,
                Approve,
                Arrange,
                Assign,
                ByAnother,
                Checked,
                Create,
                DiscardDraft,
                DiscardPlan,
                DiscardPlanned,
                FollowSection,
                KeepAddress,
                KeepAsset,
                KeepDraft,
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
                PutOff,
                RaiseBanner,
                Release,
                Remark,
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

    /** Does it, or says why not. Reached through {@link Desk} alone, because only the desk makes a {@link Work}. */
    Outcome<T> carryOut(Work work);
}
