package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.herald.model.Outcome;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.Needs;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.Revert;
import org.herald.store.OpenItemQueries.OpenItem;

/** The revisions of an item: which there are, what changed between two, and how one is made to be the newest again. */
@Path("/newsroom/items/{id:[0-9]{1,18}}/revisions")
public class RevisionsRoute {

    private final CommandBus bus;
    private final OpenItems items;
    private final RevisionScreens screens;
    private final Differences differences;
    private final Visitor visitor;

    public RevisionsRoute(
            CommandBus bus, OpenItems items, RevisionScreens screens, Differences differences, Visitor visitor) {
        this.bus = bus;
        this.items = items;
        this.screens = screens;
        this.differences = differences;
        this.visitor = visitor;
    }

    /**
     * The list, or what changed between two of it.
     *
     * @param from the number of an earlier revision, to be compared
     * @param to the number of a later one
     * @param before where a part of the list begins
     */
    @GET
    @Needs(Permission.DESK)
    public Response get(
            @PathParam("id") long id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("flash") @DefaultValue("") String flash) {
        var open = items.require(id);
        if (from.isEmpty() && to.isEmpty()) {
            return screens.list(open, before, flash);
        }
        if (from.isEmpty() || to.isEmpty()) {
            return screens.refused(
                    open,
                    before,
                    TypedNumber.read(from).orElse(0L),
                    TypedNumber.read(to).orElse(0L));
        }
        Revision one = require(open, from);
        Revision other = require(open, to);
        return one.number() <= other.number()
                ? differences.between(open, one, other)
                : differences.between(open, other, one);
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response restore(@PathParam("id") long id, @FormParam("to") @DefaultValue("") String to) {
        var open = items.requireWritable(id);
        var earlier = require(open, to);
        var verb = new Revert(open.item().id(), earlier.id());
        return switch (bus.carryOut(visitor.account().principal(), verb)) {
            case Outcome.Done<RevisionId> _ ->
                Screen.goTo(ItemHead.Screen.REVISIONS.of(id) + "?flash=said.revision-restored");
            case Outcome.Refused<RevisionId>(var reasons) -> screens.refused(open, reasons);
        };
    }

    private Revision require(OpenItem open, String number) {
        return TypedNumber.read(number)
                .flatMap(each -> screens.find(open, each))
                .orElseThrow(Refusal::notThere);
    }
}
