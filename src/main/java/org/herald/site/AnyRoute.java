package org.herald.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every address outside the editions: the door at {@code /}, and the addresses of earlier sites. */
@Path("/")
public class AnyRoute {

    private final Editions editions;
    private final Elsewhere elsewhere;

    public AnyRoute(Editions editions, Elsewhere elsewhere) {
        this.editions = editions;
        this.elsewhere = elsewhere;
    }

    @GET
    @Path("{path:.*}")
    public Response get(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String accepted) {
        var address = Address.of(uri);
        return address.plain().equals("/") && address.query().isEmpty()
                ? door(accepted == null ? "" : accepted)
                : elsewhere.answer(address);
    }

    /** The front page in the language that the reader's browser asks for (RFC 9110, section 12.5.4). */
    private Response door(String accepted) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(Places.front(chosen(accepted).language())))
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
