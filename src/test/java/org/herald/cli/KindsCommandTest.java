package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.config.SettingsFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald kinds}: what is declared, what a changed declaration would do, doing it, and the way back. */
final class KindsCommandTest {

    private static final String HEAD = SightPortal.HEAD;
    private static final String FIRST = HEAD + """
          open: {type: text}
          area: {type: text}
          type: {type: choice, choices: [castle, church]}
        """;

    private final SightPortal portal;

    KindsCommandTest(@TempDir Path folder) {
        this.portal = new SightPortal(folder);
    }

    @BeforeEach
    void portalHasTwoSights() throws IOException {
        portal.declare(FIRST);
        portal.start();
        portal.sight("Mir", Map.of("open", "10-18", "area", "27,5", "type", "castle"), true);
        portal.sight("Zaslaue", Map.of("area", "12", "type", "church"), false);
    }

    @Test
    void kindsFieldsAndItemsAreListed() {
        SightPortal.Ran ran = portal.kinds();

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("sight (Tourist sites, standing): 1 draft, 1 published"), ran.out());
        assertTrue(ran.out().contains("\n  type: choice\n"), ran.out());
        assertTrue(ran.out().contains("article (Articles, dated): no items\n  kicker: text, card\n"), ran.out());
    }

    @Test
    void whatTouchesNoValueIsTakenByTheStart() throws IOException {
        portal.declare(FIRST.replace("church]", "church, park], filter: true") + "  beds: {type: number}\n");
        assertTrue(portal.kinds().out().contains("./herald kinds check"));
        portal.start();

        assertEquals(
                List.of("1|type|castle"),
                portal.rows("select item_id, field, value from field_value"),
                "what lists are filtered by is there at once");

        assertTrue(portal.kinds("check").out().contains("there is nothing to do"));
    }

    @Test
    void fieldByWhichListsAreOrderedFromNowOnHasItsValuesAtOnce() throws IOException {
        portal.declare(FIRST.replace("fields:", "order: area\nfields:"));
        portal.start();

        assertEquals(List.of("1|area|27,5"), portal.rows("select item_id, field, value from field_value"));
    }

    @Test
    void aRenamedAndAConvertedFieldAreToldAppliedAndTakenBack() throws IOException {
        String before = portal.fields();
        portal.declare(HEAD + """
              hours: {type: text, renamed-from: open}
              area: {type: number, unit: ha}
              type: {type: choices, choices: [castle, church, park]}
            """);
        var fault = assertThrows(SettingsFault.class, portal::start);
        assertTrue(String.valueOf(fault.getMessage()).contains("./herald kinds check"), fault.getMessage());

        SightPortal.Ran told = portal.kinds("check");
        assertEquals(0, told.code(), told.out());
        assertTrue(
                told.out()
                        .contains("sight: the field open is renamed hours; 1 item with a value that is written anew."),
                told.out());
        assertTrue(told.out().contains("the field area is number, before text; 1 item"), told.out());
        assertTrue(told.out().contains("the field type is choices, before choice; 2 items"), told.out());
        assertEquals(before, portal.fields(), "nothing was done");

        SightPortal.Ran applied = portal.kinds("check", "--apply");
        assertEquals(0, applied.code(), applied.out() + applied.err());
        assertTrue(applied.out().contains("Items with a new revision: 2."), applied.out());
        assertEquals(
                "[{\"area\":\"27.5\",\"hours\":\"10-18\",\"type\":[\"castle\"]},"
                        + " {\"area\":\"12\",\"type\":[\"church\"]}]",
                portal.fields());
        assertTrue(portal.heads().getFirst().isShown(), "readers see the new revision");
        portal.start();

        portal.declare(FIRST);
        SightPortal.Ran back = portal.kinds("back");
        assertEquals(0, back.code(), back.out());
        assertEquals(before, portal.fields());
        assertTrue(portal.heads().getFirst().isShown());
        portal.start();
    }

    @Test
    void aValueThatWouldBeLostIsNamedAndNothingIsApplied() throws IOException {
        portal.declare(HEAD + """
              open: {type: opening-hours}
              area: {type: number}
              type: {type: choice, choices: [castle]}
            """);
        String before = portal.fields();

        SightPortal.Ran ran = portal.kinds("check", "--apply");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(
                ran.out().contains("1 item with a value that cannot be brought over:\n  item 2 (en): church"),
                ran.out());
        assertTrue(ran.out().contains("Refused: values would be lost"), ran.out());
        assertEquals(before, portal.fields());
    }

    @Test
    void aRemovedFieldIsHiddenOnlyWhenThatIsSaidAndComesBackWithItsDeclaration() throws IOException {
        portal.declare(HEAD + "  area: {type: text}\n  type: {type: choice, choices: [castle, church]}\n");
        String before = portal.fields();

        assertEquals(1, portal.kinds("check", "--apply").code());
        SightPortal.Ran ran = portal.kinds("check", "--apply", "--hide");

        assertEquals(0, ran.code(), ran.out());
        assertTrue(ran.out().contains("the field open is removed; 1 item"), ran.out());
        assertEquals(before, portal.fields());
        portal.start();
    }

    @Test
    void aKindWithItemsCannotGoNorStandElsewhere() throws IOException {
        portal.declare(FIRST.replace("standing", "dated"));
        assertTrue(portal.kinds("check").out().contains("stands dated instead of standing; 2 items"));
        Files.delete(portal.file("sight"));

        SightPortal.Ran ran = portal.kinds("check", "--apply", "--hide");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.out().contains("sight: is not declared any more; 2 items of it."), ran.out());
    }

    @Test
    void anItemWhoseChangeWaitsHoldsUpWhatWouldBeWritten() throws IOException {
        portal.revise(1, "Mir", Map.of("open", "10-19"));
        portal.declare(FIRST.replace("open: {type: text}", "hours: {type: text, renamed-from: open}"));

        SightPortal.Ran ran = portal.kinds("check", "--apply");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.out().contains("a change waits behind what readers see of item 1"), ran.out());
    }

    @Test
    void whatWasEditedSinceIsNotTakenBack() throws IOException {
        portal.declare(FIRST.replace("area: {type: text}", "area: {type: number}"));
        assertEquals(0, portal.kinds("check", "--apply").code());
        portal.revise(1, "Mir", Map.of("area", "30"));

        assertTrue(
                portal.kinds("back").out().contains("Put back the earlier declaration of sight"),
                "the files must be the earlier ones");
        portal.declare(FIRST);
        SightPortal.Ran ran = portal.kinds("back");

        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.out().contains("these items were edited since"), ran.out());
    }

    @Test
    void aWrongDeclarationIsToldWithItsPlace() throws IOException {
        portal.declare(FIRST + "  beds: {type: numbr}\n");

        SightPortal.Ran ran = portal.kinds();

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("sight.yaml, line 8, column 16: \"type\" is \"numbr\""), ran.err());
        assertTrue(ran.err().contains("Did you mean \"number\"?"), ran.err());
        assertEquals(3, KindFiles.ofProduct().all().size());
    }
}
