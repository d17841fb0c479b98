package org.herald.newsroom;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * The language of somebody who is not signed in: the one they chose at this browser, which a cookie keeps, or else the one
 * that it asks for (RFC 9110, section 12.5.4).
 */
final class ChosenLanguage {

    private static final String NAME = "-language";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();
    private static final List<String> TAGS =
            NewsroomWords.LANGUAGES.stream().map(Language::tag).toList();

    private final SessionCookie session;

    ChosenLanguage(SessionCookie session) {
        this.session = session;
    }

    /** The language of a browser with these cookies that accepts these languages; nothing when the newsroom speaks none. */
    Optional<Language> of(Map<String, Cookie> cookies, @Nullable String accepted) {
        return Optional.ofNullable(cookies.get(name()))
                .flatMap(cookie -> find(cookie.getValue()))
                .or(() -> Optional.ofNullable(accepted).flatMap(ChosenLanguage::accepted));
    }

    NewCookie keep(Language language) {
        return new NewCookie.Builder(name())
                .value(language.tag())
                .path("/")
                .httpOnly(true)
                .secure(session.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(YEAR)
                .build();
    }

    /** The language of the newsroom with this tag. */
    static Optional<Language> find(String tag) {
        return NewsroomWords.LANGUAGES.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static Optional<Language> accepted(String header) {
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS))
                    .flatMap(ChosenLanguage::find);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private String name() {
        return session.name() + NAME;
    }
}
