package org.herald.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Language;
import org.herald.model.Role;
import org.jspecify.annotations.Nullable;

/** The part of {@code portal.yaml} that says how people may sign in. */
final class SignInFile {

    private static final String PASSWORD = "sign-in.password";
    private static final String OPENID = "sign-in.openid.";
    private static final String ISSUER = OPENID + "issuer";
    private static final String ROLES = OPENID + "roles";
    private static final String ACCEPT = OPENID + "accept";
    private static final String DOMAIN = "domain:";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private final SettingsFile file;

    SignInFile(SettingsFile file) {
        this.file = file;
    }

    SignInSettings read(List<Language> languages) {
        boolean byPassword = switch (file.optional(PASSWORD)) {
            case "", "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw file.wrong(PASSWORD, "on or off");
        };
        return new SignInSettings(byPassword, openId(languages));
    }

    private SignInSettings.@Nullable OpenId openId(List<Language> languages) {
        if (!file.hasGroup(OPENID)) {
            return null;
        }
        String accept = file.optional(ACCEPT);
        if (!accept.matches("|invited|domain:[a-z0-9.-]+[.][a-z]+")) {
            throw file.wrong(ACCEPT, "invited, or domain:example.org with a domain in lower case");
        }
        var openId = new SignInSettings.OpenId(
                issuer(),
                file.required(OPENID + "client-id", "herald"),
                file.optional(OPENID + "client-secret"),
                file.perLanguage(OPENID + "label", languages, false),
                file.optional(OPENID + "roles-claim"),
                roles(),
                accept.startsWith(DOMAIN) ? accept.substring(DOMAIN.length()) : "");
        boolean saysRoles = !openId.rolesClaim().isEmpty();
        if (saysRoles == openId.roles().isEmpty()) {
            throw file.wrong(ROLES, "there exactly when \"sign-in.openid.roles-claim\" is");
        }
        if (!saysRoles && !openId.domain().isEmpty()) {
            throw file.wrong(ACCEPT, "invited while no \"sign-in.openid.roles-claim\" says what new people may do");
        }
        return openId;
    }

    /** Letter by letter: a slash at its end belongs to it (OpenID Connect Discovery, section 4.3). */
    private String issuer() {
        String issuer = file.required(ISSUER, "https://login.example.org");
        boolean isSafe = SettingsFile.url(issuer)
                .filter(url -> "https".equals(url.getScheme()) || THIS_MACHINE.contains(url.getHost()))
                .isPresent();
        if (!isSafe) {
            throw file.wrong(ISSUER, "an address with https, such as https://login.example.org");
        }
        return issuer;
    }

    private Map<String, Role> roles() {
        return file.map(ROLES).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> role(entry.getValue())));
    }

    private Role role(String word) {
        return Stream.of(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> file.wrong(
                        ROLES,
                        "for each value of the claim one of "
                                + Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "))));
    }
}
