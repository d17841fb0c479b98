package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import org.herald.model.Blank;
import org.herald.model.CommentId;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Visitor;
import org.herald.publish.AddComment;
import org.herald.publish.CommandBus;
import org.herald.publish.DiscardDraft;
import org.herald.publish.Resolve;

/** Takes what is said about an item on the screen on which it is written; whoever may write there may say it. */
@Singleton
public final class Answers {

    private final CommandBus bus;
    private final OpenItems items;
    private final WritingQueries queries;
    private final Visitor visitor;

    public Answers(CommandBus bus, OpenItems items, WritingQueries queries, Visitor visitor) {
        this.bus = bus;
        this.items = items;
        this.queries = queries;
        this.visitor = visitor;
    }

    /** Takes the comment that stands in the form, when there is one; gives the form without it. */
    TextForm take(TextForm form, Draft.About about) {
        if (Blank.is(form.remark()) || !(about instanceof Draft.OfItem(var item, var _))) {
            return form;
        }
        return remark(item, form.remark()) instanceof Outcome.Done<?> ? form.withoutRemark() : form;
    }

    Outcome<CommentId> remark(ItemId item, String text) {
        return bus.carryOut(visitor.account().principal(), new AddComment(item, text));
    }

    /** Resolves a comment on this item; one on another is not there. */
    Outcome<CommentId> resolve(ItemId item, long comment) {
        var said = new CommentId(comment);
        if (queries.comments().about(item).stream().noneMatch(each -> each.id().equals(said))) {
            throw Refusal.notThere();
        }
        return bus.carryOut(visitor.account().principal(), new Resolve(said));
    }

    /** Forgets a draft that was kept on the way and says what is saved already; true when it did. */
    boolean dropUnchanged(Draft draft) {
        return draft.about() instanceof Draft.OfItem(var item, var _)
                && draft.settings().isAsItIs()
                && draft.content().equals(items.require(item.value()).head().content())
                && bus.carryOut(visitor.account().principal(), new DiscardDraft(draft.id(), draft.version()))
                        instanceof Outcome.Done<?>;
    }
}
