package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.herald.config.SettingsFile;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.Section;
import org.herald.publish.AddSection;
import org.herald.publish.CommandBus;
import org.herald.site.WrittenCalendar;
import org.herald.store.KindQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar of the sample portal goes into a portal without events, and comes out of it as it went in. */
final class SampleCalendarTest {

    private static final List<String> KINDS = List.of("sight", "heritage", "resort", "souvenir", "monument");
    private static final List<String> DECLARED = List.of("kinds", "map", "theme", SettingsFile.NAME);

    /** What another portal says otherwise: its own address, and the numbers of its items, for which their pages stand here. */
    private static final Pattern OWN = Pattern.compile("herald-[0-9]+-([0-9]+-[0-9T]+)@[a-z.]+");

    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT\r\n.*?END:VEVENT\r\n");

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    @Test
    void calendarComesOutOfAnotherPortalAsItWentIn() throws IOException {
        Path sample = folder.resolve("sample");
        SamplePortal.make(sample);
        Path other = empty(sample);
        for (int turn = 0; turn < 2; turn++) { // the second joins what names entries of later kinds
            for (String kind : KINDS) {
                String file = folder.resolve(kind + ".zip").toString();
                run(sample, "export", "zip", kind, file);
                run(other, "import", "zip", kind, file, "--files", sample.toString());
            }
        }
        var written = new HashMap<String, String>();
        for (String language : List.of("en", "be", "ru")) {
            String calendar = calendar(sample, language);
            written.put(language, calendar);
            Path file = Files.writeString(folder.resolve(language + ".ics"), calendar, StandardCharsets.UTF_8);
            String told = run(other, "import", "ics", file.toString(), "--language", language);
            assertTrue(told.contains(" 0 unchanged, 0 left out."), told);
            String again = run(other, "import", "ics", file.toString());
            assertTrue(again.contains(" 0 created, 0 revised, "), again);
            assertTrue(again.contains(" 0 left out."), again);
        }
        assertTrue(events(written.getOrDefault("en", "")).size() >= 60, "the sample has at least 60 events");
        for (var each : written.entrySet()) {
            assertEquals(
                    String.join("", events(each.getValue())),
                    String.join("", events(calendar(other, each.getKey()))),
                    each.getKey());
        }
    }

    private static List<String> events(String calendar) {
        var events = new ArrayList<String>();
        var found = EVENT.matcher(calendar.replace("\r\n ", ""));
        while (found.find()) {
            String event = found.group();
            String page = event.replaceFirst("(?s).*\r\nURL:https?://[^/]+(/[^\r]+).*", "$1");
            events.add(OWN.matcher(event).replaceFirst("$1 of " + page).replaceFirst("URL:https?://[^/]+", "URL:"));
        }
        events.sort(null);
        return events;
    }

    private static String calendar(Path portal, String language) {
        try (var database = Databases.open(SettingsFile.read(portal, Map.of()))) {
            return WrittenCalendar.of(database, portal, language, Clock.systemUTC());
        }
    }

    /** The sample's declarations and sections, at another address and without items. */
    private Path empty(Path sample) throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(empty.resolve("data"));
        for (String name : DECLARED) {
            try (var files = Files.walk(sample.resolve(name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, empty.resolve(sample.relativize(file).toString()));
                }
            }
        }
        Path settingsFile = empty.resolve(SettingsFile.NAME);
        Files.writeString(
                settingsFile,
                Files.readString(settingsFile).replaceFirst("(?m)^base-url:.*$", "")
                        + "\nbase-url: https://second.example\n");
        var settings = SettingsFile.read(empty, Map.of());
        try (var database = Databases.open(settings)) {
            var bus = new CommandBus(
                    database, Clock.systemUTC(), settings.zone(), settings.portal(), Wiring.rules(settings));
            for (String path : List.of("", "events")) {
                var titles = new HashMap<Language, Section.Title>();
                settings.languages().forEach(language -> titles.put(language, new Section.Title("Home " + path, path)));
                bus.carryOut(Principal.OPERATOR, new AddSection(path, titles)).orThrow();
            }
            var _ = new DeclaredKinds(settings, new KindQueries(database)).taken(bus);
        }
        return empty;
    }

    private static String run(Path portal, String... arguments) {
        var told = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", portal.toString()));
        int code = Main.run(new PrintWriter(told, true), new PrintWriter(told, true), all.toArray(String[]::new));
        assertEquals(0, code, told.toString());
        return told.toString();
    }
}
