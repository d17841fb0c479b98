package org.herald.newsroom.writing;

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
import org.herald.model.Outcome;
import org.herald.model.SavedDraft;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;

/** Keeps what is being typed, every few seconds by script, and before somebody leaves the text for a while. */
@Path("/newsroom/drafts")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DraftsRoute {

    private final DraftEditor editor;
    private final TextScreens screens;
    private final EditorSidebar sidebar;
    private final NewsroomFrames frames;
    private final Answers answers;

    public DraftsRoute(
            DraftEditor editor, TextScreens screens, EditorSidebar sidebar, NewsroomFrames frames, Answers answers) {
        this.editor = editor;
        this.screens = screens;
        this.sidebar = sidebar;
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
        return switch (editor.keep(form)) {
            case Outcome.Done<SavedDraft>(var saved) -> Screen.json(200, toJson(saved, form));
            case Outcome.Refused<SavedDraft>(var reasons) ->
                Screen.json(422, Map.of("message", String.join(" ", Reasons.say(frames.words(), reasons))));
        };
    }

    private Map<String, Object> toJson(SavedDraft saved, TextForm form) {
        var told = new LinkedHashMap<String, Object>();
        told.put("draft", saved.draft().value());
        told.put("version", saved.version());
        told.put("copy", saved.isCopy());
        told.put("savedAt", sidebar.now());
        told.put("others", others(editor.about(form)));
        return told;
    }

    private List<Map<String, String>> others(Draft.About about) {
        return switch (about) {
            case Draft.OfItem(var item, var _) ->
                sidebar.others(item).stream()
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
        var about = editor.about(form);
        if (!(about instanceof Draft.OfItem(var item, var _))) {
            throw Refusal.notThere();
        }
        return switch (editor.keep(form)) {
            case Outcome.Refused<SavedDraft>(var reasons) -> screens.refused(form, about, reasons);
            case Outcome.Done<SavedDraft>(var saved) -> {
                var typed = form.withDraft(saved.draft().value(), saved.version());
                var resolved = Optional.ofNullable(fields.getFirst("resolve")).flatMap(TypedNumber::read);
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
                                answers.dropUnchanged(editor.own(saved.draft().value()));
                        yield Screen.goTo(ItemHead.Screen.TEXT.of(item.value())
                                + (isDropped ? "?" : "?draft=" + saved.draft() + "&")
                                + (resolved.isPresent() ? "flash=said.resolved#talk" : "flash=said.commented#talk"));
                    }
                };
            }
        };
    }

    private Response go(TextForm form, String ending, String flash) {
        return switch (editor.keep(form)) {
            case Outcome.Done<SavedDraft>(var saved) -> {
                answers.take(form, editor.about(form));
                yield Screen.goTo(
                        "/newsroom/drafts/" + saved.draft() + ending + (flash.isEmpty() ? "" : "?flash=said." + flash));
            }
            case Outcome.Refused<SavedDraft>(var reasons) -> screens.refused(form, editor.about(form), reasons);
        };
    }
}
