package org.herald.publish;

import static org.herald.testing.TestPortal.NOON;
import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.store.PathTarget;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of an item through its life, and the spans of time that say so afterwards. */
final class PublicationsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String MIR = "/en/news/culture/2024/08/19/mir-castle";

    private final TestPortal portal;

    PublicationsTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void firstPublicationTellsReadersTheInstantAndTheDay() {
        ItemId item = portal.draft("Mir castle");
        assertEquals(MIR, portal.done(new Publish(item, null)));
        LiveItem seen = seen(MIR);
        assertEquals("Mir castle", seen.headline());
        assertEquals(NOON, seen.publishedAt());
        assertEquals(LocalDate.of(2024, 8, 19), seen.publishedOn());
        assertNull(seen.correctedAt());
        assertEquals(List.of("1|" + NOON.toEpochMilli() + "|null|null|null"), publications(item));
    }

    @Test
    void laterPublicationKeepsTheFirstInstantAndDayAndAddress() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Revise(item, content("Mir castle opens"), null));
        Instant nextDay = portal.clock().pass(Duration.ofDays(1));
        assertEquals(MIR, portal.done(new Publish(item, nextDay)));
        LiveItem seen = seen(MIR);
        assertEquals("Mir castle opens", seen.headline());
        assertEquals(NOON, seen.publishedAt());
        assertEquals(LocalDate.of(2024, 8, 19), seen.publishedOn());
        assertNull(seen.correctedAt());
        assertEquals(
                List.of(
                        "1|" + NOON.toEpochMilli() + "|" + nextDay.toEpochMilli() + "|null|null",
                        "2|" + nextDay.toEpochMilli() + "|null|null|null"),
                publications(item));
    }

    @Test
    void storyOfPaperTimesStandsOnItsOwnDay() {
        ItemId item = portal.draft("Mir castle");
        String path = portal.done(new Publish(item, Instant.parse("1965-12-31T22:00:00Z")));
        assertEquals("/en/news/culture/1966/01/01/mir-castle", path);
        assertEquals(LocalDate.of(1966, 1, 1), seen(path).publishedOn());
        assertEquals(List.of("1|" + NOON.toEpochMilli() + "|null|null|null"), publications(item));
    }

    @Test
    void newerDraftOfLiveItemIsNotSeenBeforeItIsPublished() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Revise(item, content("Mir castle opens"), null));
        assertEquals("Mir castle", seen(MIR).headline());
        assertEquals(1, publications(item).size());
    }

    @Test
    void movedItemIsSeenAsItWasAndItsNewerDraftStaysADraft() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Revise(item, content("Mir castle opens"), null));
        portal.clock().pass(HOUR);
        portal.done(new Move(item, portal.section("tourism")));
        String path = "/en/tourism/2024/08/19/mir-castle";
        assertEquals("Mir castle", seen(path).headline());
        assertEquals(
                "<p>Mir castle, in other words.</p>",
                shown(path).content().body().html());
        portal.done(new Rename(item, new Slug("mir")));
        path = "/en/tourism/2024/08/19/mir";
        assertEquals("Mir castle", seen(path).headline());
        assertEquals("2", portal.tables().value("select head_id from item"));
        assertEquals(path, portal.done(new Publish(item, null)));
        assertEquals("Mir castle opens", seen(path).headline());
    }

    @Test
    void correctionAfterAMoveStaysAtTheNewAddress() {
        ItemId item = portal.published("Mir castle");
        portal.done(new Move(item, portal.section("tourism")));
        Instant later = portal.clock().pass(HOUR);
        String path = portal.done(new Correct(item, content("Mir castle is open"), "It is open already."));
        assertEquals("/en/tourism/2024/08/19/mir-castle", path);
        assertEquals("Mir castle is open", seen(path).headline());
        assertEquals(later, seen(path).correctedAt());
        assertTrue(publications(item).getLast().endsWith("|null|It is open already.|null"));
    }

    @Test
    void withdrawnItemIsGoneWithItsNoticeAndComesBackWhereItWas() {
        ItemId item = portal.published("Mir castle");
        Instant withdrawn = portal.clock().pass(HOUR);
        portal.done(new Withdraw(item, "  It was not true. "));
        var gone =
                assertInstanceOf(PathTarget.Gone.class, portal.items().at(MIR).orElseThrow());
        assertEquals("It was not true.", gone.withdrawal().reason());
        assertEquals("Mir castle", gone.withdrawal().headline());
        assertEquals(withdrawn, gone.withdrawal().at());
        Instant restored = portal.clock().pass(HOUR);
        assertEquals(MIR, portal.done(new Restore(item)));
        assertEquals(State.PUBLISHED, portal.state(item));
        assertEquals(NOON, seen(MIR).publishedAt());
        assertEquals(
                List.of(
                        "1|" + NOON.toEpochMilli() + "|" + withdrawn.toEpochMilli() + "|null|It was not true.",
                        "1|" + restored.toEpochMilli() + "|null|null|null"),
                publications(item));
    }

    @Test
    void restoredItemKeepsItsCorrection() {
        ItemId item = portal.in(State.CORRECTED, "Mir castle");
        portal.clock().pass(HOUR);
        portal.done(new Withdraw(item, "It was not true."));
        portal.clock().pass(HOUR);
        portal.done(new Restore(item));
        assertEquals(State.CORRECTED, portal.state(item));
        assertEquals(NOON, seen(MIR).correctedAt());
        portal.clock().pass(HOUR);
        portal.done(new Publish(item, null));
        assertEquals(State.CORRECTED, portal.state(item));
        assertEquals(NOON, seen(MIR).correctedAt());
    }

    @Test
    void secondWithdrawalTellsItsOwnReason() {
        ItemId item = portal.in(State.WITHDRAWN, "Mir castle");
        portal.done(new Restore(item));
        portal.done(new Withdraw(item, "It was true, but not ours."));
        var gone =
                assertInstanceOf(PathTarget.Gone.class, portal.items().at(MIR).orElseThrow());
        assertEquals("It was true, but not ours.", gone.withdrawal().reason());
    }

    @Test
    void scheduledItemPublishedEarlyGoesOutOnce() {
        ItemId item = portal.in(State.SCHEDULED, "Mir castle");
        portal.done(new Publish(item, null));
        portal.clock().pass(Duration.ofDays(2));
        assertEquals(List.of(), new Timetable(portal.bus()).publishDue());
        assertEquals(NOON, seen(MIR).publishedAt());
        assertEquals(1, publications(item).size());
    }

    /** Many lives at once, by seeded chance: what was written of the past is never written over. */
    @Test
    void publicationsNeverOverlapAndOnlyEnd() {
        var random = new Random(1863);
        var items = new ArrayList<ItemId>();
        for (int i = 0; i < 6; i++) {
            items.add(portal.draft(i % 2 == 0 ? "news" : "tourism", "Mir castle"));
        }
        List<String> before = List.of();
        for (int step = 0; step < 400; step++) {
            ItemId item = items.get(random.nextInt(items.size()));
            portal.clock().pass(Duration.ofMinutes(random.nextInt(600)));
            portal.refusals(anyVerb(item, random));
            before = checkOnlyEnded(before);
        }
        checkSpans(items);
        assertTrue(before.size() > 80, "Too little happened: " + before.size());
    }

    private Verb<?> anyVerb(ItemId item, Random random) {
        var sections = List.of("news", "news/culture", "tourism");
        return switch (random.nextInt(8)) {
            case 0 -> new Revise(item, content("Mir castle " + random.nextInt(5)), null);
            case 1 -> new Correct(item, content("Mir castle " + random.nextInt(5)), "A name was wrong.");
            case 2 -> new Withdraw(item, "It was not true.");
            case 3, 4 -> new Restore(item);
            case 5 -> new Move(item, portal.section(sections.get(random.nextInt(3))));
            case 6 -> new Rename(item, new Slug("word-" + random.nextInt(4)));
            default -> new Publish(item, null);
        };
    }

    private List<String> checkOnlyEnded(List<String> before) {
        var now = portal.tables()
                .rows("select id, item_id, revision_id, section_id, path, from_at, note, until_at, reason"
                        + " from publication order by id");
        for (int i = 0; i < before.size(); i++) {
            String row = before.get(i);
            String open = "|null|null";
            assertTrue(
                    now.get(i).equals(row)
                            || (row.endsWith(open)
                                    && now.get(i).startsWith(row.substring(0, row.length() - open.length()) + "|")),
                    row + " became " + now.get(i));
        }
        return now;
    }

    private void checkSpans(List<ItemId> items) {
        for (ItemId item : items) {
            Instant freeFrom = Instant.MIN;
            boolean open = false;
            for (String row : portal.tables()
                    .rows(
                            "select from_at, coalesce(cast(until_at as varchar(20)), 'open') from publication where item_id = ? order by id",
                            item.value())) {
                String[] span = row.split("\\|", -1);
                Instant from = Instant.ofEpochMilli(Long.parseLong(span[0]));
                assertTrue(!open && !from.isBefore(freeFrom), row);
                open = span[1].equals("open");
                if (!open) {
                    freeFrom = Instant.ofEpochMilli(Long.parseLong(span[1]));
                    assertTrue(!freeFrom.isBefore(from), row);
                }
            }
            assertEquals(portal.state(item).isLive(), open, item.toString());
        }
    }

    private PathTarget.Shown shown(String path) {
        return assertInstanceOf(PathTarget.Shown.class, portal.items().at(path).orElseThrow());
    }

    private LiveItem seen(String path) {
        return shown(path).item();
    }

    private List<String> publications(ItemId item) {
        return portal.tables()
                .rows(
                        "select revision_id, from_at, until_at, note, reason from publication where item_id = ?"
                                + " order by id",
                        item.value());
    }
}
