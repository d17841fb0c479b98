package org.herald.publish;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.Principal;
import org.herald.people.Permission;
import org.herald.store.OpenItemQueries.OpenItem;

/**
 * What to offer to the user who looks at an item: everything that the bus would let them do now, by the same rights and
 * rules, and nothing that it would refuse. It decides nothing itself: between the offer and the deed rights, state and text
 * may change.
 *
 * @param rights of the account that looks
 * @param principal as whom it would act
 * @param now the instant of the look
 */
public record ItemPolicy(Rights rights, Principal principal, PublishingRules rules, Instant now) {

    /** True when role, language and section allow it, whatever the item's state. */
    public boolean may(Action action, Item item) {
        return switch (action) {
            case REVIEW -> rights.mayWrite(item);
            case COMMENT -> rights.mayComment(item);
            case APPROVAL, RETURN, ASSIGNMENT -> rights.may(Permission.REVIEW, item);
            case PUBLICATION, SCHEDULE, UNSCHEDULE -> rights.may(Permission.RELEASE, item);
            case CORRECTION -> rights.may(Permission.CORRECT, item);
            case AMENDMENT -> rights.may(Permission.AMEND, item);
            case WITHDRAWAL, RESTORATION -> rights.may(Permission.WITHDRAW, item);
            case PLACE, ADDRESS -> rights.mayPlace(item);
        };
    }

    /** Everything that can be done to the item now. */
    public Set<Action> offered(OpenItem open) {
        var actions = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (may(action, open.item()) && isPossible(action, open)) {
                actions.add(action);
            }
        }
        return actions;
    }

    private boolean isPossible(Action action, OpenItem open) {
        var state = open.item().state();
        return switch (action) {
            case REVIEW -> Transitions.SEND_TO_REVIEW.isAllowedFrom(state, open.change());
            case APPROVAL ->
                Transitions.APPROVE.isAllowedFrom(state, open.change()) && !open.isApproved() && !needsOtherEyes(open);
            case RETURN -> Transitions.SEND_BACK.isAllowedFrom(state, open.change());
            case PUBLICATION ->
                Transitions.PUBLISH.isAllowedFrom(state)
                        && (!state.isLive() || open.hasChange())
                        && mayGoOut(open)
                        && !isHeldBack(open);
            case SCHEDULE -> Transitions.SCHEDULE.isAllowedFrom(state) && mayGoOut(open);
            case UNSCHEDULE -> Transitions.UNSCHEDULE.isAllowedFrom(state);
            case CORRECTION -> Transitions.CORRECT.isAllowedFrom(state) && open.hasChange() && mayGoOut(open);
            case AMENDMENT -> Transitions.AMEND_NOTE.isAllowedFrom(state);
            case WITHDRAWAL -> Transitions.WITHDRAW.isAllowedFrom(state);
            case RESTORATION ->
                Transitions.RESTORE.isAllowedFrom(state) && (!open.hasChange() || mayGoOut(open)) && !isHeldBack(open);
            case ASSIGNMENT, COMMENT, PLACE, ADDRESS -> true;
        };
    }

    /** True when another user must approve what this one saved. */
    private boolean needsOtherEyes(OpenItem open) {
        return rules.isReviewRequired() && open.head().savedBy().equals(principal);
    }

    /** True while an embargo lets the item go out at a later time only. */
    public boolean isHeldBack(OpenItem open) {
        return open.isHeldBackAt(now);
    }

    /** True when the newest revision is approved as far as that is needed to let it out. */
    public boolean mayGoOut(OpenItem open) {
        return open.isApproved() || !rules.isReviewRequired() || rights.may(Permission.RELEASE_UNREVIEWED, open.item());
    }
}
