package org.herald.newsroom;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.herald.model.Draft;
import org.herald.model.Kept;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.people.Permission;

/** Saves a text: a new revision of its item, or a new item. */
@Path("/newsroom/revisions")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SavingRoute {

    private final Typing typing;
    private final Saving saving;
    private final TextScreens screens;
    private final Answers answers;

    public SavingRoute(Typing typing, Saving saving, TextScreens screens, Answers answers) {
        this.typing = typing;
        this.saving = saving;
        this.screens = screens;
        this.answers = answers;
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response save(MultivaluedMap<String, String> fields) {
        var form = TextForm.read(fields);
        var after = new Saving.After(
                "desk".equals(fields.getFirst("then")),
                Optional.ofNullable(fields.getFirst("original"))
                        .flatMap(TextForm::number)
                        .map(RevisionId::new));
        var about = typing.about(form);
        return switch (typing.keep(form)) {
            case Outcome.Refused<Kept>(var reasons) -> screens.refused(form, about, reasons);
            case Outcome.Done<Kept>(var kept)
            when kept.isCopy() && about instanceof Draft.OfNew ->
                // its draft was saved or changed elsewhere: saving this one, too, might make the item twice
                Screen.goTo("/newsroom/drafts/" + kept.draft() + "?said=said.kept-beside");
            case Outcome.Done<Kept>(var kept) -> {
                var typed = answers.take(form, about).withDraft(kept.draft().value(), kept.version());
                yield saving.save(kept, after, reasons -> screens.refused(typed, about, reasons));
            }
        };
    }
}
