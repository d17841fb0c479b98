package org.herald.newsroom;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.Outcome;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.herald.publish.Desk;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.Release;
import org.herald.publish.States;
import org.herald.publish.Update;
import org.herald.publish.Verb;
import org.herald.store.OpenItemQueries.OpenItem;

/** What the visitor may do to an item, so that nothing is offered that is then refused; the desk itself decides. */
@Singleton
public final class Gestures {

    private final Desk desk;
    private final OpenItems items;
    private final PublishingRules rules;
    private final Visitor visitor;
    private final InstantSource clock;

    public Gestures(Desk desk, OpenItems items, PublishingRules rules, Visitor visitor, InstantSource clock) {
        this.desk = desk;
        this.items = items;
        this.rules = rules;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** The item, when the visitor may do this to it; in the wrong state the verb itself refuses. */
    OpenItem require(long id, Gesture gesture) {
        var open = items.require(id);
        if (!may(gesture, open.item())) {
            throw Refusal.notAllowed();
        }
        return open;
    }

    /** True when role, language and section let the visitor do this to the item. */
    boolean may(Gesture gesture, Item item) {
        return switch (gesture) {
            case REVIEW -> items.mayWrite(item);
            case COMMENT -> items.rights().mayComment(item);
            case APPROVAL, RETURN, ASSIGNMENT -> items.may(Permission.REVIEW, item);
            case PUBLICATION, SCHEDULE, UNSCHEDULE -> items.may(Permission.RELEASE, item);
            case CORRECTION -> items.may(Permission.CORRECT, item);
            case AMENDMENT -> items.may(Permission.AMEND, item);
            case WITHDRAWAL, RESTORATION -> items.may(Permission.WITHDRAW, item);
            case PLACE, ADDRESS -> items.rights().mayPlace(item);
        };
    }

    /** True when the visitor may put the item under this section: they must work in it, too. */
    boolean mayPlace(Item item, SectionId section) {
        return items.rights().mayPlace(item, section);
    }

    /** Everything that can be done to the item now by the visitor: what they may, and what its state allows. */
    Set<Gesture> open(OpenItem open) {
        var gestures = EnumSet.noneOf(Gesture.class);
        for (Gesture gesture : Gesture.values()) {
            if (may(gesture, open.item()) && isPossible(gesture, open)) {
                gestures.add(gesture);
            }
        }
        return gestures;
    }

    private boolean isPossible(Gesture gesture, OpenItem open) {
        var state = open.item().state();
        return switch (gesture) {
            case REVIEW -> States.SEND_TO_REVIEW.isAllowedFrom(state, open.change());
            case APPROVAL ->
                States.APPROVE.isAllowedFrom(state, open.change()) && !open.isApproved() && !needsOtherEyes(open);
            case RETURN -> States.SEND_BACK.isAllowedFrom(state, open.change());
            case PUBLICATION ->
                States.PUBLISH.isAllowedFrom(state)
                        && (!state.isLive() || open.hasChange())
                        && mayGoOut(open)
                        && !isHeldBack(open);
            case SCHEDULE -> States.SCHEDULE.isAllowedFrom(state) && mayGoOut(open);
            case UNSCHEDULE -> States.UNSCHEDULE.isAllowedFrom(state);
            case CORRECTION -> States.CORRECT.isAllowedFrom(state) && open.hasChange() && mayGoOut(open);
            case AMENDMENT -> States.AMEND_NOTE.isAllowedFrom(state);
            case WITHDRAWAL -> States.WITHDRAW.isAllowedFrom(state);
            case RESTORATION ->
                States.RESTORE.isAllowedFrom(state) && (!open.hasChange() || mayGoOut(open)) && !isHeldBack(open);
            case ASSIGNMENT, COMMENT, PLACE, ADDRESS -> true;
        };
    }

    /** True when somebody else must approve what the visitor saved. */
    private boolean needsOtherEyes(OpenItem open) {
        return rules.isReviewRequired()
                && open.head().savedBy().equals(visitor.account().principal());
    }

    /** True while an embargo lets the item go out at a later time only. */
    boolean isHeldBack(OpenItem open) {
        return open.isHeldBackAt(clock.instant());
    }

    /** True when the newest revision is approved as far as the visitor needs that to let it out. */
    boolean mayGoOut(OpenItem open) {
        return open.isApproved() || !needsApproval(open.item());
    }

    /** True when the visitor may let the item out only when its newest revision is approved. */
    private boolean needsApproval(Item item) {
        return rules.isReviewRequired() && !items.may(Permission.RELEASE_UNREVIEWED, item);
    }

    boolean isReviewRequired() {
        return rules.isReviewRequired();
    }

    /** Does it as the visitor. */
    <T> Outcome<T> carryOut(Verb<T> verb) {
        return desk.carryOut(visitor.account().principal(), verb);
    }

    /** What “publish now” means for the item: of what is live it is an update, which readers are told of. */
    static Release<String> publication(Item item) {
        return item.state().isLive() ? new Update(item.id()) : new Publish(item.id(), null);
    }
}
