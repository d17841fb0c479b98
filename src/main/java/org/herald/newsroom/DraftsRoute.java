package org.herald.newsroom;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Draft;
import org.herald.model.Kept;
import org.herald.model.Outcome;
import org.herald.people.Permission;

/** Keeps what is being typed, every few seconds by script, and before somebody leaves the text for a while. */
@Path("/newsroom/drafts")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DraftsRoute {

    private final Typing typing;
    private final TextScreens screens;
    private final TextSides sides;
    private final NewsroomFrames frames;

    public DraftsRoute(Typing typing, TextScreens screens, TextSides sides, NewsroomFrames frames) {
        this.typing = typing;
        this.screens = screens;
        this.sides = sides;
        this.frames = frames;
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response keep(MultivaluedMap<String, String> fields, @Context HttpHeaders headers) {
        var form = TextForm.read(fields);
        if (!Screen.isScript(headers.getRequestHeaders())) {
            return go(form, "", "kept");
        }
        return switch (typing.keep(form)) {
            case Outcome.Done<Kept>(var kept) -> Screen.json(200, told(kept, form));
            case Outcome.Refused<Kept>(var reasons) ->
                Screen.json(422, Map.of("message", String.join(" ", Reasons.say(frames.words(), reasons))));
        };
    }

    private Map<String, Object> told(Kept kept, TextForm form) {
        var told = new LinkedHashMap<String, Object>();
        told.put("draft", kept.draft().value());
        told.put("version", kept.version());
        told.put("copy", kept.isCopy());
        told.put("savedAt", sides.now());
        told.put("others", others(typing.about(form)));
        return told;
    }

    private List<Map<String, String>> others(Draft.About about) {
        return switch (about) {
            case Draft.OfItem(var item, var _) ->
                sides.others(item).stream()
                        .map(other -> Map.of("name", other.name(), "since", other.since()))
                        .toList();
            case Draft.OfNew _ -> List.of();
        };
    }

    /** Keeps the text, then asks whether it is to be thrown away. */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("discarding")
    public Response discard(MultivaluedMap<String, String> fields) {
        return go(TextForm.read(fields), "/discarding", "");
    }

    /** Keeps the text, then lets choose its lead picture. */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("picture")
    public Response picture(MultivaluedMap<String, String> fields) {
        return go(TextForm.read(fields), "/picture", "");
    }

    private Response go(TextForm form, String ending, String said) {
        return switch (typing.keep(form)) {
            case Outcome.Done<Kept>(var kept) ->
                Screen.goTo("/newsroom/drafts/" + kept.draft() + ending + (said.isEmpty() ? "" : "?said=said." + said));
            case Outcome.Refused<Kept>(var reasons) -> screens.refused(form, typing.about(form), reasons);
        };
    }
}
