package org.herald.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.herald.people.HeldForms;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts a form that was sent after the end of a session back into the page on which it stands. */
public class HeldFormFilter {

    private final HeldForms forms;
    private final NewsroomFrames frames;
    private final Visitor visitor;

    public HeldFormFilter(HeldForms forms, NewsroomFrames frames, Visitor visitor) {
        this.forms = forms;
        this.frames = frames;
        this.visitor = visitor;
    }

    @ServerResponseFilter
    public void fill(ContainerRequestContext request, ContainerResponseContext answer) {
        String id = request.getUriInfo().getQueryParameters().getFirst(HeldFormReader.PARAMETER);
        if (id == null
                || !"GET".equals(request.getMethod())
                || !Gate.isOurs(request.getUriInfo().getPath())) {
            return;
        }
        find(id).ifPresent(held -> {
            if (answer.getEntity() instanceof String html
                    && MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType())) {
                answer.setEntity(FormRefill.into(html, held, frames.words()));
            } else if (answer.getHeaderString(HttpHeaders.LOCATION) != null) {
                answer.getHeaders()
                        .putSingle(
                                HttpHeaders.LOCATION,
                                HeldFormReader.withHeld(answer.getHeaderString(HttpHeaders.LOCATION), id));
            }
        });
    }

    private Optional<HeldForm> find(String id) {
        return visitor.find()
                .flatMap(session -> forms.find(session.account().id(), id))
                .flatMap(HeldForm::ofJson);
    }
}
