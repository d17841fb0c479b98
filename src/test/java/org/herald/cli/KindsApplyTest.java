package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.herald.config.SettingsFault;
import org.herald.model.ItemId;
import org.herald.model.LedgerEntry;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.VerbName;
import org.herald.publish.Revert;
import org.herald.publish.Update;
import org.herald.publish.Withdraw;
import org.herald.store.ChangeQueries;
import org.herald.store.RevisionQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald kinds check --apply} and {@code back} where values could be lost: what is refused, and what goes along. */
final class KindsApplyTest {

    private final SightPortal portal;

    KindsApplyTest(@TempDir Path folder) {
        this.portal = new SightPortal(folder);
    }

    /** The declaration with these fields is in the folder, and was applied if it could be. */
    private void started(String... fields) throws IOException {
        declare(fields);
        portal.start();
    }

    private void declare(String... fields) throws IOException {
        portal.declare(SightPortal.HEAD + "  " + String.join("\n  ", fields) + "\n");
    }

    private static void refused(SightPortal.Ran ran, String why) {
        assertEquals(1, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().contains(why), ran.out());
    }

    private static void done(SightPortal.Ran ran) {
        assertEquals(0, ran.code(), ran.out() + ran.err());
    }

    @Test
    void itIsRefusedWhileTheServerOrAnImportRuns() throws IOException {
        started("area: {type: text}");
        portal.sight("Mir", Map.of("area", "27,5"), true);
        declare("area: {type: number}");
        String before = portal.fields();

        for (var role : SiteLock.Role.values()) {
            try (var _ = SiteLock.take(role, portal.folder(), "another")) {
                for (String[] command : new String[][] {{"check", "--apply"}, {"back"}}) {
                    var ran = portal.kinds(command);
                    assertEquals(Main.OPERATOR, ran.code(), ran.out());
                    assertTrue(ran.err().contains("(another): stop that first"), ran.err());
                }
                assertEquals(0, portal.kinds("check").code(), "to look at it, nothing must be stopped");
            }
        }
        assertEquals(before, portal.fields());
    }

    @Test
    void itemThatIsSavedBetweenTheReportAndTheWritingStopsAllOfIt() throws IOException {
        started("area: {type: text}");
        var item = portal.sight("Mir", Map.of("area", "27,5"), true);
        portal.sight("Zaslaue", Map.of("area", "12"), true);
        declare("area: {type: number}");

        var outcome = portal.with(database -> {
            var check = portal.declared(database).check();
            var report = check.report();
            portal.revise(item.value(), "Mir", Map.of("area", "28"));
            return check.apply(portal.bus(database), report);
        });

        assertEquals(
                List.of("refused.saved-since"),
                ((Outcome.Refused<Integer>) outcome)
                        .reasons().stream().map(Outcome.Reason::key).toList());
        assertEquals("[{\"area\":\"28\"}, {\"area\":\"12\"}]", portal.fields());
        assertThrows(SettingsFault.class, portal::start, "the declaration is not applied either");
    }

    @Test
    void valueThatOnlyReadersSeeIsNotLostFromSight() throws IOException {
        started("area: {type: text}", "open: {type: text}");
        portal.sight("Mir", Map.of("area", "a lot", "open", "10-18"), true);
        portal.revise(1, "Mir", Map.of()); // which waits behind what readers see

        declare("area: {type: number}", "open: {type: text}");
        refused(portal.kinds("check"), "cannot be brought over:\n  item 1 (en): a lot");
        declare("area: {type: text}");
        refused(
                portal.kinds("check", "--apply"),
                "the field open is removed; 1 item with a value that would no longer");
        declare("area: {type: text}", "hours: {type: text, renamed-from: open}");
        refused(portal.kinds("check"), "a change waits behind what readers see of item 1");
    }

    @Test
    void valueThatReadersSeeInATranslationAloneIsNotLostFromSight() throws IOException {
        started("area: {type: text, shared: true}");
        var original = portal.sight("Mir", Map.of("area", "27,5"), true);
        portal.translation(original, Map.of(), true);
        portal.done(new Withdraw(original, "By mistake"));
        declare("area: {type: number, shared: true}");

        refused(portal.kinds("check", "--apply"), "readers see values in translations of item 1");
    }

    @Test
    void draftHoldsUpWhatWouldChangeUnderItAlsoWhenNoItemHasAValue() throws IOException {
        started("area: {type: text}", "open: {type: text}");
        portal.draft(Map.of("area", "27.5"));

        declare("area: {type: number}", "open: {type: text}");
        done(portal.kinds("check")); // the number is written as the text
        declare("hectares: {type: text, renamed-from: area}", "open: {type: text}");
        refused(portal.kinds("check", "--apply"), "drafts with values of these fields, of new items: 1.");
        declare("open: {type: text}");
        refused(portal.kinds("check", "--apply"), "the field area is removed; 0 items and 1 draft with a value");
        done(portal.kinds("check", "--apply", "--hide"));
    }

    @Test
    void kindWithADraftOfItIsNotForgotten() throws IOException {
        started("area: {type: text}");
        portal.draft(Map.of());
        Files.delete(portal.file("sight"));

        refused(portal.kinds("check", "--apply"), "sight: is not declared any more; 0 items and 1 draft of it.");
    }

    @Test
    void theWayBackBringsItemsAlongThatCameSince() throws IOException {
        started("open: {type: text}", "area: {type: text}");
        portal.sight("Mir", Map.of("open", "10-18", "area", "27,50"), true);
        declare("hours: {type: text, renamed-from: open}", "area: {type: number}", "beds: {type: number}");
        done(portal.kinds("check", "--apply"));
        portal.start();
        portal.sight("Zaslaue", Map.of("hours", "9-17", "area", "12", "beds", "3"), true);

        refused(portal.kinds("back"), "Put back the earlier declaration of sight");
        declare("open: {type: text}", "area: {type: text}");
        refused(portal.kinds("back"), "the field beds is removed; 1 item with a value that would no longer be shown");
        var ran = portal.kinds("back", "--hide");

        done(ran);
        assertTrue(ran.out().contains("the field hours is renamed open; 2 items with a value"), ran.out());
        assertEquals(
                "[{\"area\":\"27,50\",\"open\":\"10-18\"}, {\"area\":\"12\",\"beds\":\"3\",\"open\":\"9-17\"}]",
                portal.fields());
        portal.start();
        declare("hours: {type: text, renamed-from: open}", "area: {type: number}", "beds: {type: number}");
        done(portal.kinds("back"));
        portal.start();
        assertEquals(
                "[{\"area\":\"27.5\",\"hours\":\"10-18\"}, {\"area\":\"12\",\"beds\":\"3\",\"hours\":\"9-17\"}]",
                portal.fields(),
                "the way back has a way back");
    }

    @Test
    void translationIsNoMoreStaleThanBefore() throws IOException {
        started("area: {type: text}");
        var original = portal.sight("Mir", Map.of("area", "27,5"), true);
        var fresh = portal.translation(original, Map.of("area", "27,5"), true);
        var other = portal.sight("Zaslaue", Map.of("area", "12"), true);
        var stale = portal.translation(other, Map.of("area", "12"), false);
        portal.revise(other.value(), "Zaslaue", Map.of("area", "13"));
        portal.done(new Update(other));
        var asked = "select item_id, is_stale from desk where item_id in (" + fresh + ", " + stale + ") order by 1";
        assertEquals(List.of(fresh + "|0", stale + "|1"), portal.rows(asked));

        declare("area: {type: number}");
        done(portal.kinds("check", "--apply"));

        assertEquals(List.of(fresh + "|0", stale + "|1"), portal.rows(asked));
        declare("area: {type: text}");
        done(portal.kinds("back"));
        assertEquals(List.of(fresh + "|0", stale + "|1"), portal.rows(asked));
    }

    @Test
    void anotherUnitIsSaidAndNotTakenByAStart() throws IOException {
        started("area: {type: number, unit: ha}", "beds: {type: number, unit: {en: {one: bed, other: beds}}}");
        portal.sight("Mir", Map.of("area", "27.5", "beds", "3"), true);
        declare(
                "area: {type: number, unit: ha}",
                "beds: {type: number, unit: {en: {one: bed, other: beds}, be: {other: ложкаў}}}");
        portal.start();

        declare("area: {type: number, unit: km2}", "beds: {type: number}");
        assertThrows(SettingsFault.class, portal::start);
        var ran = portal.kinds("check", "--apply");

        done(ran);
        assertTrue(
                ran.out()
                        .contains(
                                "the field area has another unit; 1 item with a number that stays as it is"
                                        + " and is in square-kilometer from then on, before in hectare:\n  item 1 (en): 27.5\n"),
                ran.out());
        assertTrue(ran.out().contains("is without a unit from then on, before in bed/beds:"), ran.out());
        portal.start();
    }

    @Test
    void orderOfLabelledChoicesIsOneOfTheirLists() throws IOException {
        started("type: {type: choice, choices: {palace: {en: Palace}, castle: {en: Castle}}, sort: true}");
        portal.sight("Mir", Map.of("type", "castle"), true);
        var asked = "select sort from field_value";
        var before = portal.rows(asked);

        declare("type: {type: choice, choices: {castle: {en: Castle}, palace: {en: Palace}}, sort: true}");
        assertTrue(portal.kinds().out().contains("The files were changed since the last start."));
        portal.start();

        assertFalse(portal.rows(asked).equals(before), "castles are first now");
        assertTrue(portal.kinds("check").out().contains("there is nothing to do"));
    }

    @Test
    void hiddenValueComesBackAsTheTypeItHasThenOrNotAtAll() throws IOException {
        started("area: {type: text}", "open: {type: text}");
        portal.sight("Mir", Map.of("area", "27,5", "open", "always"), true);
        declare("built: {type: year}");
        done(portal.kinds("check", "--apply", "--hide"));
        portal.start();

        declare("built: {type: year}", "open: {type: number}");
        assertThrows(SettingsFault.class, portal::start);
        refused(portal.kinds("check"), "cannot be brought over:\n  item 1 (en): always");
        declare("built: {type: year}", "area: {type: number}");
        done(portal.kinds("check", "--apply"));
        assertEquals("[{\"area\":\"27.5\",\"open\":\"always\"}]", portal.fields());
        declare("built: {type: year}", "area: {type: number}", "open: {type: text}");
        portal.start();
        assertEquals("[{\"area\":\"27.5\",\"open\":\"always\"}]", portal.fields());
    }

    @Test
    void earlierRevisionIsReadAndRestoredWithTheNamesOfToday() throws IOException {
        started("open: {type: text}");
        var item = portal.sight("Mir", Map.of("open", "10-18"), true);
        var first = portal.head(item);
        declare("hours: {type: text, renamed-from: open}");
        done(portal.kinds("check", "--apply"));
        portal.revise(item.value(), "Mir", Map.of("hours", "9-17"));
        declare("times: {type: text, renamed-from: hours}", "open: {type: yes-no}");
        portal.done(new Update(item));
        done(portal.kinds("check", "--apply"));

        assertEquals(
                "{\"times\":\"10-18\"}",
                portal.with(database -> new RevisionQueries(database)
                        .find(first)
                        .orElseThrow()
                        .content()
                        .fields()
                        .canonical()));
        portal.done(new Revert(item, first));

        assertEquals("[{\"times\":\"10-18\"}]", portal.fields());
    }

    @Test
    void pagesOfItemsThatFollowAreMadeAgain() throws IOException {
        started("area: {type: text}");
        var seen = portal.sight("Mir", Map.of("area", "27,5"), true);
        var unseen = portal.sight("Zaslaue", Map.of("area", "12"), false);
        long before = portal.with(database -> new ChangeQueries(database).newest());

        started("area: {type: text, card: true}");

        var rows = portal.with(database -> new ChangeQueries(database).after(before, 100));
        assertTrue(rows.stream().allMatch(row -> row.verb() == VerbName.APPLY_KINDS), rows.toString());
        assertTrue(has(rows, seen), rows.toString());
        assertFalse(has(rows, unseen));
    }

    private static boolean has(List<LedgerEntry> rows, ItemId item) {
        return rows.stream().anyMatch(row -> row.keys().contains(PageKey.item(item)));
    }
}
