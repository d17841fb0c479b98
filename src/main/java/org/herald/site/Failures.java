package org.herald.site;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.store.StoreFault;
import org.herald.web.Clients;
import org.herald.web.ErrorPages;
import org.herald.web.NullCharacters;
import org.herald.web.Page;
import org.jboss.logging.Logger;

/** What a reader sees when a page could not be made: in their language, with a way on. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Set<Integer> WITH_WORDS = Set.of(400, 405, 406, 411, 413, 414, 415, 500, 503);

    private final Editions editions;
    private final PathResolver resolver;
    private final ErrorPages others;

    @Context
    UriInfo uri; // given by JAX-RS, new for each request

    /** @param others the error pages of parts whose pages are not readers' pages */
    public Failures(Editions editions, PathResolver resolver, ErrorPages others) {
        this.editions = editions;
        this.resolver = resolver;
        this.others = others;
    }

    @Override
    public Response toResponse(Throwable failure) {
        var address = Address.of(uri);
        if (failure instanceof NotFoundException && NullCharacters.isIn(address.path())) {
            return page(address, NOT_FOUND);
        }
        if (failure instanceof NotFoundException) {
            try {
                return resolver.answer(address);
            } catch (RuntimeException second) {
                return failed(address, second);
            }
        }
        if (failure instanceof WebApplicationException known
                && (known.getResponse().getStatus() < 500 || known.getResponse().getStatus() == UNAVAILABLE)) {
            return refused(address, known.getResponse().getStatus());
        }
        return Clients.sentMalformedForm(failure) || StoreFault.isOfCharacters(failure)
                ? refused(address, BAD_REQUEST)
                : failed(address, failure);
    }

    /** Whatever is not allowed, every address may be read (RFC 9110, section 15.5.6). */
    private Response refused(Address address, int status) {
        Response response = page(address, status);
        return status == METHOD_NOT_ALLOWED
                ? Response.fromResponse(response).header("Allow", "GET, HEAD").build()
                : response;
    }

    /** The store not answering is a matter of time (503); everything else is our fault (500). */
    private Response failed(Address address, Throwable failure) {
        var told = StoreFault.in(failure);
        if (told.isPresent()) {
            LOG.error("No page could be made for " + address.path() + ": " + told.get());
        } else {
            LOG.log(
                    Clients.hasLeft(failure) ? Logger.Level.DEBUG : Logger.Level.ERROR,
                    "No page could be made for " + address.path(),
                    failure);
        }
        boolean isStore = StoreFault.isUnavailable(failure);
        boolean isUnknown = StoreFault.isOutcomeUnknown(failure);
        Response response = page(address, isStore ? UNAVAILABLE : 500, isUnknown);
        // no program shall do by itself again what may be done
        return isStore && !isUnknown
                ? Response.fromResponse(response).header("Retry-After", "10").build()
                : response;
    }

    private Response page(Address address, int status) {
        return page(address, status, false);
    }

    private Response page(Address address, int status, boolean isOutcomeUnknown) {
        return others.of(address.path())
                .map(pages -> pages.page(status, isOutcomeUnknown))
                .orElseGet(() -> readersPage(address, status));
    }

    private Response readersPage(Address address, int status) {
        if (status == NOT_FOUND) {
            return resolver.nothing(address);
        }
        var edition = editions.ofPath(address.path());
        var words = edition.words();
        String key = "error." + (WITH_WORDS.contains(status) ? status : 400);
        if (DocumentFormat.of(address.plain()).isPresent()) {
            return DocumentFormat.problem(status, words.say(key + ".title"), words.say(key + ".text"), Map.of())
                    .toResponse();
        }
        return new Page(
                        status,
                        resolver.error(
                                        edition,
                                        Integer.toString(status),
                                        words.say(key + ".title"),
                                        words.say(key + ".text"),
                                        "",
                                        List.of(new Link(words.say("site.home"), Urls.front(edition.language()))))
                                .render())
                .toResponse();
    }
}
