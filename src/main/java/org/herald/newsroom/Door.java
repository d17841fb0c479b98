package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.herald.people.Client;
import org.herald.people.HeldForms;
import org.herald.people.Sessions;
import org.herald.people.SignIn;
import org.herald.people.SignedInSession;
import org.herald.web.Remote;

/** The browser's side of signing in and out: where it asks from, its cookies, and where it goes next. */
@Singleton
public final class Door {

    private static final String HOME = "/newsroom";
    private static final Pattern LOCAL = Pattern.compile("/newsroom([/?][^\\\\\\p{Cntrl}]*)?");
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private final SessionCookie session;
    private final Remote remote;
    private final Sessions sessions;
    private final HeldForms held;

    public Door(SessionCookie session, Remote remote, Sessions sessions, HeldForms held) {
        this.session = session;
        this.remote = remote;
        this.sessions = sessions;
        this.held = held;
    }

    public Client client(HttpHeaders headers) {
        String agent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        Cookie device = headers.getCookies().get(session.deviceName());
        return new Client(
                remote.address(), agent == null ? "" : agent, device == null ? "" : device.getValue(), secret(headers));
    }

    public String address() {
        return remote.address();
    }

    /** The secret of the session that this browser has, or had. */
    public String secret(HttpHeaders headers) {
        return session.secret(headers.getCookies()).orElse("");
    }

    /** Lets somebody in, and on to where they wished to go. */
    public Response admit(SignIn.Admitted admitted, String path) {
        return Response.fromResponse(Screen.goTo(path))
                .cookie(session.of(admitted.secret()), device(admitted.device()))
                .build();
    }

    /**
     * Lets somebody in, and back to the form that they had sent while they were signed out.
     *
     * @param packed the form as the sign-in held it; anything else leads to the path
     */
    public Response admit(SignIn.Admitted admitted, String path, String packed) {
        return admit(
                admitted,
                sessions.find(admitted.secret())
                        .map(session -> onward(session, path, packed))
                        .orElse(path));
    }

    /** Where somebody who is signed in goes: to the form that was held, or else to the path. */
    public String onward(SignedInSession session, String path, String packed) {
        return HeldForm.ofPacked(packed)
                .map(form -> HeldFormReader.withHeld(
                        form.page(), held.keep(session.account().id(), form.toJson())))
                .orElse(path);
    }

    /**
     * Lets somebody out. What the browser kept of our pages goes; what was typed and not sent yet stays, and so does what
     * makes this browser a known one.
     */
    public Response leave(String path) {
        return Response.fromResponse(Screen.goTo(path))
                .cookie(session.ended())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    /** Where somebody wished to go, when that is a page of the newsroom; otherwise the desk. */
    public static String wished(String path) {
        try {
            return LOCAL.matcher(path).matches() && !new URI(path).getRawPath().contains("//") ? path : HOME;
        } catch (URISyntaxException none) {
            return HOME;
        }
    }

    private NewCookie device(String value) {
        return new NewCookie.Builder(session.deviceName())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(session.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(YEAR)
                .build();
    }
}
