package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.herald.model.Item;
import org.herald.model.Outcome;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Visitor;
import org.herald.publish.Action;
import org.herald.publish.CommandBus;
import org.herald.publish.ItemPolicy;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.Release;
import org.herald.publish.Update;
import org.herald.publish.Verb;
import org.herald.store.OpenItemQueries.OpenItem;

/** Does things to items as the visitor, and says what to offer them. */
@Singleton
public final class ItemActions {

    private final CommandBus bus;
    private final OpenItems items;
    private final PublishingRules rules;
    private final Visitor visitor;
    private final InstantSource clock;

    public ItemActions(CommandBus bus, OpenItems items, PublishingRules rules, Visitor visitor, InstantSource clock) {
        this.bus = bus;
        this.items = items;
        this.rules = rules;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** The item, when the visitor may do this to it; in the wrong state the verb itself refuses. */
    OpenItem require(long id, Action action) {
        var open = items.require(id);
        if (!may(action, open.item())) {
            throw Refusal.notAllowed();
        }
        return open;
    }

    /** What to offer to the visitor now. */
    ItemPolicy policy() {
        return new ItemPolicy(items.rights(), visitor.account().principal(), rules, clock.instant());
    }

    boolean may(Action action, Item item) {
        return policy().may(action, item);
    }

    boolean isReviewRequired() {
        return rules.isReviewRequired();
    }

    /** Does it as the visitor. */
    <T> Outcome<T> carryOut(Verb<T> verb) {
        return bus.carryOut(visitor.account().principal(), verb);
    }

    /** What “publish now” means for the item: of what is live it is an update, which readers are told of. */
    static Release<String> publication(Item item) {
        return item.state().isLive() ? new Update(item.id()) : new Publish(item.id(), null);
    }
}
