package org.herald.newsroom;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.newsroom.NewsroomFrames.Place;
import org.herald.people.Permission;
import org.herald.publish.Correct;
import org.herald.publish.Withdraw;
import org.herald.store.OpenItemQueries.OpenItem;

/** Changes what readers see and tells them so: a correction with its note, a withdrawal with its reason. */
@Path("/newsroom/items/{id:[0-9]{1,18}}")
public class ItemCorrectionRoute {

    private final NewsroomFrames frames;
    private final ItemDeskScreen screen;
    private final Gestures gestures;

    public ItemCorrectionRoute(NewsroomFrames frames, ItemDeskScreen screen, Gestures gestures) {
        this.frames = frames;
        this.screen = screen;
        this.gestures = gestures;
    }

    @GET
    @Path("correction")
    @Needs(Permission.CORRECT)
    public Response correction(@PathParam("id") long id) {
        return Screen.of(correction(gestures.require(id, Gesture.CORRECTION), List.of(), ""));
    }

    /**
     * Corrects the item with its newest text.
     *
     * @param read the revision that was looked at, with which it is corrected
     * @param confirmed not empty when the warnings of the checks were seen
     */
    @POST
    @Path("correction")
    @Needs(Permission.CORRECT)
    public Response correct(
            @PathParam("id") long id,
            @FormParam("read") @DefaultValue("0") long read,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("confirmed") @DefaultValue("") String confirmed) {
        var open = gestures.require(id, Gesture.CORRECTION);
        var correct = new Correct(open.item().id(), open.head().content(), note);
        return switch (gestures.checked(correct, new RevisionId(read), !confirmed.isEmpty())) {
            case Outcome.Done<String> _ -> Screen.goTo(ItemHead.Screen.DESK.of(id) + "?said=said.corrected");
            case Outcome.Refused<String>(var reasons) ->
                Screen.of(422, correction(gestures.require(id, Gesture.CORRECTION), reasons, note));
        };
    }

    private ItemCorrectionPage correction(OpenItem open, List<Reason> reasons, String note) {
        var words = frames.words();
        return new ItemCorrectionPage(
                frames.frame(words.say("correction.title", open.head().content().headline()), Place.DESK),
                ItemHead.of(open, ItemHead.Screen.DESK, words),
                open.head().id().value(),
                screen.looked(open, words),
                screen.changes(open, words),
                Reasons.say(words, reasons),
                note);
    }

    @GET
    @Path("withdrawal")
    @Needs(Permission.WITHDRAW)
    public Response withdrawal(@PathParam("id") long id) {
        return Screen.of(withdrawal(gestures.require(id, Gesture.WITHDRAWAL), List.of(), ""));
    }

    /**
     * Withdraws the item.
     *
     * @param reason what readers are told
     */
    @POST
    @Path("withdrawal")
    @Needs(Permission.WITHDRAW)
    public Response withdraw(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        var open = gestures.require(id, Gesture.WITHDRAWAL);
        return switch (gestures.carryOut(new Withdraw(open.item().id(), reason))) {
            case Outcome.Done<?> _ -> Screen.goTo(ItemHead.Screen.DESK.of(id) + "?said=said.withdrawn");
            case Outcome.Refused<?>(var reasons) -> Screen.of(422, withdrawal(open, reasons, reason));
        };
    }

    private ItemWithdrawalPage withdrawal(OpenItem open, List<Reason> reasons, String reason) {
        var words = frames.words();
        return new ItemWithdrawalPage(
                frames.frame(words.say("withdrawal.title", open.head().content().headline()), Place.DESK),
                ItemHead.of(open, ItemHead.Screen.DESK, words),
                Reasons.say(words, reasons),
                reason);
    }
}
