package org.herald.exchange.wxr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Outcome.Reason;
import org.herald.store.PathTarget;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;

/** A portal into which tests import, and what is found there afterwards. */
final class ImportDesk implements AutoCloseable {

    static final Path TOWN = Path.of("src/test/resources/wxr/town.xml");

    private final Path folder;
    private final TestPortal portal;

    ImportDesk(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.portal = new TestPortal(folder);
    }

    /** Imports a whole file and answers the report. */
    JsonNode take(Path file) throws IOException {
        return take(file, null);
    }

    /** Imports a whole file with these uploads and answers the report. */
    JsonNode take(Path file, @Nullable Path uploads) throws IOException {
        return take(file, uploads, () -> false).orElseThrow();
    }

    /** Imports a file and answers the report; nothing when it was stopped. */
    Optional<JsonNode> take(Path file, @Nullable Path uploads, BooleanSupplier isStopped) throws IOException {
        return take(file, options(uploads, false), isStopped);
    }

    private static ImportOptions options(@Nullable Path uploads, boolean isPortalNew) {
        return new ImportOptions(
                Cast.ENGLISH, List.of(Cast.ENGLISH, Cast.BELARUSIAN), TestPortal.MINSK, "", uploads, isPortalNew);
    }

    private Optional<JsonNode> take(Path file, ImportOptions options, BooleanSupplier isStopped) throws IOException {
        var door = new UploadDoor(new Incoming(new FolderFiles(folder.resolve("files"))), Reason::key);
        try (var report = new ImportReport(folder.resolve("imports"), "report")) {
            var done = new WxrImport(file, options, portal.bus(), door, report, (_, _, _) -> {}, isStopped)
                    .run(portal.clock().instant());
            return done.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ObjectMapper()
                            .readTree(folder.resolve("imports/report.json").toFile()));
        }
    }

    /** Imports a text as if it stood in a file. */
    JsonNode takeText(String xml) throws IOException {
        return takeText(xml, false);
    }

    /** Imports a text, into a portal that has no menus yet. */
    JsonNode takeText(String xml, boolean isPortalNew) throws IOException {
        var options = options(null, isPortalNew);
        return take(Files.writeString(folder.resolve("export.xml"), xml), options, () -> false)
                .orElseThrow();
    }

    /** What readers see at an address. */
    PathTarget.Shown shown(String path) {
        return portal.items()
                .at(path)
                .filter(PathTarget.Shown.class::isInstance)
                .map(PathTarget.Shown.class::cast)
                .orElseThrow(() -> new AssertionError("Nothing is shown at " + path + "; there are "
                        + portal.tables().rows("select path from path order by path")));
    }

    /** The item that a post of this identity became. */
    ItemId item(long post) {
        return new ItemId(
                Long.parseLong(portal.tables().value("select id from item where origin like '% ' || ?", post)));
    }

    String state(long post) {
        return portal.tables()
                .value("select state from item where id = ?", item(post).value());
    }

    /** The newest revision's body of the item that a post became. */
    String body(long post) {
        return portal.tables()
                .value(
                        "select r.body from revision r join item i on i.head_id = r.id where i.id = ?",
                        item(post).value());
    }

    /** The asset with this file name. */
    long asset(String origin) {
        return Long.parseLong(portal.tables().value("select id from asset where origin like '%' || ?", origin));
    }

    Content content(String path) {
        return shown(path).content();
    }

    TestPortal portal() {
        return portal;
    }

    /** The rows that are here now and were not before, with the names of their tables. */
    List<String> added(Map<String, List<String>> before) {
        var added = new ArrayList<String>();
        portal.tables()
                .dump()
                .forEach((table, rows) -> rows.stream()
                        .filter(row -> !before.getOrDefault(table, List.of()).contains(row))
                        .forEach(row -> added.add(table + ": " + row)));
        return added;
    }

    /** How many rows each table has. */
    Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        portal.tables().dump().forEach((table, rows) -> counts.put(table, rows.size()));
        return counts;
    }

    /** The line of a report that tells of one part of the file. */
    static JsonNode line(JsonNode report, long id) {
        for (JsonNode line : report.path("items")) {
            if (line.path("id").asLong() == id) {
                return line;
            }
        }
        throw new AssertionError("No line for " + id + " in " + report.toPrettyString());
    }

    static List<String> notes(JsonNode report, long id) {
        var notes = new ArrayList<String>();
        line(report, id).path("notes").forEach(note -> notes.add(note.asText()));
        return notes;
    }

    static String became(JsonNode report, long id) {
        return line(report, id).path("became").asText();
    }

    @Override
    public void close() {
        portal.close();
    }
}
