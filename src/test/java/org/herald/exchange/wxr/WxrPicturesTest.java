package org.herald.exchange.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.herald.testing.Gifs;
import org.herald.testing.Photos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of an old site come in like those that people bring: told by their bytes, cleaned, within limits. */
final class WxrPicturesTest {

    private final Path folder;
    private final ImportDesk portal;

    WxrPicturesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.portal = new ImportDesk(folder.resolve("portal"));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void picturesComeThroughTheDoorOfTheNewsroom() throws IOException {
        byte[] secret = bytes(Photos.SECRET);
        Path uploads = uploads(
                Photos.withSegment(Photos.jpeg(40, 30), 0xFE, secret),
                bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><path d='M0 0'/></svg>"));

        var first = portal.take(ImportDesk.TOWN, uploads);

        assertEquals("taken", ImportDesk.became(first, 21));
        assertEquals("taken", ImportDesk.became(first, 22));
        byte[] photo = file("/bridge.jpg");
        assertTrue(photo.length > 0 && !Photos.says(photo, Photos.SECRET), "nothing says who made it and where");
        String drawing = new String(file("/nest.svg"), StandardCharsets.UTF_8);
        assertTrue(drawing.contains("<path") && !drawing.contains("script"), drawing);
    }

    @Test
    void refusedPictureIsReportedWithTheReasonAndAnOldDocumentIsKept() throws IOException {
        byte[] whole = Photos.jpeg(400, 300);
        var first = portal.take(
                ImportDesk.TOWN, uploads(Arrays.copyOf(whole, whole.length / 2), bytes("%PDF-1.7\nA document")));

        assertEquals(List.of("its file was refused: refused.picture-damaged"), ImportDesk.notes(first, 21));
        assertEquals("recorded", ImportDesk.became(first, 21));
        assertEquals(
                "0", portal.portal().tables().value("select count(hash) from asset where origin like '%/bridge.jpg'"));
        assertTrue(ImportDesk.line(first, 22).path("address").asText().endsWith("/nest.pdf"));

        var second = portal.take(ImportDesk.TOWN, uploads(whole, bytes("%PDF-1.7\nA document")));
        assertEquals("taken", ImportDesk.became(second, 21), "a better file comes with a later run");
        assertEquals("unchanged", ImportDesk.became(second, 22));
    }

    @Test
    void animationsAndStillGifsComeLikeThoseThatPeopleBring() throws IOException {
        var first = portal.take(ImportDesk.TOWN, uploads(Gifs.moving(60, 40), Gifs.still(30, 20)));

        assertEquals("taken", ImportDesk.became(first, 21));
        assertTrue(ImportDesk.line(first, 21).path("address").asText().endsWith("/bridge.gif"));
        assertEquals("taken", ImportDesk.became(first, 22));
        assertTrue(ImportDesk.line(first, 22).path("address").asText().endsWith("/nest.png"));
    }

    @Test
    void animationThatWouldNotBeTakenAnewIsKeptAsItWasPublished() throws IOException {
        byte[] tooLong = Gifs.repeated(4, 3, 2_001);
        var first = portal.take(ImportDesk.TOWN, uploads(tooLong, Gifs.still(30, 20)));

        assertEquals("taken", ImportDesk.became(first, 21));
        assertEquals(tooLong.length, file("/bridge.jpg").length);
    }

    /** A folder of uploads with the two files of the town's attachments. */
    private Path uploads(byte[] bridge, byte[] nest) throws IOException {
        Path uploads = folder.resolve("uploads");
        Files.createDirectories(uploads.resolve("2024/05"));
        Files.createDirectories(uploads.resolve("2024/06"));
        Files.write(uploads.resolve("2024/05/bridge.jpg"), bridge);
        Files.write(uploads.resolve("2024/06/nest.svg"), nest);
        return uploads;
    }

    /** What is kept of an attachment. */
    private byte[] file(String origin) throws IOException {
        String hash = portal.portal().tables().value("select hash from asset where origin like '%' || ?", origin);
        return Files.readAllBytes(
                folder.resolve("portal/files").resolve(hash.substring(0, 2)).resolve(hash));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
