package org.herald.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.PublishingRules;
import org.herald.publish.Schedule;
import org.herald.testing.Databases;
import org.herald.testing.HeraldProcess;
import org.herald.testing.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scheduled items while the server is killed again and again: all go out, once each, within a second of their time while
 * it runs, and at once when it is back. {@code -Dherald.schedule=PT20M} does it with 200 items in twenty minutes.
 */
final class ScheduleIT {

    private static final Duration SPAN = Duration.parse(System.getProperty("herald.schedule", "PT40S"));

    private static final int ITEMS = (int) Math.max(40, SPAN.toSeconds() / 6);
    private static final int RESTARTS = 3;
    private static final Duration DOWN = Duration.ofSeconds(3);
    private static final Language ENGLISH = new Language("en");

    @TempDir
    private Path folder;

    private final List<HeraldProcess> started = new ArrayList<>();
    private final InstantSource clock = Clock.systemUTC();

    /** A span of time in which the server ran: from its first look at the schedule until it was killed. */
    private record Up(Instant from, Instant until) {}

    @AfterEach
    void leaveNothingRunning() {
        for (HeraldProcess each : started) {
            each.close();
        }
    }

    @Test
    void everyItemGoesOutOnceAndInTimeThroughKills() throws Exception {
        Files.writeString(folder.resolve("portal.yaml"), "name: Oasis\nlanguages: [en]\n");
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(12);
        Map<ItemId, Instant> due = scheduled(begin);
        var up = new ArrayList<Up>();
        Instant end = begin.plus(SPAN);
        for (int run = 0; run <= RESTARTS; run++) {
            HeraldProcess herald = start();
            Instant from = clock.instant();
            Instant until = run == RESTARTS
                    ? end.plusSeconds(3)
                    : begin.plus(SPAN.multipliedBy(run + 1L).dividedBy(RESTARTS + 1L));
            await(until);
            herald.kill();
            up.add(new Up(from, clock.instant()));
            if (run < RESTARTS) {
                await(clock.instant().plus(DOWN));
            }
        }
        assertAllOut(due, up);
    }

    private void assertAllOut(Map<ItemId, Instant> due, List<Up> up) {
        var tables = new Tables(folder.resolve("data/portal.db"));
        var out = new HashMap<ItemId, Instant>();
        var order = new ArrayList<Instant>();
        for (String row : tables.rows("select item_id, from_at from publication order by id")) {
            String[] parts = row.split("[|]", -1);
            var item = new ItemId(Long.parseLong(parts[0]));
            assertEquals(null, out.put(item, Instant.ofEpochMilli(Long.parseLong(parts[1]))), "once: " + item);
            order.add(requireNonNull(due.get(item)));
        }
        assertEquals(due.keySet(), out.keySet(), "all of them");
        assertEquals(order.stream().sorted().toList(), order, "in order of their time");
        assertEquals("0", tables.value("select count(*) from item where state = 'scheduled'"));

        long latest = 0;
        long total = 0;
        int whileUp = 0;
        for (var entry : due.entrySet()) {
            Instant at = entry.getValue();
            long late = Duration.between(at, requireNonNull(out.get(entry.getKey())))
                    .toMillis();
            assertTrue(late >= 0, "not before its time");
            if (up.stream()
                    .anyMatch(span -> !at.isBefore(span.from())
                            && at.isBefore(span.until().minusMillis(1000)))) {
                latest = Math.max(latest, late);
                total += late;
                whileUp++;
                // within a second; a machine that is busy with other things may miss one look at the schedule, not two
                assertTrue(late < 2000, "item " + entry.getKey() + " was " + late + " ms late");
            }
        }
        // how many depends on how long the machine takes for a start
        assertTrue(whileUp > RESTARTS, "some were due while the server ran: " + whileUp);
        System.out.printf(
                "%d scheduled items in %s with %d kills: all out once; %d were due while the server ran,"
                        + " at most %d ms and on average %d ms late%n",
                due.size(), SPAN, RESTARTS, whileUp, latest, total / whileUp);
    }

    private Map<ItemId, Instant> scheduled(Instant begin) {
        var due = new HashMap<ItemId, Instant>();
        try (var database = Databases.open(folder.resolve("data/portal.db"))) {
            var bus = new CommandBus(
                    database, clock, ZoneOffset.UTC, Portal.UNKNOWN, PublishingRules.none(KindFiles.ofProduct()));
            var editor = Principal.SAMPLE;
            var title = new Section.Title("Oasis", "");
            bus.carryOut(editor, new AddSection("", Map.of(ENGLISH, title))).orThrow();
            for (int i = 0; i < ITEMS; i++) {
                var at = begin.plus(SPAN.multipliedBy(i).dividedBy(ITEMS));
                var content = Content.of("Story " + i, new Body("<p>Words.</p>"));
                ItemId item = bus.carryOut(
                                editor, new Create(KindName.ARTICLE, ENGLISH, null, Section.ROOT, null, content, null))
                        .orThrow();
                bus.carryOut(editor, new Schedule(item, at)).orThrow();
                due.put(item, at);
            }
        }
        return due;
    }

    /** Waits until this instant comes: what is measured here is the clock itself. */
    private void await(Instant until) throws InterruptedException {
        long millis = Duration.between(clock.instant(), until).toMillis();
        if (millis > 0) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }

    private HeraldProcess start() throws InterruptedException {
        var herald = HeraldProcess.serve(folder, HeraldProcess.freePort());
        started.add(herald);
        return herald.opened();
    }
}
