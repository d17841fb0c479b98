package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.newsroom.desk.DeskScreen.NamedView;
import org.herald.people.Permission;
import org.herald.publish.KeepView;
import org.herald.publish.RemoveView;
import org.herald.publish.RenameView;
import org.herald.publish.Verb;

/** The newsroom's list, and the views that people save of it. */
@Path("/newsroom")
public class DeskRoute {

    private final Kinds kinds;
    private final DeskScreen screen;
    private final ItemActions actions;
    private final Visitor visitor;

    public DeskRoute(DeskScreen screen, ItemActions actions, Visitor visitor, Kinds kinds) {
        this.kinds = kinds;
        this.screen = screen;
        this.actions = actions;
        this.visitor = visitor;
    }

    @GET
    @Needs(Permission.DESK)
    public Response get(
            @Context UriInfo uri,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(screen.page(DeskFilter.of(uri.getQueryParameters(), kinds), after, flash));
    }

    /** Keeps the filter of the list under a name. */
    @POST
    @Path("views")
    @Needs(Permission.DESK)
    public Response keep(
            @FormParam("name") @DefaultValue("") String name, @FormParam("query") @DefaultValue("") String query) {
        var filter = DeskFilter.of(parsed(query), kinds);
        return answer(
                new KeepView(visitor.account().id(), name, filter.query()),
                "said.view-kept",
                reasons -> screen.refused(filter, NamedView.ofNew(name, reasons)));
    }

    @POST
    @Path("views/{id:[0-9]{1,18}}/name")
    @Needs(Permission.DESK)
    public Response rename(@PathParam("id") long id, @FormParam("name") @DefaultValue("") String name) {
        return answer(
                new RenameView(visitor.account().id(), id, name),
                "said.view-renamed",
                reasons -> screen.refused(DeskFilter.NONE, NamedView.of(id, name, reasons)));
    }

    @POST
    @Path("views/{id:[0-9]{1,18}}/removal")
    @Needs(Permission.DESK)
    public Response remove(@PathParam("id") long id) {
        return answer(
                new RemoveView(visitor.account().id(), id),
                "said.view-removed",
                reasons -> screen.refused(DeskFilter.NONE, NamedView.of(id, "", reasons)));
    }

    private Response answer(Verb<String> verb, String flash, Function<List<Reason>, DeskPage> again) {
        return switch (actions.carryOut(verb)) {
            case Outcome.Done<String>(var query) ->
                Screen.goTo("/newsroom?" + (query.isEmpty() ? "" : query + "&") + "flash=" + flash);
            case Outcome.Refused<String>(var reasons) -> Screen.of(422, again.apply(reasons));
        };
    }

    private static MultivaluedMap<String, String> parsed(String query) {
        var parsed = new MultivaluedHashMap<String, String>();
        Queries.read(query).forEach(parsed::add);
        return parsed;
    }
}
