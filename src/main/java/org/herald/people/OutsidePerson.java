package org.herald.people;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as an OpenID provider describes them.
 *
 * @param subject what the provider calls them, for ever and nobody else
 * @param email in its one spelling; empty when the provider does not say
 * @param isEmailVerified true when the provider says that the e-mail address is theirs
 * @param name may be empty
 * @param said what the provider says what they are, such as the names of groups
 */
record OutsidePerson(String subject, String email, boolean isEmailVerified, String name, List<String> said) {

    private static final int LONGEST_SUBJECT = 255;

    OutsidePerson {
        said = List.copyOf(said);
    }

    /**
     * By the claims of a token, and by what the provider says beside it.
     *
     * @param more what it says beside the token; it must be of the same subject
     */
    static Optional<OutsidePerson> of(JWTClaimsSet token, Map<String, Object> more, String rolesClaim) {
        String subject = token.getSubject();
        if (subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            return Optional.empty();
        }
        var claims = new HashMap<String, Object>();
        if (subject.equals(more.get("sub"))) {
            claims.putAll(more);
        }
        claims.putAll(token.getClaims());
        return Optional.of(new OutsidePerson(
                subject,
                AccountRules.normal(text(claims.get("email"))),
                isVerified(token.getClaims(), claims),
                text(claims.get("name")),
                rolesClaim.isEmpty() ? List.of() : texts(at(claims, rolesClaim))));
    }

    /** The highest role that is said. */
    Optional<Role> role(Map<String, Role> roles) {
        return said.stream()
                .flatMap(each -> Optional.ofNullable(roles.get(each)).stream())
                .max(Comparator.naturalOrder());
    }

    boolean isOf(String domain) {
        return !domain.isEmpty() && email.endsWith("@" + domain);
    }

    /** A claim by its name, or inside others by a path with dots: {@code realm_access.roles}. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inside
                ? at(inside, path.substring(dot + 1))
                : null;
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> List.of(text);
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    /** That an address is confirmed holds for the address beside which it is said, and for no other. */
    private static boolean isVerified(Map<String, Object> token, Map<String, Object> all) {
        boolean isOfToken = token.get("email") != null;
        boolean isSaidThere = token.get("email_verified") != null;
        return isTrue(all.get("email_verified")) && isOfToken == isSaidThere;
    }

    /** Some providers write it as text. */
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text : "";
    }
}
