package org.herald.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.publish.Withdraw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported is imported without change: into an empty portal, from where it is exported as the same bytes. */
final class CsvRoundTripTest {

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 9\"><rect width=\"9\" height=\"9\"/></svg>";

    /** Values that spreadsheets, separators, markup and other languages could trip over. */
    private static final Path ENTRIES = Path.of("src/test/resources/entries/hostile.csv");

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    private EntriesPortal portal(String name) throws IOException {
        return new EntriesPortal(Files.createDirectories(folder.resolve(name)));
    }

    private EntriesPortal filled() throws IOException {
        var portal = portal("first");
        portal.file("mir.svg", SVG.replace("%d", "9").getBytes(UTF_8));
        portal.file("files/mill.svg", SVG.replace("%d", "18").getBytes(UTF_8));
        portal.file("pictures/rules.pdf", "%PDF-1.4 rules".getBytes(UTF_8));
        var ran = portal.csv(Files.readAllBytes(ENTRIES));
        assertEquals(0, ran.code(), ran.all());
        return portal;
    }

    private static byte[] exported(EntriesPortal portal, String format, Path file) throws IOException {
        var ran = portal.run("export", format, "sight", file.toString());
        assertEquals(0, ran.code(), ran.all());
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson", "zip"})
    void exportIsImportedIntoAnEmptyPortalAndExportedAsTheSameBytes(String format) throws IOException {
        var first = filled();
        Path file = Files.createDirectories(folder.resolve("out")).resolve("sights." + format);
        byte[] bytes = exported(first, format, file);

        var again = first.run("import", format, "sight", file.toString());
        assertTrue(again.out().contains("3 rows: 0 created, 0 revised, 3 unchanged, 0 left out."), again.all());

        var second = portal("second");
        var files = format.equals("zip") ? "" : folder.resolve("first/brought").toString();
        var ran = second.run("import", format, "sight", file.toString(), "--section", "sights", "--files", files);
        assertEquals(0, ran.code(), ran.all());
        byte[] twice = exported(second, format, folder.resolve("out/again." + format));
        if (!format.equals("zip")) {
            assertEquals(new String(bytes, UTF_8), new String(twice, UTF_8));
        }
        assertArrayEquals(bytes, twice);
    }

    @Test
    void nothingInAnExportedCellIsAFormula() throws IOException {
        String csv = new String(exported(filled(), "csv", folder.resolve("sights.csv")), UTF_8);

        for (String cell : List.of(
                "\"'=1+1, \"\"quoted\"\"\"", "'+375 17 123-45-67", "\"'@home, 1\"", "'=HYPERLINK(1)", "'=Mill")) {
            assertTrue(csv.contains(cell), cell + " is not in\n" + csv);
        }
        assertTrue(csv.contains(",-27.5,"), csv);
    }

    @Test
    void zipHoldsThePicturesByNameAndWithdrawnEntriesAreLeftOut() throws IOException {
        var portal = filled();
        ItemId mill =
                Objects.requireNonNull(portal.entries().get("en mill")).item().id();
        portal.together(
                Principal.OPERATOR,
                unit -> unit.carryOut(new Withdraw(mill, "Burnt.")).orThrow());
        Path file = folder.resolve("sights.zip");
        var ran = portal.run("export", "zip", "sight", file.toString());

        assertTrue(ran.err().contains("1 entries were withdrawn and are left out."), ran.all());
        try (var zip = new ZipFile(file.toFile())) {
            assertEquals(
                    "[sight.csv, files/mill.svg, files/mir.svg, files/rules.pdf]",
                    zip.stream().map(Object::toString).toList().toString());
        }
        var second = portal("second").run("import", "zip", "sight", file.toString());
        assertEquals(0, second.code(), second.all());
    }

    @Test
    void exportWithoutAFileGoesToTheTerminal() throws IOException {
        var ran = portal("empty").run("export", "csv", "sight");

        assertTrue(ran.out().startsWith("key,original,section,picture,headline:en,slug:en,"), ran.all());
        assertTrue(ran.out().contains("place.latitude,place.longitude"), ran.all());
        assertEquals(2, portal("empty").run("export", "zip", "sight").code());
    }
}
