package org.herald.newsroom;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Makes a page of a refusal, or values when a script asks. */
@Provider
public class Refusals implements ExceptionMapper<Refusal> {

    private final NewsroomFrames frames;

    @Context
    HttpHeaders headers; // given by JAX-RS, new for each request

    public Refusals(NewsroomFrames frames) {
        this.frames = frames;
    }

    @Override
    public Response toResponse(Refusal refusal) {
        var words = frames.words();
        var reason = refusal.reason();
        Object[] arguments = reason.arguments().toArray();
        String title = words.sayAll(reason.key() + ".title", arguments);
        String text = words.sayAll(reason.key() + ".text", arguments);
        return Screen.isScript(headers.getRequestHeaders())
                ? Screen.json(refusal.status(), Map.of("message", title + ". " + text))
                : Screen.of(refusal.status(), new RefusalPage(frames.frame(title, NewsroomFrames.Area.NONE), text));
    }
}
