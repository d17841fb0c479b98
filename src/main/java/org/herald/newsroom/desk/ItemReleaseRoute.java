package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.newsroom.Needs;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Refusal;
import org.herald.people.Permission;
import org.herald.publish.Action;
import org.herald.publish.Look;
import org.herald.publish.Move;
import org.herald.publish.Rename;
import org.herald.publish.Restore;
import org.herald.publish.Schedule;
import org.herald.publish.Unschedule;

/** What lets an item out later, what brings it back, and where it stands. */
@Path("/newsroom/items/{id:[0-9]{1,18}}")
public class ItemReleaseRoute {

    private final ItemDeskScreen screen;
    private final ItemActions actions;
    private final PortalTime time;

    public ItemReleaseRoute(ItemDeskScreen screen, ItemActions actions, PortalTime time) {
        this.screen = screen;
        this.actions = actions;
        this.time = time;
    }

    /**
     * Lets the item go out at a time of the portal’s clock.
     *
     * @param which of two instants is meant when the time comes twice
     */
    @POST
    @Path("schedule")
    @Needs(Permission.RELEASE)
    public Response schedule(
            @PathParam("id") long id,
            @FormParam("read") @DefaultValue("0") long read,
            @FormParam("confirmed") @DefaultValue("") String confirmed,
            @FormParam("date") @DefaultValue("") String date,
            @FormParam("time") @DefaultValue("") String clock,
            @FormParam("which") @DefaultValue("") String which) {
        var item = actions.require(id, Action.SCHEDULE).item();
        var typed = new TypedTime(date, clock, which);
        Outcome<?> outcome = switch (typed.in(time.zone())) {
            case TypedTime.Meant(var at) ->
                actions.carryOut(new Schedule(item.id(), at, new Look(new RevisionId(read), !confirmed.isEmpty())));
            case TypedTime.Wrong(var reason) -> new Outcome.Refused<Object>(List.of(reason));
            case TypedTime.Twice(var reason, var _, var _) -> new Outcome.Refused<Object>(List.of(reason));
        };
        return screen.answer(id, outcome, "said.scheduled", ItemDeskScreen.typed(typed));
    }

    @POST
    @Path("schedule/removal")
    @Needs(Permission.RELEASE)
    public Response unschedule(@PathParam("id") long id) {
        var item = actions.require(id, Action.UNSCHEDULE).item();
        return screen.answer(id, actions.carryOut(new Unschedule(item.id())), "said.unscheduled", Typed.NOTHING);
    }

    @POST
    @Path("restoration")
    @Needs(Permission.WITHDRAW)
    public Response restore(
            @PathParam("id") long id,
            @FormParam("read") @DefaultValue("0") long read,
            @FormParam("confirmed") @DefaultValue("") String confirmed) {
        var item = actions.require(id, Action.RESTORATION).item();
        var outcome = actions.carryOut(new Restore(item.id(), new Look(new RevisionId(read), !confirmed.isEmpty())));
        return screen.answer(id, outcome, "said.restored", Typed.NOTHING);
    }

    /**
     * Puts the item under another section.
     *
     * @param section its number
     */
    @POST
    @Path("place")
    @Needs({Permission.WRITE, Permission.TRANSLATE, Permission.RELEASE})
    public Response move(@PathParam("id") long id, @FormParam("section") @DefaultValue("0") long section) {
        var item = actions.require(id, Action.PLACE).item();
        var target = new SectionId(section);
        if (!actions.policy().rights().mayPlace(item, target)) {
            throw Refusal.notAllowed();
        }
        return screen.answer(
                id,
                actions.carryOut(new Move(item.id(), target)),
                "said.moved",
                Typed.of("section", Long.toString(section)));
    }

    /**
     * Gives the item another address.
     *
     * @param slug the last word of the address
     */
    @POST
    @Path("address")
    @Needs({Permission.WRITE, Permission.TRANSLATE, Permission.RELEASE})
    public Response rename(@PathParam("id") long id, @FormParam("slug") @DefaultValue("") String slug) {
        var item = actions.require(id, Action.ADDRESS).item();
        return screen.answer(id, actions.carryOut(new Rename(item.id(), slug)), "said.renamed", Typed.of("slug", slug));
    }
}
