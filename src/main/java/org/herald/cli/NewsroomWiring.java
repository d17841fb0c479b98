package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.herald.config.Settings;
import org.herald.model.geo.MapTiles;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.Door;
import org.herald.newsroom.FaultPages;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Screen;
import org.herald.newsroom.SessionCookie;
import org.herald.newsroom.Visitor;
import org.herald.newsroom.desk.DeskRows;
import org.herald.newsroom.desk.DeskScreen;
import org.herald.newsroom.desk.ItemDeskScreen;
import org.herald.newsroom.people.PeopleScreens;
import org.herald.newsroom.writing.WritingQueries;
import org.herald.people.Accounts;
import org.herald.people.Devices;
import org.herald.people.HeldForms;
import org.herald.people.OneTimeTokens;
import org.herald.people.OwnAccount;
import org.herald.people.Passwords;
import org.herald.people.Registration;
import org.herald.people.Sessions;
import org.herald.people.SignIn;
import org.herald.people.SiteKey;
import org.herald.publish.PublishingRules;
import org.herald.store.Database;
import org.herald.store.OpenItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.SignInQueries;
import org.herald.web.BodyLimits;
import org.herald.web.ErrorPages;
import org.herald.web.Policies;
import org.herald.web.Proxies;

/** What the newsroom is made of, in the order in which one part needs the other. */
@Singleton
final class NewsroomWiring {

    @Produces
    @Singleton
    Sessions sessions(Database database, InstantSource clock) {
        return new Sessions(database, clock);
    }

    @Produces
    @Singleton
    HeldForms heldForms(Database database, InstantSource clock) {
        return new HeldForms(database, clock);
    }

    @Produces
    @Singleton
    SiteKey siteKey(Settings settings, Database database) {
        return SiteKey.of(settings.secretKey(), database);
    }

    @Produces
    @Singleton
    Passwords passwords() {
        return new Passwords();
    }

    @Produces
    @Singleton
    SignIn signIn(Database database, InstantSource clock, Sessions sessions, SiteKey key, Passwords passwords) {
        return new SignIn(database, clock, sessions, key, passwords);
    }

    @Produces
    @Singleton
    SignInQueries signInQueries(Database database) {
        return new SignInQueries(database);
    }

    @Produces
    @Singleton
    OneTimeTokens tokens(Database database, InstantSource clock) {
        return new OneTimeTokens(database, clock);
    }

    @Produces
    @Singleton
    Registration joining(
            Database database, InstantSource clock, OneTimeTokens tokens, SignIn signIn, Passwords passwords) {
        return new Registration(database, clock, tokens, signIn, passwords);
    }

    @Produces
    @Singleton
    Accounts accounts(Database database, InstantSource clock, OneTimeTokens tokens) {
        return new Accounts(database, clock, tokens);
    }

    @Produces
    @Singleton
    OwnAccount ownAccount(Database database, InstantSource clock, SignIn signIn, Passwords passwords, SiteKey key) {
        return new OwnAccount(database, clock, signIn, passwords, key);
    }

    @Produces
    @Singleton
    Proxies proxies(Settings settings) {
        return new Proxies(settings.inFront().proxies());
    }

    @Produces
    @Singleton
    PeopleScreens.Around around(Settings settings, Door door, Visitor visitor) {
        return new PeopleScreens.Around(settings, door, visitor);
    }

    @Produces
    @Singleton
    PortalTime portalTime(Settings settings) {
        return new PortalTime(settings.zone());
    }

    @Produces
    @Singleton
    OpenItems openItems(Database database, OutlineQueries outline, Visitor visitor, PublishingRules rules) {
        return new OpenItems(new OpenItemQueries(database), outline, visitor, rules);
    }

    /** The newsroom has scripts and styles of its own; readers' pages have none. */
    @Produces
    @Singleton
    Policies policies(MapTiles tiles) {
        return new Policies(Map.of("/newsroom", Screen.policy(tiles)));
    }

    @Produces
    @Singleton
    ErrorPages errorPages(FaultPages pages) {
        return new ErrorPages(Map.of("/newsroom", pages::page));
    }

    @Produces
    @Singleton
    DeskScreen deskScreen(
            NewsroomFrames frames,
            NewsroomQueries queries,
            DeskRows rows,
            Visitor visitor,
            Settings settings,
            Kinds kinds,
            InstantSource clock) {
        return new DeskScreen(frames, queries, rows, visitor, new DeskScreen.Portal(settings, kinds, clock));
    }

    @Produces
    ItemDeskScreen.Clocks clocks(Settings settings, Kinds kinds, PortalTime time, InstantSource now) {
        return new ItemDeskScreen.Clocks(settings, kinds, time, now);
    }

    @Produces
    @Singleton
    WritingQueries writingQueries(Database database) {
        return WritingQueries.in(database);
    }

    /** More than a megabyte is taken from users who are signed in, and from browsers in which they were: a session may end. */
    @Produces
    @Singleton
    BodyLimits.Larger largerBodies(SessionCookie cookie, Sessions sessions, SiteKey key) {
        return new BodyLimits.Larger(
                "/newsroom/",
                new BodyLimits.Proof(
                        cookie.name(), secret -> sessions.find(secret).isPresent()),
                new BodyLimits.Proof(cookie.deviceName(), new Devices(key)::isKnown));
    }
}
