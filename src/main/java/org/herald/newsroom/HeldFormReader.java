package org.herald.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Reads the form of a request that cannot be carried out now, so that its author gets it back. */
final class HeldFormReader {

    /** The parameter of a page's address that names the form to fill in again. */
    static final String PARAMETER = "held";

    private static final String NEWSROOM = "/newsroom";

    /** What is never written down: secrets, and what belongs to one session or one sign-in. */
    private static final Set<String> SECRET =
            Set.of(Gate.CSRF_FIELD, "password", "confirm", "code", "credential", "challenge");

    /** Forms that say nothing but a wish which the end of the session has carried out. */
    private static final Set<String> POINTLESS = Set.of("/newsroom/sign-out");

    /** Parameters of an address that belong to one showing of the page. */
    private static final Pattern ONCE = Pattern.compile("(?:held|flash)=[^&]*&?");

    private HeldFormReader() {}

    /**
     * The form of this request; empty when it has none, and when the browser does not say that the form comes from a page
     * of ours: what another site made somebody send is never shown as if they had typed it.
     */
    static Optional<HeldForm> read(ResteasyReactiveContainerRequestContext request) {
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        String action = address(request.getUriInfo().getRequestUri());
        if (form == null || !saysWhence(request) || POINTLESS.contains(action)) {
            return Optional.empty();
        }
        var fields = new ArrayList<HeldForm.Field>();
        boolean hasFiles = false;
        for (String name : form) {
            for (var value : form.get(name)) {
                if (value.isFileItem()) {
                    hasFiles = true;
                } else if (!SECRET.contains(name)) {
                    fields.add(new HeldForm.Field(name, value.getValue()));
                }
            }
        }
        return Optional.of(new HeldForm(page(request).orElse(action), action, fields, hasFiles));
    }

    /** The form that the page before this request was showing again, by its id. */
    static Optional<String> shownBefore(ContainerRequestContext request) {
        return referer(request)
                .map(URI::getRawQuery)
                .flatMap(query -> Pattern.compile("(?:^|&)" + PARAMETER + "=([\\w-]+)")
                        .matcher(query)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst());
    }

    /** The address of a page of ours with the form that is to be filled in again. */
    static String withHeld(String page, String id) {
        return page + (page.contains("?") ? "&" : "?") + PARAMETER + "=" + id;
    }

    private static boolean saysWhence(ContainerRequestContext request) {
        return request.getHeaderString("Sec-Fetch-Site") != null || request.getHeaderString("Origin") != null;
    }

    private static Optional<String> page(ContainerRequestContext request) {
        return referer(request).map(HeldFormReader::address);
    }

    /** The page of ours from which the browser comes (RFC 9110, section 10.1.3). */
    private static Optional<URI> referer(ContainerRequestContext request) {
        String stated = request.getHeaderString("Referer");
        String host = request.getHeaderString(HttpHeaders.HOST);
        try {
            return Optional.ofNullable(stated == null ? null : new URI(stated))
                    .filter(uri -> uri.getRawAuthority() != null
                            && uri.getRawAuthority().equals(host)
                            && uri.getRawPath() != null
                            && (uri.getRawPath().equals(NEWSROOM)
                                    || uri.getRawPath().startsWith(NEWSROOM + "/")));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static String address(URI uri) {
        String query = uri.getRawQuery() == null
                ? ""
                : ONCE.matcher(uri.getRawQuery()).replaceAll("").replaceFirst("&$", "");
        return uri.getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }
}
