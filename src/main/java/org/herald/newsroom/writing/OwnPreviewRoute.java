package org.herald.newsroom.writing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.herald.model.Outcome;
import org.herald.model.PreviewKey;
import org.herald.model.Previewed;
import org.herald.model.SavedDraft;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.publish.CommandBus;
import org.herald.publish.OpenPreview;

/** Shows a text as it is typed on the readers' page, to whoever types it. */
@Path("/newsroom/previews")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class OwnPreviewRoute {

    private static final Duration LASTING = Duration.ofMinutes(30);

    private final CommandBus bus;
    private final DraftEditor editor;
    private final TextScreens screens;
    private final Visitor visitor;

    public OwnPreviewRoute(CommandBus bus, DraftEditor editor, TextScreens screens, Visitor visitor) {
        this.bus = bus;
        this.editor = editor;
        this.screens = screens;
        this.visitor = visitor;
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response open(MultivaluedMap<String, String> fields) {
        var form = TextForm.read(fields);
        var about = editor.about(form);
        return switch (editor.keep(form)) {
            case Outcome.Refused<SavedDraft>(var reasons) -> screens.refused(form, about, reasons);
            case Outcome.Done<SavedDraft>(var saved) -> {
                var typed = editor.own(saved.draft().value());
                var verb = new OpenPreview(new Previewed.Typed(about, typed.content()), LASTING, "");
                yield switch (bus.carryOut(visitor.account().principal(), verb)) {
                    case Outcome.Done<PreviewKey>(var key) -> Screen.goTo(key.ofItem());
                    case Outcome.Refused<PreviewKey>(var reasons) -> screens.refused(form, about, reasons);
                };
            }
        };
    }
}
