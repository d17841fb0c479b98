package org.herald.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.herald.config.SettingsFile;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.store.KindQueries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All directories of the sample portal go into an empty portal with the same kinds, and come out of it as the same bytes. */
final class SampleRoundTripTest {

    private static final List<String> KINDS = List.of("sight", "heritage", "resort", "souvenir", "monument");

    /** What the files of a portal declare; its data is not among it. */
    private static final List<String> DECLARED = List.of("kinds", "map", "theme", SettingsFile.NAME);

    @TempDir
    private static Path shared = Path.of(""); // made by JUnit

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    @BeforeAll
    static void makeSample() throws IOException {
        SamplePortal.make(shared.resolve("sample"));
        export(shared.resolve("sample"), "zip", shared);
        for (String kind : KINDS) {
            unpack(shared.resolve(kind + ".zip"), shared.resolve("unpacked"));
        }
    }

    /** The files that stand in an archive. */
    private static void unpack(Path archive, Path into) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson", "zip"})
    void directoriesComeOutOfAnEmptyPortalAsTheyCameIn(String format) throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path empty = empty();
        export(shared.resolve("sample"), format, first);

        importAll(empty, format, first);
        for (String told : importAll(empty, format, first)) {
            assertTrue(told.contains(" 0 created, "), told);
            assertTrue(told.contains(" 0 left out."), told);
        }
        for (String told : importAll(empty, format, first)) {
            assertTrue(told.contains(" 0 created, 0 revised, "), "a further run changes nothing: " + told);
        }

        Path second = Files.createDirectories(folder.resolve("second"));
        export(empty, format, second);
        for (String kind : KINDS) {
            byte[] before = Files.readAllBytes(first.resolve(kind + "." + format));
            byte[] after = Files.readAllBytes(second.resolve(kind + "." + format));
            if (!format.equals("zip")) {
                assertEquals(new String(before, UTF_8), new String(after, UTF_8), kind);
            }
            assertArrayEquals(before, after, kind);
        }
    }

    /** The sample's declarations and sections, without items. */
    private Path empty() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(empty.resolve("data"));
        for (String name : DECLARED) {
            try (var files = Files.walk(shared.resolve("sample").resolve(name))) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file,
                            empty.resolve(
                                    shared.resolve("sample").relativize(file).toString()));
                }
            }
        }
        var settings = SettingsFile.read(empty, Map.of());
        try (var database = Databases.open(settings)) {
            var bus = new CommandBus(
                    database, Clock.systemUTC(), settings.zone(), settings.portal(), Wiring.rules(settings));
            var titles = new HashMap<Language, Section.Title>();
            settings.languages().forEach(language -> titles.put(language, new Section.Title("Home", "")));
            bus.carryOut(Principal.OPERATOR, new AddSection("", titles)).orThrow();
            var _ = new DeclaredKinds(settings, new KindQueries(database)).taken(bus);
        }
        return empty;
    }

    private static void export(Path portal, String format, Path into) {
        for (String kind : KINDS) {
            String file = into.resolve(kind + "." + format).toString();
            run(portal, "export", format, kind, file);
        }
    }

    /** What the import of each kind says at its end. An entry that names one of a later kind needs a second run. */
    private static List<String> importAll(Path portal, String format, Path from) {
        var told = new ArrayList<String>();
        for (String kind : KINDS) {
            var arguments = new ArrayList<String>(List.of(
                    "import", format, kind, from.resolve(kind + "." + format).toString()));
            if (!format.equals("zip")) {
                arguments.addAll(List.of("--files", shared.resolve("unpacked").toString()));
            }
            String said = run(portal, arguments.toArray(String[]::new));
            told.add(kind + ": "
                    + said.lines()
                            .filter(line -> line.contains(" rows: "))
                            .findFirst()
                            .orElse(said));
        }
        return told;
    }

    private static String run(Path portal, String... arguments) {
        var out = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", portal.toString()));
        var writer = new PrintWriter(out, true);
        int code = Main.run(writer, writer, all.toArray(String[]::new));
        assertEquals(0, code, all + "\n" + out);
        return out.toString();
    }
}
