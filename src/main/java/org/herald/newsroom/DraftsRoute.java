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
import java.util.Optional;
import org.herald.model.CommentId;
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
    private final Answers answers;

    public DraftsRoute(Typing typing, TextScreens screens, TextSides sides, NewsroomFrames frames, Answers answers) {
        this.typing = typing;
        this.screens = screens;
        this.sides = sides;
        this.frames = frames;
        this.answers = answers;
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

    /**
     * Keeps the text, then takes what is said about its item: a comment, and that nothing is left to do about another.
     *
     * @param fields {@code remark}, and {@code resolve} with the number of a comment
     */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("comments")
    public Response say(MultivaluedMap<String, String> fields) {
        var form = TextForm.read(fields);
        var about = typing.about(form);
        if (!(about instanceof Draft.OfItem(var item, var _))) {
            throw Refusal.notThere();
        }
        return switch (typing.keep(form)) {
            case Outcome.Refused<Kept>(var reasons) -> screens.refused(form, about, reasons);
            case Outcome.Done<Kept>(var kept) -> {
                var typed = form.withDraft(kept.draft().value(), kept.version());
                var resolved = Optional.ofNullable(fields.getFirst("resolve")).flatMap(TextForm::number);
                var outcome = resolved.isPresent()
                        ? answers.resolve(item, resolved.get())
                        : answers.remark(item, form.remark());
                yield switch (outcome) {
                    case Outcome.Refused<CommentId>(var reasons) -> screens.refused(typed, about, reasons);
                    case Outcome.Done<CommentId> _ -> {
                        if (resolved.isPresent()) {
                            answers.take(form, about);
                        }
                        boolean isDropped =
                                answers.dropUnchanged(typing.own(kept.draft().value()));
                        yield Screen.goTo(ItemHead.Screen.TEXT.of(item.value())
                                + (isDropped ? "?" : "?draft=" + kept.draft() + "&")
                                + (resolved.isPresent() ? "said=said.resolved#talk" : "said=said.commented#talk"));
                    }
                };
            }
        };
    }

    private Response go(TextForm form, String ending, String said) {
        return switch (typing.keep(form)) {
            case Outcome.Done<Kept>(var kept) -> {
                answers.take(form, typing.about(form));
                yield Screen.goTo(
                        "/newsroom/drafts/" + kept.draft() + ending + (said.isEmpty() ? "" : "?said=said." + said));
            }
            case Outcome.Refused<Kept>(var reasons) -> screens.refused(form, typing.about(form), reasons);
        };
    }
}
