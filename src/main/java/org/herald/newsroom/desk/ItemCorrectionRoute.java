package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.herald.model.CorrectionId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.Action;
import org.herald.publish.AmendNote;
import org.herald.publish.Correct;
import org.herald.publish.Look;
import org.herald.publish.Update;
import org.herald.store.OpenItemQueries.OpenItem;

/** Changes what readers see and tells them so: an update, or a correction with its note. */
@Path("/newsroom/items/{id:[0-9]{1,18}}")
public class ItemCorrectionRoute {

    private static final String AS = "as";
    private static final String UPDATE = "update";
    private static final String CORRECTION = "correction";

    private final NewsroomFrames frames;
    private final ItemDeskScreen screen;
    private final ItemActions actions;

    public ItemCorrectionRoute(NewsroomFrames frames, ItemDeskScreen screen, ItemActions actions) {
        this.frames = frames;
        this.screen = screen;
        this.actions = actions;
    }

    /** Shows what readers do not see yet, and asks how they are told of it; a new item is published at its desk screen. */
    @GET
    @Path("publication")
    @Needs(Permission.RELEASE)
    public Response publication(@PathParam("id") long id) {
        var open = actions.require(id, Action.PUBLICATION);
        return open.item().state().isLive()
                ? Screen.of(change(open, List.of(), Typed.NOTHING))
                : Screen.goTo(ItemHead.Screen.DESK.of(id));
    }

    /** The same, with the correction chosen. */
    @GET
    @Path("correction")
    @Needs(Permission.CORRECT)
    public Response correction(@PathParam("id") long id) {
        return Screen.of(change(actions.require(id, Action.CORRECTION), List.of(), Typed.of(AS, CORRECTION)));
    }

    /**
     * Publishes the newest revision.
     *
     * @param read the revision that was looked at
     * @param confirmed not empty when the warnings of the checks were seen
     * @param as {@code update} or {@code correction}, for an item that is live
     * @param note of the correction
     */
    @POST
    @Path("publication")
    @Needs(Permission.RELEASE)
    public Response publish(
            @PathParam("id") long id,
            @FormParam("read") @DefaultValue("0") long read,
            @FormParam("confirmed") @DefaultValue("") String confirmed,
            @FormParam("as") @DefaultValue("") String as,
            @FormParam("note") @DefaultValue("") String note) {
        var open = actions.require(id, Action.PUBLICATION);
        var looked = new Looked(new RevisionId(read), !confirmed.isEmpty());
        if (open.item().state().isLive()) {
            return publishChange(open, looked, as, note);
        }
        var release = ItemActions.publication(open.item());
        var outcome = actions.carryOut(release.seen(new Look(looked.read(), looked.isConfirmed())));
        return screen.answer(id, outcome, "said.published", Typed.NOTHING);
    }

    /** Publishes the newest revision as a correction. */
    @POST
    @Path("correction")
    @Needs(Permission.CORRECT)
    public Response correct(
            @PathParam("id") long id,
            @FormParam("read") @DefaultValue("0") long read,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("confirmed") @DefaultValue("") String confirmed) {
        var open = actions.require(id, Action.CORRECTION);
        return publishChange(open, new Looked(new RevisionId(read), !confirmed.isEmpty()), CORRECTION, note);
    }

    /** What was looked at before something goes out. */
    private record Looked(RevisionId read, boolean isConfirmed) {}

    private Response publishChange(OpenItem open, Looked looked, String as, String note) {
        var item = open.item();
        Outcome<?> outcome = switch (as) {
            case UPDATE -> actions.carryOut(new Update(item.id(), new Look(looked.read(), looked.isConfirmed())));
            case CORRECTION -> {
                actions.require(item.id().value(), Action.CORRECTION);
                yield actions.carryOut(
                        new Correct(item.id(), null, note, new Look(looked.read(), looked.isConfirmed())));
            }
            default -> Outcome.refused("refused.update-or-correction");
        };
        return switch (outcome) {
            case Outcome.Done<?> _ ->
                Screen.goTo(ItemHead.Screen.DESK.of(item.id().value()) + "?flash=said."
                        + (as.equals(UPDATE) ? "updated" : "corrected"));
            case Outcome.Refused<?>(var reasons) -> {
                var typed = new Typed(Map.of(AS, as, "note", note));
                yield Screen.of(422, change(actions.require(item.id().value(), Action.PUBLICATION), reasons, typed));
            }
        };
    }

    private ItemCorrectionPage change(OpenItem open, List<Reason> reasons, Typed typed) {
        var words = frames.words();
        return new ItemCorrectionPage(
                frames.frame(words.say("correction.title", open.head().content().headline()), Area.DESK),
                ItemHead.of(open, ItemHead.Screen.DESK, actions.may(Action.REVIEW, open.item()), words),
                open.head().id().value(),
                screen.looked(open, words),
                new ItemCorrectionPage.Asked(
                        open.hasChange() && actions.policy().mayGoOut(open),
                        actions.may(Action.PUBLICATION, open.item()),
                        actions.may(Action.CORRECTION, open.item())),
                FieldErrors.placed(words, reasons, DeskFields.OF_DESK),
                typed);
    }

    /** Words the note of a correction anew. */
    @POST
    @Path("corrections/{correction:[0-9]{1,18}}")
    @Needs(Permission.AMEND)
    public Response amend(
            @PathParam("id") long id,
            @PathParam("correction") long correction,
            @FormParam("note") @DefaultValue("") String note) {
        var item = actions.require(id, Action.AMENDMENT).item();
        var outcome = actions.carryOut(new AmendNote(item.id(), new CorrectionId(correction), note));
        return screen.answer(id, outcome, "said.amended", Typed.of("note-" + correction, note));
    }
}
