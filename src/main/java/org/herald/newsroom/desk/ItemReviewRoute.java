package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.CommentId;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.Action;
import org.herald.publish.AddComment;
import org.herald.publish.Approve;
import org.herald.publish.Assign;
import org.herald.publish.Resolve;
import org.herald.publish.SendBack;
import org.herald.publish.SendToReview;
import org.herald.store.OpenItemQueries.OpenItem;
import org.jspecify.annotations.Nullable;

/** An item at the desk: the screen itself, review, who is to do what, and what is said about it. */
@Path("/newsroom/items/{id:[0-9]{1,18}}")
public class ItemReviewRoute {

    private final ItemDeskScreen screen;
    private final ItemActions actions;
    private final OpenItems items;
    private final NewsroomQueries queries;
    private final PortalTime time;

    public ItemReviewRoute(
            ItemDeskScreen screen, ItemActions actions, OpenItems items, NewsroomQueries queries, PortalTime time) {
        this.screen = screen;
        this.actions = actions;
        this.items = items;
        this.queries = queries;
        this.time = time;
    }

    @GET
    @Needs(Permission.DESK)
    public Response get(@PathParam("id") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(screen.page(items.require(id), flash, List.of(), Typed.NOTHING));
    }

    @POST
    @Path("review")
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response review(@PathParam("id") long id) {
        var item = actions.require(id, Action.REVIEW).item();
        return screen.answer(id, actions.carryOut(new SendToReview(item.id())), "said.in-review", Typed.NOTHING);
    }

    /**
     * Approves the revision that was read.
     *
     * @param read its number
     */
    @POST
    @Path("approval")
    @Needs(Permission.REVIEW)
    public Response approve(@PathParam("id") long id, @FormParam("read") @DefaultValue("0") long read) {
        var item = actions.require(id, Action.APPROVAL).item();
        return screen.answer(
                id, actions.carryOut(new Approve(item.id(), new RevisionId(read))), "said.approved", Typed.NOTHING);
    }

    @POST
    @Path("return")
    @Needs(Permission.REVIEW)
    public Response sendBack(@PathParam("id") long id, @FormParam("note") @DefaultValue("") String note) {
        var item = actions.require(id, Action.RETURN).item();
        return screen.answer(
                id, actions.carryOut(new SendBack(item.id(), note)), "said.sent-back", Typed.of("note", note));
    }

    @POST
    @Path("comments")
    @Needs({Permission.WRITE, Permission.TRANSLATE, Permission.REVIEW})
    public Response remark(@PathParam("id") long id, @FormParam("text") @DefaultValue("") String text) {
        var item = actions.require(id, Action.COMMENT).item();
        return screen.answer(
                id, actions.carryOut(new AddComment(item.id(), text)), "said.commented", Typed.of("text", text));
    }

    @POST
    @Path("comments/{comment:[0-9]{1,18}}/resolution")
    @Needs({Permission.WRITE, Permission.TRANSLATE, Permission.REVIEW})
    public Response resolve(@PathParam("id") long id, @PathParam("comment") long comment) {
        var item = actions.require(id, Action.COMMENT).item();
        var said = new CommentId(comment);
        boolean isOfItem = queries.comments().about(item.id()).stream()
                .anyMatch(each -> each.id().equals(said));
        if (!isOfItem) {
            throw Refusal.notThere();
        }
        return screen.answer(id, actions.carryOut(new Resolve(said)), "said.resolved", Typed.NOTHING);
    }

    /**
     * Says who is to do something about the item.
     *
     * @param person the number of an account; empty for nobody
     */
    @POST
    @Path("assignment")
    @Needs(Permission.REVIEW)
    public Response assign(
            @PathParam("id") long id,
            @FormParam("person") @DefaultValue("") String person,
            @FormParam("due-date") @DefaultValue("") String date,
            @FormParam("due-time") @DefaultValue("") String clock) {
        OpenItem open = actions.require(id, Action.ASSIGNMENT);
        var typed = new Typed(Map.of("person", person, "due-date", date, "due-time", clock));
        var due = new TypedTime(date, clock, "");
        Outcome<?> outcome = switch (Assignee.read(person)) {
            case Outcome.Refused<Optional<AccountId>> refused -> refused;
            case Outcome.Done<Optional<AccountId>>(var account) -> assign(open, account.orElse(null), due);
        };
        return screen.answer(id, outcome, "said.assigned", typed);
    }

    private Outcome<?> assign(OpenItem open, @Nullable AccountId account, TypedTime due) {
        var item = open.item().id();
        return switch (due.orEndOfDay(time.zone())) {
            case TypedTime.Meant(var at) -> actions.carryOut(new Assign(item, account, at));
            case TypedTime.Twice(var _, var at, var _) -> actions.carryOut(new Assign(item, account, at));
            case TypedTime.Wrong(var reason) ->
                due.isNone()
                        ? actions.carryOut(new Assign(item, account, null))
                        : new Outcome.Refused<Object>(List.of(reason));
        };
    }
}
