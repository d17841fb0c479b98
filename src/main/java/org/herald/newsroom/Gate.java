package org.herald.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.herald.people.Permissions;
import org.herald.people.Sessions;
import org.herald.people.SignedInSession;
import org.herald.web.Admission;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route of the newsroom: knows the session, asks for the permission that the route {@link Needs}, and
 * takes no form that is not of this session. A route without a word of its own lets nobody through.
 */
public class Gate {

    /** The field of every form, and the header of every request by script, that carries the session's token. */
    static final String CSRF_FIELD = "csrf";

    private static final String CSRF_HEADER = "X-Csrf-Token";
    private static final String OURS = "/newsroom";
    private static final String ROOM = Gate.class.getPackageName();
    private static final String SIGN_IN = OURS + "/sign-in";
    private static final String LINKS = OURS + "/welcome/";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> SAME = Set.of("same-origin", "none");

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ChosenLanguage language;
    private final Visitor visitor;
    private final Admission admission;
    private final HeldFormScreens held;

    public Gate(Sessions sessions, SessionCookie cookie, Visitor visitor, Admission admission, HeldFormScreens held) {
        this.admission = admission;
        this.sessions = sessions;
        this.cookie = cookie;
        this.language = new ChosenLanguage(cookie);
        this.visitor = visitor;
        this.held = held;
    }

    /** Lets the request through by answering nothing, or answers in its place. */
    @ServerRequestFilter
    @WithFormRead
    public Optional<Response> check(ResteasyReactiveContainerRequestContext request, ResourceInfo route) {
        // by the class that would answer: an address has spellings that lead to it and do not look like it
        if (!guards(route.getResourceClass().getPackageName())) {
            return Optional.empty();
        }
        boolean writes = !READING.contains(request.getMethod());
        visitor.comes(
                here(request, writes),
                language.of(request.getCookies(), request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .orElse(null));
        if (writes && isFromElsewhere(request)) {
            throw Refusal.notOurForm();
        }
        var secret = cookie.secret(request.getCookies());
        var session = secret.flatMap(sessions::find);
        session.ifPresent(found -> {
            visitor.is(found);
            admission.note(secret.orElseThrow());
        });
        if (route.getResourceMethod().isAnnotationPresent(Open.class)) {
            return Optional.empty();
        }
        if (session.isEmpty()) {
            return Optional.of(signIn(request, writes));
        }
        if (writes && !carriesToken(request, session.get())) {
            return Optional.of(ofEarlierSession(request, session.get()));
        }
        if (writes) {
            HeldFormReader.shownBefore(request).ifPresent(id -> held.sentAgain(id, session.get()));
        }
        if (!mayPass(route.getResourceMethod().getAnnotation(Needs.class), session.get())) {
            throw Refusal.notAllowed();
        }
        return Optional.empty();
    }

    /** Nobody keeps our pages; should somebody all the same, they are in the language of one browser. */
    @ServerResponseFilter
    public void vary(ContainerRequestContext request, ContainerResponseContext answer) {
        boolean isPage = MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType());
        if (isPage && isOurs(request.getUriInfo().getPath())) {
            answer.getHeaders().add(HttpHeaders.VARY, "Cookie, Accept-Language");
        }
    }

    /** True for the routes of this room and of every room within it. */
    static boolean guards(String packageName) {
        return packageName.equals(ROOM) || packageName.startsWith(ROOM + ".");
    }

    static boolean isOurs(String path) {
        return path.equals(OURS) || path.startsWith(OURS + "/");
    }

    private static boolean mayPass(@Nullable Needs needs, SignedInSession session) {
        return needs != null
                && Arrays.stream(needs.value())
                        .anyMatch(permission -> Permissions.allow(session.account(), permission));
    }

    /**
     * What browsers say of where a request comes from: Fetch Metadata, section 2.1, over https, and the origin (RFC 6454,
     * section 7) always. A program that is no browser says nothing, and carries no cookie of somebody else.
     */
    private static boolean isFromElsewhere(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !SAME.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        String host = request.getHeaderString("Host");
        return origin != null && (host == null || !origin.endsWith("://" + host));
    }

    private static boolean carriesToken(ResteasyReactiveContainerRequestContext request, SignedInSession session) {
        String sent = request.getHeaderString(CSRF_HEADER);
        var exchange = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        if (sent == null && exchange.getFormData() != null) {
            var field = exchange.getFormData().getFirst(CSRF_FIELD);
            sent = field == null ? null : field.getValue();
        }
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A page leads to the sign-in and back, and a form stays on the screen of the sign-in until it can be shown again; a
     * script is told, so that it keeps what it has.
     */
    private Response signIn(ResteasyReactiveContainerRequestContext request, boolean writes) {
        if (Screen.isScript(request.getHeaders())) {
            throw Refusal.of(401, "error.signed-out");
        }
        var form = writes ? HeldFormReader.read(request) : Optional.<HeldForm>empty();
        if (form.isPresent()) {
            return held.atSignIn(form.get());
        }
        String back = writes ? OURS : here(request, false);
        return Screen.goTo(SIGN_IN + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    /** A form that was opened in an earlier session of the same browser is shown again, with the token of this one. */
    private Response ofEarlierSession(ResteasyReactiveContainerRequestContext request, SignedInSession session) {
        if (Screen.isScript(request.getHeaders())) {
            throw Refusal.notOurForm();
        }
        var form = HeldFormReader.read(request).orElseThrow(Refusal::notOurForm);
        return held.atItsPage(form, session);
    }

    /** What was posted at a link is begun anew at the link, all else that somebody unknown can post at the sign-in. */
    private static String here(ContainerRequestContext request, boolean writes) {
        var address = request.getUriInfo().getRequestUri();
        if (writes) {
            return address.getRawPath().startsWith(LINKS) ? address.getRawPath() : SIGN_IN;
        }
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }
}
