package org.herald.newsroom.account;

import java.util.Optional;
import org.herald.newsroom.Refusal;
import org.herald.people.OpenIdProvider;
import org.herald.people.OpenIdSignIn;

/** The sign-in at an OpenID provider, where the portal has one. */
public final class OpenIdWay {

    private final OpenIdSignIn signIn;
    private final Optional<OpenIdProvider> provider;

    public OpenIdWay(OpenIdSignIn signIn, Optional<OpenIdProvider> provider) {
        this.signIn = signIn;
        this.provider = provider;
    }

    OpenIdSignIn signIn() {
        return signIn;
    }

    /** The provider; where there is none, there is nothing at these addresses. */
    OpenIdProvider provider() {
        return provider.orElseThrow(Refusal::notThere);
    }
}
