package org.herald.site;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.herald.model.Language;
import org.herald.model.PageKey;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.herald.web.Representation;
import org.herald.web.RouteParameters;

/** A route of tests alone, with parameters and another media type than HTML: it answers what it understood. */
@Path("/")
public class SampleFormsRoute {

    static final int MOST_FORMS = 30;

    private static final String PATH = RoutePatterns.LANGUAGE + "/sample-forms.json";
    private static final RouteParameters PARAMETERS =
            RouteParameters.of("/" + PATH).one("page", "1").many("type").keeping(MOST_FORMS);

    private static final AtomicInteger ASKED = new AtomicInteger();

    @Produces
    @Singleton
    static RouteParameters parameters() {
        return PARAMETERS;
    }

    /** How often the route itself was asked. */
    static int asked() {
        return ASKED.get();
    }

    @GET
    @Path(PATH)
    public Response get(@PathParam("language") String language, @Context UriInfo uri) {
        ASKED.incrementAndGet();
        CurrentRequest.note(PageKey.blocks(new Language(language)));
        String query = uri.getRequestUri().getRawQuery();
        var sample = Representation.text(
                        "application/json",
                        PARAMETERS.values(query) + " of " + uri.getRequestUri().getRawPath() + "?" + query)
                .cached("public, max-age=60")
                .with(Map.of("X-Sample", language));
        return new Page(200, sample).toResponse();
    }
}
