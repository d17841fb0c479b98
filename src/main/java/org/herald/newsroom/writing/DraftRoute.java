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
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.DiscardDraft;

/** One draft: where it is written, and how it is thrown away. */
@Path("/newsroom/drafts/{draft:[0-9]{1,18}}")
public class DraftRoute {

    private final CommandBus bus;
    private final DraftEditor editor;
    private final TextScreens screens;
    private final EditorSidebar sidebar;
    private final NewsroomFrames frames;

    public DraftRoute(
            CommandBus bus, DraftEditor editor, TextScreens screens, EditorSidebar sidebar, NewsroomFrames frames) {
        this.bus = bus;
        this.editor = editor;
        this.screens = screens;
        this.sidebar = sidebar;
        this.frames = frames;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(@PathParam("draft") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        return screens.show(editor.own(id), flash);
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("discarding")
    public Response ask(@PathParam("draft") long id) {
        return ask(200, editor.own(id), List.of());
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("discarding")
    public Response discard(@PathParam("draft") long id, @FormParam("version") @DefaultValue("") String version) {
        var draft = editor.own(id);
        var verb = new DiscardDraft(new DraftId(id), TypedNumber.read(version).orElse(0L));
        return switch (bus.carryOut(draft.typedBy(), verb)) {
            case Outcome.Done<DraftId> _ -> Screen.goTo(after(draft));
            case Outcome.Refused<DraftId>(var reasons) -> ask(422, editor.own(id), reasons);
        };
    }

    private Response ask(int status, Draft draft, List<Reason> reasons) {
        var words = frames.words();
        return Screen.of(
                status,
                new DiscardPage(
                        frames.frame(words.say("discard.title"), NewsroomFrames.Area.DESK),
                        Reasons.say(words, reasons),
                        sidebar.other(draft, words),
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
            case Draft.OfItem(var item, var _) -> "/newsroom/items/" + item + "/text?flash=said.discarded";
            case Draft.OfNew _ -> "/newsroom?flash=said.discarded";
        };
    }
}
