package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.herald.testing.HeraldProcess;
import org.herald.testing.PackedPortal;
import org.herald.testing.Tables;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A portal that another user owns, that may only be read, whose disk is full, or whose pictures were damaged: the command
 * says so in a sentence, and nothing that was acknowledged is lost. What needs another user or a disk of its own needs root.
 */
final class DamagedPortalIT {

    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    @TempDir
    private Path folder;

    private PackedPortal portal = PackedPortal.none();

    @BeforeEach
    void unpack() {
        portal = PackedPortal.unpack(EarlierPortalIT.NEWER, folder.resolve("portal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "data", "data/portal.db", "data/secret.key"})
    void portalOfAnotherOwnerIsRefusedInASentence(String what) throws Exception {
        needRoot();
        run("chown", "-R", NOBODY + ":" + NOBODY, folder.toString());
        closed(what.equals("all") ? portal.site() : portal.site().resolve(what), true);
        refusedAndWorksAfterwards(() -> run("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/portal.db"})
    void portalThatMayOnlyBeReadIsRefusedInASentence(String what) throws Exception {
        needRoot();
        run("chown", "-R", NOBODY + ":" + NOBODY, folder.toString());
        Path path = portal.site().resolve(what);
        run("chmod", Files.isDirectory(path) ? "0555" : "0444", path.toString());
        refusedAndWorksAfterwards(() -> run("chmod", Files.isDirectory(path) ? "0755" : "0600", path.toString()));
    }

    /** By another's files, private as the product makes them. */
    private static void closed(Path path, boolean isPrivate) throws Exception {
        run("chown", "-R", "0:0", path.toString());
        run("chmod", "-R", isPrivate ? "go-rwx" : "go-w", path.toString());
    }

    /** What puts right what was damaged. */
    @FunctionalInterface
    private interface Mending {
        void mend() throws Exception;
    }

    private void refusedAndWorksAfterwards(Mending mending) throws Exception {
        // what was written; a start that is refused may have brought the tables up to date before
        String sql = "select id, item_id, number, saved_at, headline, body from revision";
        var revisions = new Tables(portal.database()).rows(sql);
        try (var herald = serve(AS_NOBODY)) {
            assertEquals(2, herald.ended(), herald.said());
            assertSentence(herald);
        }
        assertEquals(revisions, new Tables(portal.database()).rows(sql));
        mending.mend();
        try (var herald = serve(AS_NOBODY)) {
            stop(herald.opened());
        }
    }

    /** The limit on the size of files fails as a full disk does, in the middle of a write, and needs no rights. */
    @Test
    void nothingAcknowledgedIsLostWhenFilesCannotGrow() throws Exception {
        var acknowledged = new TreeSet<String>();
        invite("before@herald.test", acknowledged);
        long blocks = Files.size(portal.database()) / 512;
        for (int i = 0; i < 3; i++) {
            invite(
                    "kept" + i + "@herald.test",
                    acknowledged,
                    "sh",
                    "-c",
                    "ulimit -f " + (blocks - 8L * i) + "; exec \"$@\"",
                    "sh");
        }
        invite("later@herald.test", acknowledged);
        assertTrue(acknowledged.contains("later@herald.test"), "with room it works again");
        assertAccounts(acknowledged);
    }

    @Test
    void nothingAcknowledgedIsLostOnAFullDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                status("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()) == 0,
                "Skipped: no small disk can be mounted here");
        try {
            portal = PackedPortal.unpack(EarlierPortalIT.NEWER, disk.resolve("portal"));
            var acknowledged = new TreeSet<String>();
            invite("before@herald.test", acknowledged);
            Path filler = disk.resolve("filler");
            for (int left : List.of(60_000, 20_000, 0)) {
                Files.deleteIfExists(filler);
                Files.write(filler, new byte[(int) Files.getFileStore(disk).getUsableSpace() - left]);
                invite("full" + left + "@herald.test", acknowledged);
            }
            Files.delete(filler);
            invite("later@herald.test", acknowledged);
            assertTrue(acknowledged.containsAll(Set.of("before@herald.test", "later@herald.test")));
            assertFalse(acknowledged.contains("full0@herald.test"), "no room at all");
            assertAccounts(acknowledged);
        } finally {
            assertEquals(0, status("umount", "-l", disk.toString()));
        }
    }

    private void invite(String email, Set<String> acknowledged, String... before) throws Exception {
        try (var herald = HeraldProcess.begin(
                "localhost",
                0,
                List.of(before),
                "user",
                "add",
                email,
                "--name",
                email,
                "--role",
                "editor",
                "--site",
                portal.site().toString())) {
            if (herald.ended() == 0) {
                acknowledged.add(email);
            } else {
                assertEquals(2, herald.ended(), herald.said());
                assertSentence(herald);
            }
        }
    }

    private void assertAccounts(Set<String> acknowledged) {
        var tables = new Tables(portal.database());
        assertEquals("ok", tables.value("pragma integrity_check"));
        assertTrue(tables.rows("select email from account").containsAll(acknowledged), acknowledged.toString());
        assertEquals(
                portal.tables().getJsonObject("revision").getInteger("rows"),
                Integer.parseInt(tables.value("select count(*) from revision")));
    }

    @Test
    void damagedPicturesAreAnsweredClearlyAndPagesStay() throws Exception {
        var originals = new ArrayList<Path>();
        try (var files = Files.walk(portal.site().resolve("data/files"))) {
            files.filter(Files::isRegularFile).sorted().forEach(originals::add);
        }
        for (int i = 0; i < originals.size(); i++) {
            damage(originals.get(i), i % 6);
        }
        try (var herald = serve(List.of()).opened();
                var client = HttpClient.newHttpClient()) {
            var pictures = new TreeSet<String>();
            for (String path : List.of("/en", "/be", "/ru", "/en/news", "/en/news/culture", "/en/news/nature")) {
                var page = get(client, herald, path);
                assertEquals(200, page.statusCode(), path);
                var parsed = Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8));
                parsed.select("main img[src^=/]").forEach(img -> pictures.add(img.attr("src")));
            }
            assertTrue(pictures.size() > 10, pictures.toString());
            var statuses = new TreeSet<Integer>();
            for (String path : pictures) {
                int status = get(client, herald, path).statusCode();
                statuses.add(status);
                assertTrue(status == 200 || status == 404 || status == 503, path + ": " + status);
            }
            assertTrue(statuses.size() > 1, statuses.toString());
            stop(herald);
            assertFalse(herald.said().contains("\tat "), herald.said());
            assertTrue(herald.said().contains("is missing, empty or no file"), herald.said());
        }
    }

    private static void damage(Path file, int how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case 1 -> {
                Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0x5a);
                Files.write(file, bytes);
            }
            case 2 -> Files.delete(file);
            case 3 -> Files.writeString(file, "<script>alert(1)</script>");
            case 4 -> Files.write(file, new byte[0]);
            default -> {
                Files.delete(file);
                Files.createDirectory(file);
            }
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, HeraldProcess herald, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(herald.at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HeraldProcess serve(List<String> before) {
        int port = HeraldProcess.freePort();
        return HeraldProcess.begin(
                "localhost",
                port,
                before,
                "serve",
                "--site",
                portal.site().toString(),
                "--port",
                Integer.toString(port));
    }

    private static void stop(HeraldProcess herald) throws InterruptedException {
        herald.stop();
        herald.ended();
    }

    private static void assertSentence(HeraldProcess herald) {
        var told = herald.said()
                .lines()
                .filter(line -> line.startsWith("herald: "))
                .toList();
        assertEquals(1, told.size(), herald.said());
        assertFalse(herald.said().contains("\tat "), herald.said());
        assertFalse(herald.said().contains("Exception"), herald.said());
    }

    private void needRoot() throws Exception {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")) && status("setpriv", "--version") == 0,
                "Skipped: only root may run it as another user");
        for (Path each = folder; each != null; each = each.getParent()) {
            if (!each.equals(Path.of("/tmp")) && each.startsWith("/tmp")) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, status(command), String.join(" ", command));
    }

    private static int status(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
