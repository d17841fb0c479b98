package org.herald.newsroom;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.herald.model.Kept;
import org.herald.model.Outcome;
import org.herald.model.PreviewKey;
import org.herald.model.Previewed;
import org.herald.people.Permission;
import org.herald.publish.Desk;
import org.herald.publish.OpenPreview;

/** Shows a text as it is typed on the readers' page, to whoever types it. */
@Path("/newsroom/previews")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class OwnPreviewRoute {

    private static final Duration LASTING = Duration.ofMinutes(30);

    private final Desk desk;
    private final Typing typing;
    private final TextScreens screens;
    private final Visitor visitor;

    public OwnPreviewRoute(Desk desk, Typing typing, TextScreens screens, Visitor visitor) {
        this.desk = desk;
        this.typing = typing;
        this.screens = screens;
        this.visitor = visitor;
    }

    @POST
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response open(MultivaluedMap<String, String> fields) {
        var form = TextForm.read(fields);
        var about = typing.about(form);
        return switch (typing.keep(form)) {
            case Outcome.Refused<Kept>(var reasons) -> screens.refused(form, about, reasons);
            case Outcome.Done<Kept>(var kept) -> {
                var typed = typing.own(kept.draft().value());
                var verb = new OpenPreview(new Previewed.Typed(about, typed.content()), LASTING, "");
                yield switch (desk.carryOut(visitor.account().principal(), verb)) {
                    case Outcome.Done<PreviewKey>(var key) -> Screen.goTo(key.ofItem());
                    case Outcome.Refused<PreviewKey>(var reasons) -> screens.refused(form, about, reasons);
                };
            }
        };
    }
}
