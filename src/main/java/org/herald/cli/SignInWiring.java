package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.herald.config.Settings;
import org.herald.newsroom.account.OpenIdWay;
import org.herald.people.OfferedWays;
import org.herald.people.OpenIdProvider;
import org.herald.people.OpenIdSignIn;
import org.herald.people.OutsideAccounts;
import org.herald.people.PasskeySignIn;
import org.herald.people.Passkeys;
import org.herald.people.RelyingParty;
import org.herald.people.SignIn;
import org.herald.people.SiteKey;
import org.herald.store.Database;

/** What the ways to sign in beside passwords are made of, and the screens that show them. */
@Singleton
final class SignInWiring {

    @Produces
    @Singleton
    RelyingParty relyingParty(Settings settings) {
        return RelyingParty.of(settings.baseUrl(), settings.nameIn(settings.defaultLanguage()));
    }

    @Produces
    @Singleton
    OfferedWays offeredWays(Database database, Settings settings) {
        return new OfferedWays(
                database, settings.signIn().byPassword(), settings.signIn().issuer());
    }

    @Produces
    @Singleton
    Passkeys passkeys(Database database, InstantSource clock, SignIn signIn, RelyingParty party, OfferedWays ways) {
        return new Passkeys(database, clock, signIn, party, ways);
    }

    @Produces
    @Singleton
    PasskeySignIn passkeySignIn(
            Database database, InstantSource clock, SignIn signIn, RelyingParty party, SiteKey key) {
        return new PasskeySignIn(database, clock, signIn, party, key);
    }

    @Produces
    @Singleton
    OutsideAccounts outsideAccounts(Database database, InstantSource clock, OfferedWays ways) {
        return new OutsideAccounts(database, clock, ways);
    }

    @Produces
    @Singleton
    OpenIdWay openIdWay(OpenIdSignIn signIn, Settings settings, InstantSource clock) {
        var back = URI.create(settings.baseUrl() + "/newsroom/sign-in/openid/return");
        return new OpenIdWay(
                signIn,
                Optional.ofNullable(settings.signIn().openId()).map(openId -> new OpenIdProvider(openId, back, clock)));
    }

    @Produces
    @Singleton
    OpenIdSignIn openIdSignIn(
            Database database, InstantSource clock, SignIn signIn, SiteKey key, OutsideAccounts accounts) {
        return new OpenIdSignIn(database, clock, signIn, key, accounts);
    }
}
