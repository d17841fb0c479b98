package org.herald.config;

import java.util.Map;
import org.herald.model.Language;
import org.herald.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * How people may sign in to the newsroom, beside passkeys, which are always offered.
 *
 * @param byPassword false where passwords let nobody in
 * @param openId the provider that signs people in; nothing for none
 */
public record SignInSettings(boolean byPassword, @Nullable OpenId openId) {

    public static final SignInSettings DEFAULT = new SignInSettings(true, null);

    /**
     * An OpenID provider, and what it may say of people.
     *
     * @param issuer its address, letter by letter as it names itself
     * @param clientSecret by which it knows us; empty for a public client, and never logged
     * @param label what people call it
     * @param rolesClaim where it says what people are; empty when it does not
     * @param roles the role for each value of that claim
     * @param domain whoever has a verified e-mail address of this domain gets an account; empty for the invited alone
     */
    public record OpenId(
            String issuer,
            String clientId,
            String clientSecret,
            Map<Language, String> label,
            String rolesClaim,
            Map<String, Role> roles,
            String domain) {

        public OpenId {
            label = Map.copyOf(label);
            roles = Map.copyOf(roles);
        }

        @Override
        public String toString() {
            return "OpenId[" + issuer + ", " + clientId + "]";
        }
    }

    /** The issuer; empty when there is none. */
    public String issuer() {
        return openId == null ? "" : openId.issuer();
    }
}
