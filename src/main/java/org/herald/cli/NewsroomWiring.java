package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.herald.Settings;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomWords;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.SessionCookie;
import org.herald.newsroom.Styles;
import org.herald.newsroom.Visitor;
import org.herald.people.Sessions;
import org.herald.store.Database;
import org.herald.store.OpenItemQueries;
import org.herald.store.OutlineQueries;

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
    SessionCookie sessionCookie(Settings settings) {
        return new SessionCookie(settings);
    }

    @Produces
    @Singleton
    NewsroomWords newsroomWords() {
        return new NewsroomWords();
    }

    @Produces
    @Singleton
    Styles styles() {
        return new Styles();
    }

    @Produces
    @Singleton
    NewsroomFrames newsroomFrames(Settings settings, NewsroomWords words, Styles styles, Visitor visitor) {
        return new NewsroomFrames(settings, words, styles, visitor);
    }

    @Produces
    @Singleton
    PortalTime portalTime(Settings settings) {
        return new PortalTime(settings.zone());
    }

    @Produces
    @Singleton
    OpenItems openItems(Database database, OutlineQueries outline, Visitor visitor) {
        return new OpenItems(new OpenItemQueries(database), outline, visitor);
    }
}
