package org.herald.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.herald.config.KindFiles;
import org.herald.model.ItemId;
import org.herald.model.Portal;
import org.herald.model.State;
import org.herald.testing.Databases;
import org.herald.testing.OnFileOnly;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due goes out in the order of time, once, whatever happened in between. */
final class TimetableTest {
    private final Path folder;
    private final TestPortal portal;
    private final Timetable timetable;

    TimetableTest(@TempDir Path folder) {
        this.folder = folder;
        portal = new TestPortal(folder);
        timetable = new Timetable(portal.bus());
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void nothingGoesOutBeforeItsTime() {
        ItemId item = due("Mir castle", Duration.ofHours(1));
        portal.clock().pass(Duration.ofHours(1).minusMillis(1));
        assertEquals(List.of(), timetable.publishDue());
        assertEquals(State.SCHEDULED, portal.state(item));
        Instant due = portal.clock().pass(Duration.ofMillis(1));
        assertEquals(List.of(item), timetable.publishDue());
        assertEquals(State.PUBLISHED, portal.state(item));
        assertEquals(String.valueOf(due.toEpochMilli()), portal.tables().value("select published_at from live"));
        assertEquals(
                "-1|publish",
                portal.tables().value("select principal_id, verb from change order by position desc limit 1"));
        assertEquals(List.of(), timetable.publishDue());
    }

    @Test
    void dueItemsGoOutInTheOrderOfTheirTimes() {
        ItemId third = due("Third", Duration.ofHours(3));
        ItemId first = due("First", Duration.ofHours(1));
        ItemId second = due("Second", Duration.ofHours(2));
        ItemId alsoSecond = due("Second again", Duration.ofHours(2));
        ItemId later = due("Later", Duration.ofHours(5));
        portal.clock().pass(Duration.ofHours(4));
        assertEquals(List.of(first, second, alsoSecond, third), timetable.publishDue());
        assertEquals(State.SCHEDULED, portal.state(later));
    }

    @Test
    void rescheduledItemGoesOutAtItsNewTimeAndUnscheduledNever() {
        ItemId moved = due("Moved", Duration.ofHours(1));
        ItemId taken = due("Taken off", Duration.ofHours(1));
        portal.done(new Schedule(moved, portal.clock().instant().plus(Duration.ofHours(9))));
        portal.done(new Unschedule(taken));
        portal.clock().pass(Duration.ofHours(2));
        assertEquals(List.of(), timetable.publishDue());
        portal.clock().pass(Duration.ofHours(8));
        assertEquals(List.of(moved), timetable.publishDue());
        assertEquals(State.DRAFT, portal.state(taken));
    }

    @Test
    void newestRevisionGoesOut() {
        ItemId item = due("Mir castle", Duration.ofHours(1));
        portal.done(new Revise(item, TestPortal.content("Mir castle opens"), null));
        portal.clock().pass(Duration.ofHours(1));
        timetable.publishDue();
        assertEquals("Mir castle opens", portal.tables().value("select headline from live"));
    }

    @Test
    void whatWasDueWhileNobodyLookedGoesOutAfterARestart() {
        ItemId item = due("Mir castle", Duration.ofHours(1));
        portal.close();
        portal.clock().pass(Duration.ofDays(3));
        try (var database = Databases.open(folder.resolve("portal.db"))) {
            var again = new Timetable(new CommandBus(
                    database,
                    portal.clock(),
                    TestPortal.MINSK,
                    Portal.UNKNOWN,
                    PublishingRules.none(KindFiles.ofProduct())));
            assertEquals(List.of(item), again.publishDue());
            assertEquals(List.of(), again.publishDue());
        }
        assertEquals("2024-08-22", portal.tables().value("select published_day from live"));
    }

    @Test
    void everythingDueGoesOutHoweverMuchItIs() {
        var items = new ArrayList<ItemId>();
        for (int i = 0; i < 130; i++) {
            items.add(due("Story " + i, Duration.ofMinutes(1 + i / 10)));
        }
        portal.clock().pass(Duration.ofHours(1));
        assertEquals(items, timetable.publishDue());
        assertEquals("130", portal.tables().value("select count(*) from live"));
        assertEquals("130", portal.tables().value("select count(*) from publication"));
    }

    @Test
    void severalTimetablesPublishEachItemOnce() throws Exception {
        for (int i = 0; i < 70; i++) {
            due("Story " + i, Duration.ofMinutes(1));
        }
        portal.clock().pass(Duration.ofHours(1));
        try (var other = Databases.open(folder.resolve("portal.db"));
                var threads = Executors.newFixedThreadPool(2)) {
            var there = new Timetable(new CommandBus(
                    other,
                    portal.clock(),
                    TestPortal.MINSK,
                    Portal.UNKNOWN,
                    PublishingRules.none(KindFiles.ofProduct())));
            List<Callable<List<ItemId>>> looks = List.of(timetable::publishDue, there::publishDue);
            var out = new ArrayList<ItemId>();
            for (var look : threads.invokeAll(looks)) {
                out.addAll(look.get());
            }
            assertEquals(70, out.size());
            assertEquals(70, new HashSet<>(out).size());
        }
        assertEquals("70", portal.tables().value("select count(*) from publication"));
        assertTrue(portal.tables()
                .rows("select 1 from item where state = 'scheduled'")
                .isEmpty());
    }

    @Test
    @OnFileOnly // a server refuses to have a row damaged in this way
    void whatCannotGoOutStopsNothingElseAndIsToldAtTheDesk() {
        ItemId before = due("Before", Duration.ofMinutes(1));
        ItemId refused = due("Refused", Duration.ofMinutes(2));
        ItemId failing = due("Failing", Duration.ofMinutes(3));
        ItemId after = due("After", Duration.ofMinutes(4));
        portal.tables().value("update item set state = 'withdrawn' where id = ? returning id", refused.value());
        portal.tables().value("update revision set picture_id = 404 where item_id = ? returning id", failing.value());
        portal.clock().pass(Duration.ofHours(1));

        assertEquals(List.of(before, after), timetable.publishDue());
        assertEquals(List.of(), timetable.publishDue(), "they are not tried for ever");

        assertEquals(State.DRAFT, portal.state(failing));
        assertEquals("2", portal.tables().value("select count(*) from comment where kind = 'missed'"));
        assertEquals("2", portal.tables().value("select count(*) from change where verb = 'put-off'"));
        assertEquals("0", portal.tables().value("select count(*) from item where due_at is not null"));
        assertEquals("0", portal.tables().value("select count(*) from live where item_id = ?", failing.value()));
    }

    @Test
    void manyThatCannotGoOutDoNotHideThoseThatCan() {
        for (int i = 0; i < 60; i++) {
            ItemId item = due("Refused " + i, Duration.ofMinutes(1));
            portal.tables().value("update item set state = 'withdrawn' where id = ? returning id", item.value());
        }
        ItemId last = due("Last", Duration.ofMinutes(2));
        portal.clock().pass(Duration.ofHours(1));

        timetable.publishDue();
        timetable.publishDue();

        assertEquals(State.PUBLISHED, portal.state(last));
    }

    private ItemId due(String headline, Duration in) {
        ItemId item = portal.draft(headline);
        portal.done(new Schedule(item, portal.clock().instant().plus(in)));
        return item;
    }
}
