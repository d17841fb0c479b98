package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.herald.model.Planned;
import org.herald.model.PreviewKey;
import org.herald.store.PlanQueries;
import org.herald.web.Page;

/**
 * Readers' pages as they will be when the plan of the newsroom is published, for whoever has the secret in the address.
 * Nobody keeps them, and search engines are asked to leave them alone.
 */
@Path("/preview/portal/{secret:[A-Za-z0-9_-]{43}}")
public class PlanPreviewRoute {

    private final PlanQueries plan;
    private final CurrentNavigation navigation;
    private final PlanPages pages;
    private final Editions editions;
    private final InstantSource clock;

    public PlanPreviewRoute(
            PlanQueries plan, CurrentNavigation navigation, PlanPages pages, Editions editions, InstantSource clock) {
        this.plan = plan;
        this.navigation = navigation;
        this.pages = pages;
        this.editions = editions;
        this.clock = clock;
    }

    @GET
    @Path("/" + RoutePatterns.LANGUAGE + "{rest:(?:/.*)?}")
    public Response get(
            @PathParam("secret") String secret,
            @PathParam("language") String language,
            @PathParam("rest") String rest,
            @Context UriInfo uri)
            throws Exception {
        String path = "/" + language + rest.replaceFirst("(?<!/)/+$", "");
        var key = new PreviewKey(secret);
        if (!plan.isPreview(key.digest(), clock.instant())) {
            return closed(Response.status(Response.Status.GONE), pages.ended(path));
        }
        var planned = plan.all().stream().map(Planned::change).toList();
        String base = key.ofPortal();
        Response answer = navigation.with(planned, () -> FileRoot.below(base, () -> pages.answer(path, uri)));
        URI elsewhere = answer.getLocation();
        if (elsewhere != null) {
            boolean isPage = pages.has(elsewhere.getPath());
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, (isPage ? base : "") + elsewhere.getRawPath())
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return answer.getEntity() instanceof Page page
                ? closed(Response.status(page.status()), within(base, page.text()))
                : answer;
    }

    /** The links of the portal's pages lead to their previews. */
    private String within(String base, String html) {
        String languages =
                editions.all().stream().map(edition -> edition.language().tag()).collect(Collectors.joining("|"));
        return html.replaceAll("(<a [^>]*?href=\")(/(?:" + languages + ")[\"/])", "$1" + base + "$2");
    }

    private static Response closed(Response.ResponseBuilder answer, String html) {
        return answer.type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .entity(html)
                .build();
    }
}
