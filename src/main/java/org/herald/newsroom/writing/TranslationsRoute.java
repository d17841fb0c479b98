package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Outcome;
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
import org.herald.publish.MarkTranslated;

/** An item in all its languages: which there are, which are behind, which are missing. */
@Path("/newsroom/items/{id:[0-9]{1,18}}/translations")
public class TranslationsRoute {

    private final CommandBus bus;
    private final OpenItems items;
    private final TranslationScreens screens;
    private final Visitor visitor;

    public TranslationsRoute(CommandBus bus, OpenItems items, TranslationScreens screens, Visitor visitor) {
        this.bus = bus;
        this.items = items;
        this.screens = screens;
        this.visitor = visitor;
    }

    @GET
    @Needs(Permission.DESK)
    public Response get(@PathParam("id") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        return screens.show(200, items.require(id), List.of(), flash);
    }

    /**
     * Notes that the translation is up to date.
     *
     * @param original the revision of the original that it says
     */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response mark(@PathParam("id") long id, @FormParam("original") @DefaultValue("") String original) {
        var open = items.requireWritable(id);
        var revision = TypedNumber.read(original).map(RevisionId::new).orElseThrow(Refusal::notThere);
        return switch (bus.carryOut(
                visitor.account().principal(), new MarkTranslated(open.item().id(), revision))) {
            case Outcome.Done<RevisionId> _ ->
                Screen.goTo(ItemHead.Screen.TRANSLATIONS.of(id) + "?flash=said.translated");
            case Outcome.Refused<RevisionId>(var reasons) -> screens.show(422, open, reasons, "");
        };
    }
}
