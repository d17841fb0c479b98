package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.herald.Settings;
import org.herald.newsroom.AuditScreen;
import org.herald.newsroom.BatchScreen;
import org.herald.newsroom.DeskBooks;
import org.herald.newsroom.DeskRows;
import org.herald.newsroom.DeskScreen;
import org.herald.newsroom.Gestures;
import org.herald.newsroom.ItemDeskScreen;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PlanScreen;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Visitor;
import org.herald.publish.Desk;
import org.herald.store.Database;

/** What the newsroom's desk is made of. */
@Singleton
final class DeskWiring {

    @Produces
    @Singleton
    DeskBooks deskBooks(Database database) {
        return new DeskBooks(database);
    }

    @Produces
    @Singleton
    DeskRows deskRows(PortalTime time, InstantSource clock) {
        return new DeskRows(time, clock);
    }

    @Produces
    @Singleton
    Gestures gestures(Desk desk, OpenItems items, Settings settings, Visitor visitor) {
        return new Gestures(desk, items, settings, visitor);
    }

    @Produces
    @Singleton
    DeskScreen deskScreen(
            NewsroomFrames frames,
            DeskBooks books,
            DeskRows rows,
            Visitor visitor,
            Settings settings,
            InstantSource clock) {
        return new DeskScreen(frames, books, rows, visitor, new DeskScreen.Portal(settings, clock));
    }

    @Produces
    ItemDeskScreen.Clocks clocks(Settings settings, PortalTime time, InstantSource now) {
        return new ItemDeskScreen.Clocks(settings, time, now);
    }

    @Produces
    @Singleton
    ItemDeskScreen itemDeskScreen(
            NewsroomFrames frames, DeskBooks books, Gestures gestures, OpenItems items, ItemDeskScreen.Clocks clocks) {
        return new ItemDeskScreen(frames, books, gestures, items, clocks);
    }

    @Produces
    @Singleton
    BatchScreen batchScreen(
            NewsroomFrames frames, ItemDeskScreen screen, Gestures gestures, OpenItems items, DeskBooks books) {
        return new BatchScreen(frames, screen, gestures, items, books);
    }

    @Produces
    @Singleton
    PlanScreen planScreen(
            NewsroomFrames frames, DeskBooks books, PortalTime time, Settings settings, InstantSource clock) {
        return new PlanScreen(frames, books, time, settings, clock);
    }

    @Produces
    @Singleton
    AuditScreen auditScreen(NewsroomFrames frames, DeskBooks books, PortalTime time, Visitor visitor) {
        return new AuditScreen(frames, books, time, visitor);
    }
}
