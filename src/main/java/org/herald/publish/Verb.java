package org.herald.publish;

import org.herald.model.Outcome;

/**
 * Something that can be done to the portal. A verb first says why it cannot, then does its work and writes the change
 * ledger, all in the transaction of {@link Work}; a refused verb has written nothing.
 *
 * @param <T> what it answers when done
 */
public sealed interface Verb<T>
        permits AddSection,
                Approve,
                Assign,
                ByAnother,
                Checked,
                Create,
                DiscardDraft,
                KeepAddress,
                KeepAsset,
                KeepDraft,
                KeepView,
                Move,
                PlaceBlock,
                PlaceMenuEntry,
                PutOff,
                Remark,
                Release,
                RemoveView,
                Rename,
                RenameView,
                Resolve,
                Revert,
                Revise,
                SaveDraft,
                SendBack,
                SendToReview,
                Unschedule,
                Withdraw {

    /** Does it, or says why not. Reached through {@link Desk} alone, because only the desk makes a {@link Work}. */
    Outcome<T> carryOut(Work work);
}
