package org.herald.newsroom.writing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.herald.model.Asset;
import org.herald.model.Draft;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Picture;
import org.herald.model.SavedDraft;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** How the lead picture of a draft is chosen, or brought. */
@Path("/newsroom/drafts/{draft:[0-9]{1,18}}/picture")
public class DraftPictureRoute {

    private final DraftEditor editor;
    private final PictureShelf shelf;
    private final NewsroomFrames frames;

    public DraftPictureRoute(DraftEditor editor, PictureShelf shelf, NewsroomFrames frames) {
        this.editor = editor;
        this.shelf = shelf;
        this.frames = frames;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(
            @PathParam("draft") long id,
            @QueryParam("q") @DefaultValue("") String name,
            @QueryParam("before") @DefaultValue("") String before) {
        return show(200, editor.own(id), name, before, List.of());
    }

    /**
     * Makes one of the pictures that are here the lead picture.
     *
     * @param picture empty for none
     */
    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @PathParam("draft") long id,
            @FormParam("version") @DefaultValue("") String version,
            @FormParam("picture") @DefaultValue("") String picture) {
        var draft = editor.own(id);
        var chosen = TypedNumber.read(picture).map(shelf::require).orElse(null);
        return keep(draft, version, chosen);
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bring(
            @PathParam("draft") long id,
            @RestForm("version") @DefaultValue("") String version,
            @RestForm("file") @Nullable FileUpload file) {
        var draft = editor.own(id);
        return switch (shelf.take(file)) {
            case Outcome.Done<Asset>(var asset) -> keep(draft, version, asset);
            case Outcome.Refused<Asset>(var reasons) -> show(422, draft, "", "", reasons);
        };
    }

    /** The texts of a picture stay with it, and go with it. */
    private Response keep(Draft draft, String version, @Nullable Asset chosen) {
        Picture before = draft.content().picture();
        Picture picture = chosen == null
                ? null
                : before != null && before.asset().equals(chosen.id()) ? before : new Picture(chosen.id(), "", "", "");
        var content = draft.content().withPicture(picture);
        return switch (editor.keep(draft, TypedNumber.read(version).orElse(0L), draft.about(), content)) {
            case Outcome.Done<SavedDraft>(var saved) ->
                Screen.goTo(DraftRoute.back(editor.own(saved.draft().value())));
            case Outcome.Refused<SavedDraft>(var reasons) -> show(422, draft, "", "", reasons);
        };
    }

    private Response show(int status, Draft draft, String name, String before, List<Reason> reasons) {
        var words = frames.words();
        var picture = draft.content().picture();
        String chosen = picture == null ? "" : picture.asset().toString();
        var assets = shelf.pictures(name, before);
        var lines = assets.stream()
                .map(asset -> new PicturesPage.Line(
                        asset.id().value(),
                        asset.name(),
                        asset.width(),
                        asset.height(),
                        asset.id().toString().equals(chosen)))
                .toList();
        String next = PictureShelf.isFull(assets)
                ? "?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&before="
                        + assets.getLast().id()
                : "";
        return Screen.of(
                status,
                new PicturesPage(
                        frames.frame(words.say("pictures.title"), NewsroomFrames.Area.DESK),
                        FieldErrors.placed(words, reasons, WritingFields::ofPicture),
                        new PicturesPage.Draft(draft.id().value(), draft.version(), chosen, DraftRoute.back(draft)),
                        lines,
                        name,
                        next));
    }
}
