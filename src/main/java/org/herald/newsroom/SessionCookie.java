package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;
import org.herald.config.Settings;

/**
 * The cookie by which a browser is known. Over https its name begins with {@code __Host-}, so that no other host of the
 * domain can set it (RFC 6265bis, section 4.1.3.2).
 */
@Singleton
public final class SessionCookie {

    private static final String NAME = "herald";
    private static final String DEVICE = "-device";

    private final boolean isSecure;

    public SessionCookie(Settings settings) {
        this.isSecure = "https".equals(settings.baseUrl().getScheme());
    }

    public boolean isSecure() {
        return isSecure;
    }

    public String name() {
        return isSecure ? "__Host-" + NAME : NAME;
    }

    /** The cookie by which a browser is known in which somebody has signed in before. */
    public String deviceName() {
        return name() + DEVICE;
    }

    /** The secret that the browser sent. */
    Optional<String> secret(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name())).map(Cookie::getValue);
    }

    /** The cookie of a session that begins. */
    NewCookie of(String secret) {
        return cookie(secret, NewCookie.DEFAULT_MAX_AGE);
    }

    /** The cookie that takes the one of an ended session away. */
    NewCookie ended() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }
}
