package org.herald.newsroom.writing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.herald.model.Draft;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.SavedDraft;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.people.Permission;

/** Saves a text: a new revision of its item, or a new item. */
@Path("/newsroom/revisions")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SaveRoute {

    private final DraftEditor editor;
    private final DraftSaver saver;
    private final TextScreens screens;
    private final Answers answers;

    public SaveRoute(DraftEditor editor, DraftSaver saver, TextScreens screens, Answers answers) {
        this.editor = editor;
        this.saver = saver;
        this.screens = screens;
        this.answers = answers;
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response save(MultivaluedMap<String, String> fields) {
        var form = TextForm.read(fields);
        var after = new DraftSaver.After(
                "desk".equals(fields.getFirst("then")),
                Optional.ofNullable(fields.getFirst("original"))
                        .flatMap(TypedNumber::read)
                        .map(RevisionId::new));
        var about = editor.about(form);
        return switch (editor.keep(form)) {
            case Outcome.Refused<SavedDraft>(var reasons) -> screens.refused(form, about, reasons);
            case Outcome.Done<SavedDraft>(var saved)
            when saved.isCopy() && about instanceof Draft.OfNew ->
                // its draft was saved or changed elsewhere: saving this one, too, might make the item twice
                Screen.goTo("/newsroom/drafts/" + saved.draft() + "?flash=said.kept-beside");
            case Outcome.Done<SavedDraft>(var saved) -> {
                var typed = answers.take(form, about).withDraft(saved.draft().value(), saved.version());
                yield saver.save(saved, after, reasons -> screens.refused(typed, about, reasons));
            }
        };
    }
}
