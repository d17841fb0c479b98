package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.herald.model.WordPressAddress;
import org.jspecify.annotations.Nullable;

/** Every address outside the editions: the door at {@code /}, and the addresses of earlier sites. */
@Path("/")
public class AnyRoute {

    private final Editions editions;
    private final PathResolver resolver;

    public AnyRoute(Editions editions, PathResolver resolver) {
        this.editions = editions;
        this.resolver = resolver;
    }

    @GET
    @Path("{path:.*}")
    public Response get(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String accepted) {
        var address = Address.of(uri);
        boolean isHome = address.plain().equals("/") || address.plain().equals(MissingPages.HOME_FILE);
        if (!isHome || WordPressAddress.isChoice(address.query())) {
            return resolver.answer(address);
        }
        return resolver.named(address).orElseGet(() -> door(address.query(), accepted == null ? "" : accepted));
    }

    /**
     * The front page in the language that the query names, as at many earlier sites, or that the reader's browser asks for
     * (RFC 9110, section 12.5.4).
     */
    private Response door(String query, String accepted) {
        var edition =
                WordPressAddress.value(query, "lang").flatMap(editions::find).orElseGet(() -> chosen(accepted));
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, Urls.front(edition.language()))
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    private Edition chosen(String accepted) {
        try {
            var tags = editions.all().stream()
                    .map(edition -> edition.language().tag())
                    .toList();
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), tags);
            return tag == null ? editions.byDefault() : editions.find(tag).orElseGet(editions::byDefault);
        } catch (IllegalArgumentException malformed) {
            return editions.byDefault();
        }
    }
}
