package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.herald.testing.OldTown;
import org.herald.testing.OldTownTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of an old site's languages, addresses and texts, and what a second run does. */
final class OldTownTest {

    private final Path folder;
    private final Path export;
    private final ImportDesk portal;

    OldTownTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.export = OldTown.write(folder, OldTownTexts.all());
        this.portal = new ImportDesk(folder.resolve("portal"));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void secondRunChangesNothing() throws IOException {
        portal.take(export, folder.resolve("uploads"));
        var before = portal.portal().tables().dump();

        var second = portal.take(export, folder.resolve("uploads"));

        assertEquals(List.of(), portal.added(before));
        second.path("items")
                .forEach(line -> assertEquals("unchanged", line.path("became").asText(), line.toString()));
    }

    @Test
    void laterRunWithTheUploadsBringsWhatTextsName() throws IOException {
        var first = portal.take(export);
        assertTrue(
                ImportDesk.notes(first, 2035)
                        .contains("recorded: a file that readers do not find until it is brought, " + OldTown.UPLOADS
                                + "unlisted.jpg"),
                ImportDesk.notes(first, 2035).toString());

        var changed = Files.writeString(
                folder.resolve("changed.xml"), Files.readString(export).replace("<p>Names</p>", "<p>New names</p>"));
        var second = portal.take(changed, folder.resolve("uploads"));

        assertEquals("revised", ImportDesk.became(second, 2035));
        assertEquals(
                List.of("recorded: a file that readers do not find until it is brought, " + OldTown.UPLOADS
                        + "nowhere.jpg"),
                ImportDesk.notes(second, 2035));
    }

    @Test
    void missingLanguageIsToldOfEachPost() throws IOException {
        var report = portal.take(export, folder.resolve("uploads"));
        assertEquals(
                List.of("converted: the portal does not have its language, \"de\"; it was imported as en"),
                ImportDesk.notes(report, 1103));
        assertEquals(List.of(), ImportDesk.notes(report, 1101));
        assertEquals(List.of(), ImportDesk.notes(report, 1102));
    }

    @Test
    void twoPostsOfOneGroupInTheSameLanguageStayApart() throws IOException {
        String twice = Files.readString(export).replace("nicename=\"de\"", "nicename=\"en\"");
        var report = portal.takeText(twice);

        assertEquals(
                List.of("kept apart from its translations: one of them is in the same language"),
                ImportDesk.notes(report, 1103));
        assertEquals("taken", ImportDesk.became(report, 1103));
    }

    @Test
    void siteInAFolderKeepsTheAddressesBelowIt() throws IOException {
        var below = Files.writeString(
                folder.resolve("below.xml"), Files.readString(export).replace(OldTown.SITE, OldTown.SITE + "/blog"));
        portal.take(below, folder.resolve("uploads"));
        var items = portal.portal().items();
        for (String path : List.of(
                "/blog/bridge",
                "/blog?p=1012",
                "/?p=1012",
                "/blog/2020/03/04/first-name",
                "/blog/category/naviny",
                "/blog?cat=504",
                "/blog/wp-content/uploads/2020/03/plain.jpg")) {
            assertTrue(items.at(path).isPresent(), path);
        }
        String links = portal.body(1013);
        assertTrue(links.contains("<a href=\"item:" + portal.item(1012) + "\">one</a>"), links);
    }

    @Test
    void whatTheMediaLibraryAndCustomFieldsSayIsTold() throws IOException {
        String more = Files.readString(export)
                .replaceFirst(
                        "<content:encoded/>",
                        "<content:encoded>A square on a &lt;b&gt;market&lt;/b&gt; day</content:encoded>")
                .replaceFirst(
                        "(?s)(<wp:post_id>1012</wp:post_id>)",
                        "$1<wp:postmeta><wp:meta_key>subtitle</wp:meta_key><wp:meta_value>On the river</wp:meta_value>"
                                + "</wp:postmeta>");
        var report = portal.takeText(more);

        assertTrue(
                ImportDesk.notes(report, 1201).contains("left out: its description, “A square on a market day”"),
                ImportDesk.notes(report, 1201).toString());
        assertEquals(List.of("left out: custom fields, subtitle"), ImportDesk.notes(report, 1012));
    }

    @Test
    void picturesOfOtherSitesAndPicturesInTheTextAreTold() throws IOException {
        var notes = ImportDesk.notes(portal.take(export), 2036);
        assertTrue(notes.contains("converted: a picture of another site became a link"), notes.toString());
        assertTrue(
                notes.contains("left out: a picture that is written into the text itself, of 82 characters"),
                notes.toString());
    }

    @Test
    void pictureOfAnotherHostIsToldWhenItIsTakenForOneOfThisSite() throws IOException {
        String moved = Files.readString(export)
                .replace(
                        "https://pictures.example/a.jpg",
                        "https://pictures.example/wp-content/uploads/2020/03/plain.jpg");
        var notes = ImportDesk.notes(portal.takeText(moved), 2036);
        assertTrue(
                notes.contains(
                        "converted: a picture at pictures.example was taken for this site's file of the same path,"
                                + " /wp-content/uploads/2020/03/plain.jpg"),
                notes.toString());
    }
}
