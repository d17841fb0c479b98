package org.herald.newsroom.writing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Conflict;
import org.herald.model.Draft;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.SavedDraft;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;
import org.herald.publish.Settling;
import org.herald.store.OpenItemQueries.OpenItem;

/** Where somebody settles what two people wrote in the same places. */
@Path("/newsroom/drafts/{draft:[0-9]{1,18}}/merge")
public class MergeRoute {

    private final DraftEditor editor;
    private final DraftSaver saver;
    private final MergeScreens screens;
    private final TextScreens texts;

    public MergeRoute(DraftEditor editor, DraftSaver saver, MergeScreens screens, TextScreens texts) {
        this.editor = editor;
        this.saver = saver;
        this.screens = screens;
        this.texts = texts;
    }

    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(@PathParam("draft") long id) {
        var draft = editor.own(id);
        var merging = screens.merging(draft, Optional.empty());
        return merging.conflicts().isEmpty()
                ? Screen.goTo(DraftRoute.back(draft))
                : screens.show(200, merging, List.of(), List.of());
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("draft") long id, MultivaluedMap<String, String> fields) {
        var draft = editor.own(id);
        var with = TypedNumber.read(field(fields, "with")).map(RevisionId::new);
        var merging = screens.merging(draft, with);
        var chosen = chosen(merging.conflicts(), fields);
        if (!field(fields, "version").equals(Long.toString(draft.version()))) {
            return screens.show(422, merging, chosen, List.of(new Reason("refused.draft-newer", List.of())));
        }
        var settled = new ArrayList<String>();
        var open = new ArrayList<Reason>();
        for (int i = 0; i < chosen.size(); i++) {
            int place = i;
            chosen.get(i)
                    .of(merging.conflicts().get(i))
                    .ifPresentOrElse(
                            settled::add,
                            () -> open.add(new Reason(
                                    "refused.place-open",
                                    List.of(merging.conflicts().get(place).part(), place))));
        }
        if (!open.isEmpty()) {
            open.addFirst(new Reason("refused.places-open", List.of(open.size())));
            return screens.show(422, merging, chosen, open);
        }
        return save(draft, merging, settled);
    }

    /** The draft as settled stands on the revision it was settled with; should that be old again, it is merged again. */
    private Response save(Draft draft, Merging merging, List<String> settled) {
        var content = Settling.settle(
                screens.kind(merging.open()),
                merging.base().content(),
                draft.content(),
                merging.theirs().content(),
                settled);
        var about =
                new Draft.OfItem(merging.open().item().id(), merging.theirs().id());
        return switch (editor.keep(draft, draft.version(), about, content)) {
            case Outcome.Refused<SavedDraft>(var reasons) -> screens.show(422, merging, List.of(), reasons);
            case Outcome.Done<SavedDraft>(var saved) ->
                saver.save(
                        saved,
                        DraftSaver.After.NOTHING,
                        reasons -> texts.refused(editor.own(saved.draft().value()), reasons));
        };
    }

    private static List<Conflicts.Choosing> chosen(List<Conflict> conflicts, MultivaluedMap<String, String> fields) {
        var chosen = new ArrayList<Conflicts.Choosing>();
        for (int i = 0; i < conflicts.size(); i++) {
            chosen.add(new Conflicts.Choosing(field(fields, "choice-" + i), field(fields, "text-" + i)));
        }
        return chosen;
    }

    private static String field(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("").replace("\r\n", "\n");
    }

    /** A draft, the revision it began with, and the one it meets. */
    record Merging(OpenItem open, Draft draft, Revision base, Revision theirs, List<Conflict> conflicts) {}
}
