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
import org.herald.people.Caller;
import org.herald.people.SignIn;
import org.herald.web.Remote;

/** The browser's side of signing in and out: where it asks from, its cookies, and where it goes next. */
@Singleton
public final class Door {

    private static final String HOME = "/newsroom";
    private static final Pattern LOCAL = Pattern.compile("/newsroom([/?][^\\\\\\p{Cntrl}]*)?");
    private static final String DEVICE = "-device";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private final SessionCookie session;
    private final Remote remote;

    public Door(SessionCookie session, Remote remote) {
        this.session = session;
        this.remote = remote;
    }

    Caller caller(HttpHeaders headers) {
        String agent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        Cookie device = headers.getCookies().get(deviceName());
        return new Caller(
                remote.address(),
                agent == null ? "" : agent,
                device == null ? "" : device.getValue(),
                secret(headers));
    }

    String address() {
        return remote.address();
    }

    /** The secret of the session that this browser has, or had. */
    String secret(HttpHeaders headers) {
        return session.secret(headers.getCookies()).orElse("");
    }

    /** Lets somebody in, and on to where they wished to go. */
    Response admit(SignIn.Admitted admitted, String path) {
        return Response.fromResponse(Screen.goTo(path))
                .cookie(session.of(admitted.secret()), device(admitted.device()))
                .build();
    }

    /**
     * Lets somebody out. What the browser kept of our pages goes; what was typed and not sent yet stays, and so does what
     * makes this browser a known one.
     */
    Response leave(String path) {
        return Response.fromResponse(Screen.goTo(path))
                .cookie(session.ended())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    /** Where somebody wished to go, when that is a page of the newsroom; otherwise the desk. */
    static String wished(String path) {
        try {
            return LOCAL.matcher(path).matches() && !new URI(path).getRawPath().contains("//") ? path : HOME;
        } catch (URISyntaxException none) {
            return HOME;
        }
    }

    private NewCookie device(String value) {
        return new NewCookie.Builder(deviceName())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(session.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(YEAR)
                .build();
    }

    private String deviceName() {
        return session.name() + DEVICE;
    }
}
