package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.herald.model.Outcome;
import org.herald.model.PreviewId;
import org.herald.model.PreviewKey;
import org.herald.model.Previewed;
import org.herald.newsroom.Needs;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.OpenPreview;
import org.herald.publish.RevokePreview;

/** Preview links for people outside the newsroom: made, listed and revoked by those who may write the item. */
@Path("/newsroom/items/{id:[0-9]{1,18}}/previews")
public class PreviewsRoute {

    private final CommandBus bus;
    private final OpenItems items;
    private final PreviewScreens screens;
    private final Visitor visitor;

    public PreviewsRoute(CommandBus bus, OpenItems items, PreviewScreens screens, Visitor visitor) {
        this.bus = bus;
        this.items = items;
        this.screens = screens;
        this.visitor = visitor;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(@PathParam("id") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        return screens.list(items.requireWritable(id), flash);
    }

    /**
     * Makes a link.
     *
     * @param shows {@code newest} for whatever is newest when it is opened, anything else for the revision of now
     */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response make(
            @PathParam("id") long id,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("lasting") @DefaultValue("") String lasting,
            @FormParam("shows") @DefaultValue("") String shows) {
        var open = items.requireWritable(id);
        Previewed shown = shows.equals("newest")
                ? new Previewed.Newest(open.item().id())
                : new Previewed.At(open.item().id(), open.head().id());
        Duration time =
                Optional.ofNullable(PreviewScreens.lasting().get(lasting)).orElse(Duration.ZERO);
        return switch (bus.carryOut(visitor.account().principal(), new OpenPreview(shown, time, note))) {
            case Outcome.Done<PreviewKey>(var key) -> screens.made(open, key);
            case Outcome.Refused<PreviewKey>(var reasons) ->
                screens.refused(open, new PreviewScreens.Asked(note, lasting, !shows.equals("newest")), reasons);
        };
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("{preview:[0-9]{1,18}}/revoking")
    public Response revoke(@PathParam("id") long id, @PathParam("preview") long preview) {
        var open = items.requireWritable(id);
        var verb = new RevokePreview(open.item().id(), new PreviewId(preview));
        return switch (bus.carryOut(visitor.account().principal(), verb)) {
            case Outcome.Done<PreviewId> _ ->
                Screen.goTo("/newsroom/items/" + id + "/previews?flash=said.preview-revoked");
            case Outcome.Refused<PreviewId>(var reasons) -> screens.refused(open, PreviewScreens.Asked.USUAL, reasons);
        };
    }
}
