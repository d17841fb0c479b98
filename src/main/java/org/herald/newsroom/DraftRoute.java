package org.herald.newsroom;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.people.Permission;
import org.herald.publish.Desk;
import org.herald.publish.DiscardDraft;

/** One draft: where it is written, and how it is thrown away. */
@Path("/newsroom/drafts/{draft:[0-9]{1,18}}")
public class DraftRoute {

    private final Desk desk;
    private final Typing typing;
    private final TextScreens screens;
    private final TextSides sides;
    private final NewsroomFrames frames;

    public DraftRoute(Desk desk, Typing typing, TextScreens screens, TextSides sides, NewsroomFrames frames) {
        this.desk = desk;
        this.typing = typing;
        this.screens = screens;
        this.sides = sides;
        this.frames = frames;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(@PathParam("draft") long id, @QueryParam("said") @DefaultValue("") String said) {
        return screens.show(typing.own(id), said);
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("discarding")
    public Response ask(@PathParam("draft") long id) {
        return ask(200, typing.own(id), List.of());
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("discarding")
    public Response discard(@PathParam("draft") long id, @FormParam("version") @DefaultValue("") String version) {
        var draft = typing.own(id);
        var verb = new DiscardDraft(new DraftId(id), TextForm.number(version).orElse(0L));
        return switch (desk.carryOut(draft.typedBy(), verb)) {
            case Outcome.Done<DraftId> _ -> Screen.goTo(after(draft));
            case Outcome.Refused<DraftId>(var reasons) -> ask(422, typing.own(id), reasons);
        };
    }

    private Response ask(int status, Draft draft, List<Reason> reasons) {
        var words = frames.words();
        return Screen.of(
                status,
                new DiscardPage(
                        frames.frame(words.say("discard.title"), NewsroomFrames.Place.DESK),
                        Reasons.say(words, reasons),
                        sides.other(draft, words),
                        Counting.of(draft.content().body().html()).words(),
                        back(draft)));
    }

    /** Where a draft is written. */
    static String back(Draft draft) {
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> "/newsroom/items/" + item + "/text?draft=" + draft.id();
            case Draft.OfNew _ -> "/newsroom/drafts/" + draft.id();
        };
    }

    private static String after(Draft draft) {
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> "/newsroom/items/" + item + "/text?said=said.discarded";
            case Draft.OfNew _ -> "/newsroom?said=said.discarded";
        };
    }
}
