package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.herald.Settings;
import org.herald.media.Incoming;
import org.herald.newsroom.Differences;
import org.herald.newsroom.MergeScreens;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Originals;
import org.herald.newsroom.PictureShelf;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PreviewScreens;
import org.herald.newsroom.RevisionScreens;
import org.herald.newsroom.Saving;
import org.herald.newsroom.SessionCookie;
import org.herald.newsroom.TextScreens;
import org.herald.newsroom.TextSides;
import org.herald.newsroom.TranslationScreens;
import org.herald.newsroom.Typing;
import org.herald.newsroom.Visitor;
import org.herald.newsroom.WritingQueries;
import org.herald.people.Sessions;
import org.herald.publish.Desk;
import org.herald.store.Database;
import org.herald.store.OutlineQueries;
import org.herald.store.PreviewQueries;
import org.herald.web.BodyLimits;

/** What the screens on which editors write are made of. */
@Singleton
final class WritingWiring {

    @Produces
    @Singleton
    WritingQueries writingQueries(Database database) {
        return WritingQueries.in(database);
    }

    @Produces
    @Singleton
    PortalChoices portalChoices(Settings settings, OutlineQueries outline, OpenItems items) {
        return new PortalChoices(settings, outline, items);
    }

    @Produces
    @Singleton
    Typing typing(Desk desk, WritingQueries queries, OpenItems items, PortalChoices choices, Visitor visitor) {
        return new Typing(desk, queries, items, choices, visitor);
    }

    @Produces
    @Singleton
    TextSides textSides(
            WritingQueries queries, PortalChoices choices, Typing typing, PortalTime time, InstantSource clock) {
        return new TextSides(queries, choices, typing, time, clock);
    }

    @Produces
    @Singleton
    Originals originals(WritingQueries queries, OpenItems items) {
        return new Originals(queries, items);
    }

    @Produces
    @Singleton
    TextScreens textScreens(
            NewsroomFrames frames, OpenItems items, TextSides sides, Originals originals, PortalTime time) {
        return new TextScreens(frames, items, sides, originals, time);
    }

    @Produces
    @Singleton
    Saving saving(Desk desk, Typing typing, OpenItems items, Visitor visitor) {
        return new Saving(desk, typing, items, visitor);
    }

    @Produces
    @Singleton
    MergeScreens mergeScreens(NewsroomFrames frames, OpenItems items, WritingQueries queries, PortalTime time) {
        return new MergeScreens(frames, items, queries, time);
    }

    @Produces
    @Singleton
    PictureShelf pictureShelf(Incoming incoming, Desk desk, WritingQueries queries, Visitor visitor) {
        return new PictureShelf(incoming, desk, queries, visitor);
    }

    @Produces
    @Singleton
    Differences differences(NewsroomFrames frames, OpenItems items, PortalTime time) {
        return new Differences(frames, items, time);
    }

    @Produces
    @Singleton
    RevisionScreens revisionScreens(NewsroomFrames frames, OpenItems items, WritingQueries queries, PortalTime time) {
        return new RevisionScreens(frames, items, queries, time);
    }

    @Produces
    @Singleton
    PreviewScreens previewScreens(
            NewsroomFrames frames, WritingQueries queries, PortalTime time, Settings settings, InstantSource clock) {
        return new PreviewScreens(frames, queries, time, settings, clock);
    }

    @Produces
    @Singleton
    TranslationScreens translationScreens(
            NewsroomFrames frames,
            OpenItems items,
            WritingQueries queries,
            PortalChoices choices,
            Originals originals) {
        return new TranslationScreens(frames, items, queries, choices, originals);
    }

    @Produces
    @Singleton
    PreviewQueries previewQueries(Database database) {
        return new PreviewQueries(database);
    }

    /** More than a megabyte is taken from whoever is signed in. */
    @Produces
    @Singleton
    BodyLimits.Larger largerBodies(SessionCookie cookie, Sessions sessions) {
        return new BodyLimits.Larger(
                "/newsroom/", cookie.name(), secret -> sessions.find(secret).isPresent());
    }
}
