package org.herald.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of {@code portal.yaml} that says how people may sign in. */
final class SignInFile {

    private static final String GROUP = "sign-in.openid.";
    private static final String DOMAIN = "domain:";

    private final Values values;
    private final Faults faults;

    SignInFile(Values values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    SignInSettings read(LanguageValues languages) {
        return new SignInSettings(values.get(PortalKeys.PASSWORD).orElse(true), openId(languages));
    }

    private SignInSettings.@Nullable OpenId openId(LanguageValues languages) {
        boolean isThere = PortalKeys.SCHEMA.keys().stream()
                .filter(key -> key.name().startsWith(GROUP))
                .anyMatch(values::isSet);
        if (!isThere) {
            return null;
        }
        var openId = new SignInSettings.OpenId(
                values.get(PortalKeys.ISSUER).orElse(""),
                values.get(PortalKeys.CLIENT_ID).orElse(""),
                values.get(PortalKeys.CLIENT_SECRET).orElse(""),
                languages.texts(PortalKeys.LABEL, false),
                values.get(PortalKeys.ROLES_CLAIM).orElse(""),
                values.get(PortalKeys.ROLES).orElse(Map.of()),
                values.get(PortalKeys.ACCEPT)
                        .filter(accept -> accept.startsWith(DOMAIN))
                        .map(accept -> accept.substring(DOMAIN.length()))
                        .orElse(""));
        requireRoles(openId);
        return openId;
    }

    private void requireRoles(SignInSettings.OpenId openId) {
        boolean saysRoles = !openId.rolesClaim().isEmpty();
        boolean areRolesWrong =
                values.isSet(PortalKeys.ROLES) && values.get(PortalKeys.ROLES).isEmpty();
        if (!areRolesWrong && saysRoles == openId.roles().isEmpty()) {
            wrong(
                    saysRoles ? PortalKeys.ROLES_CLAIM : PortalKeys.ROLES,
                    "\"" + PortalKeys.ROLES.name() + "\" and \"" + PortalKeys.ROLES_CLAIM.name()
                            + "\" must stand together.");
        }
        if (!saysRoles && !openId.domain().isEmpty()) {
            wrong(
                    PortalKeys.ACCEPT,
                    "\"" + PortalKeys.ACCEPT.name() + "\" must be invited while no \"" + PortalKeys.ROLES_CLAIM.name()
                            + "\" says what new people may do.");
        }
    }

    private void wrong(Key<?> key, String sentence) {
        values.node(key).ifPresent(node -> faults.add(node.origin(), sentence));
    }
}
