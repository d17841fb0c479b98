package org.herald.newsroom.desk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.herald.model.Language;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;

/** The items of each kind as a table: looked through, changed in place, and several of them changed at once. */
@Path("/newsroom/kinds")
public class KindTableRoute {

    private static final String NAME = "{kind:[a-z0-9-]{1,60}}";

    private final KindTableScreen screen;
    private final KindChanges changes;
    private final NewsroomFrames frames;
    private final NewsroomQueries queries;
    private final Kinds kinds;

    public KindTableRoute(
            KindTableScreen screen, KindChanges changes, NewsroomFrames frames, NewsroomQueries queries, Kinds kinds) {
        this.screen = screen;
        this.changes = changes;
        this.frames = frames;
        this.queries = queries;
        this.kinds = kinds;
    }

    @GET
    @Needs(Permission.DESK)
    public Response list() {
        var words = frames.words();
        var lines = kinds.all().stream()
                .map(kind -> new KindsPage.Line(
                        kind.name().word(),
                        kind.many()
                                .in(new Language(words.tag()))
                                .orElse(kind.name().word()),
                        queries.kindTable().countAll(kind.name()),
                        kind.fields().size()))
                .toList();
        return Screen.of(new KindsPage(frames.frame(words.say("kinds.title"), Area.DESK), lines));
    }

    @GET
    @Path(NAME)
    @Needs(Permission.DESK)
    public Response table(
            @PathParam("kind") String kind, @Context UriInfo uri, @QueryParam("flash") @DefaultValue("") String flash) {
        var found = require(kind);
        return Screen.of(screen.page(
                found, KindTableView.of(found, uri.getQueryParameters()), KindTableScreen.Refused.NOTHING, flash));
    }

    /** Saves what was changed in cells. */
    @POST
    @Path(NAME + "/values")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response save(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
        var found = require(kind);
        String query = query(found, form);
        var refused = changes.save(found, form);
        if (!refused.wrong().isEmpty()) {
            return Screen.of(422, screen.page(found, KindTableView.of(found, parsed(query)), refused, ""));
        }
        return Screen.goTo("/newsroom/kinds/" + kind + "?" + (query.isEmpty() ? "" : query + "&") + "flash=said.saved");
    }

    /** Asks how several items shall be changed. */
    @POST
    @Path(NAME + "/selection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response select(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
        var found = require(kind);
        var batch = batch(form);
        String query = query(found, form);
        return batch.revisions().isEmpty()
                ? Screen.goTo("/newsroom/kinds/" + kind + "?" + (query.isEmpty() ? "" : query + "&")
                        + "flash=said.nothing-selected")
                : Screen.of(changes.ask(found, batch, query, List.of(), KindChanges.chosen(form)));
    }

    /** Shows what the change would do to each of them. */
    @POST
    @Path(NAME + "/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response preview(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
        return carryOut(kind, form, true);
    }

    /** Changes them, each by itself, and says what became of each. */
    @POST
    @Path(NAME + "/application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response apply(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
        return carryOut(kind, form, false);
    }

    private Response carryOut(String kind, MultivaluedMap<String, String> form, boolean isPreview) {
        var found = require(kind);
        var chosen = KindChanges.chosen(form);
        var faults = changes.faults(found, chosen);
        return faults.isEmpty()
                ? Screen.of(changes.carryOut(found, batch(form), query(found, form), chosen, isPreview))
                : Screen.of(422, changes.ask(found, batch(form), query(found, form), faults, chosen));
    }

    private Kind require(String name) {
        return kinds.all().stream()
                .filter(kind -> kind.name().word().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    private static Batch batch(MultivaluedMap<String, String> form) {
        return Batch.of(form.getOrDefault("item", List.of()));
    }

    /** The table from which the form came, written as its address has it, whatever was sent. */
    private static String query(Kind kind, MultivaluedMap<String, String> form) {
        String sent = Optional.ofNullable(form.getFirst("query")).orElse("");
        return KindTableView.of(kind, parsed(sent)).query();
    }

    private static MultivaluedMap<String, String> parsed(String query) {
        var parsed = new MultivaluedHashMap<String, String>();
        Arrays.stream(query.split("&", -1)).filter(part -> part.contains("=")).forEach(part -> {
            int end = part.indexOf('=');
            parsed.add(decoded(part.substring(0, end)), decoded(part.substring(end + 1)));
        });
        return parsed;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
