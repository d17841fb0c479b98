package org.herald.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.herald.media.Renditions.Lasting;
import org.herald.media.Renditions.Shown;
import org.herald.model.Asset;
import org.herald.testing.Gifs;
import org.herald.testing.Photos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The renditions in their folder: which there are, that each is made once, and what stands for one that cannot be made. */
final class RenditionsTest {

    private final Path folder;
    private final FolderFiles files;
    private final Renditions renditions;

    RenditionsTest(@TempDir Path parent) {
        folder = parent.resolve("renditions");
        files = new FolderFiles(parent.resolve("files"));
        renditions = new Renditions(files, folder);
    }

    @AfterEach
    void stop() {
        renditions.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 320",
        "320, 320",
        "321, 320 640",
        "640, 320 640",
        "1000, 320 640 960 1280",
        "1920, 320 640 960 1280 1920",
        "9000, 320 640 960 1280 1920"
    })
    void widthsAreThoseBelowThePictureAndTheNext(int own, String widths) {
        assertEquals(
                widths,
                String.join(
                        " ", Rendition.widths(own).stream().map(String::valueOf).toList()));
    }

    @ParameterizedTest
    @CsvSource({"0", "-320", "1", "319", "321", "800", "2560", "2147483647"})
    void noOtherWidthsCanBeNamed(int width) {
        assertThrows(
                IllegalArgumentException.class, () -> new Rendition("0123456789abcdef", width, RenditionFormat.JPEG));
    }

    @Test
    void everyKindOfPhotoHasRenditionsInBothFormats() throws IOException {
        for (byte[] each : List.of(Photos.jpeg(700, 500), Photos.png(700, 500), Photos.webp(700, 500))) {
            for (var format : RenditionFormat.values()) {
                for (int width : List.of(320, 640, 960)) {
                    var shown = find(keep(each), width, format).orElseThrow();
                    byte[] bytes = Files.readAllBytes(shown.file());
                    assertEquals(Lasting.FOR_EVER, shown.lasting());
                    assertEquals(Optional.of(format.type()), MediaType.of(bytes));
                    assertEquals(
                            Math.min(width, 700),
                            PictureSize.of(format.type(), bytes).width());
                    assertTrue(shown.file().startsWith(folder));
                }
            }
        }
        assertEquals(18, everyFile().size());
    }

    @Test
    void renditionsOfAnAnimationAreItsFirstFrame() throws IOException {
        var shown = find(keep(Gifs.moving(700, 500)), 320, RenditionFormat.WEBP).orElseThrow();
        var still = Photos.read(Files.readAllBytes(shown.file()));

        assertEquals(MediaType.WEBP, shown.type());
        assertEquals(320, still.getWidth());
        assertTrue((still.getRGB(100, 100) & 0xFF0000) > 0xC00000, "the first frame is red");
    }

    @Test
    void renditionIsMuchSmallerThanItsOriginal() throws IOException {
        byte[] photo = Photos.jpeg(1600, 1200);
        var asset = keep(photo);
        long jpeg =
                Files.size(find(asset, 640, RenditionFormat.JPEG).orElseThrow().file());
        long webp =
                Files.size(find(asset, 640, RenditionFormat.WEBP).orElseThrow().file());

        assertTrue(jpeg * 8 < photo.length, jpeg + " of " + photo.length);
        assertTrue(webp < jpeg, webp + " beside " + jpeg);
    }

    @Test
    void nothingIsMadeOfWhatIsNotThereOrIsNoPhoto() throws IOException {
        assertEquals(Optional.empty(), find("0123456789abcdef", 320, RenditionFormat.WEBP));
        var others = List.of("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 999 999'/>", "%PDF-1.7");
        for (String each : others) {
            assertEquals(
                    Optional.empty(),
                    find(keep(each.getBytes(StandardCharsets.ISO_8859_1)), 320, RenditionFormat.WEBP));
        }
        assertEquals(Optional.empty(), find(keep(Photos.jpeg(300, 200)), 640, RenditionFormat.WEBP));
        assertEquals(List.of(), everyFile());
    }

    @Test
    void originalStandsForWhatCannotBeMade() throws IOException {
        byte[] damaged = Photos.jpeg(400, 300).clone();
        Arrays.fill(damaged, 200, damaged.length - 2, (byte) 0xA5);
        byte[] moving = Photos.withChunk(Photos.png(400, 300), "acTL", new byte[8]);
        for (byte[] each : List.of(damaged, moving)) {
            var asset = keep(each);
            var shown = find(asset, 320, RenditionFormat.WEBP).orElseThrow();
            assertEquals(files.find(asset.hash().substring(0, 16)).orElseThrow(), shown.file());
            assertEquals(asset.mediaType(), shown.type().mediaTypeName());
            assertEquals(Lasting.FOR_LONG, shown.lasting());
        }
        assertEquals(List.of(), everyFile());
    }

    @Test
    void pictureForPrintHasRenditionsLikeAnyOther() {
        var shown = find(keep(Photos.printJpeg(400, 300)), 320, RenditionFormat.WEBP)
                .orElseThrow();

        assertEquals(MediaType.WEBP, shown.type());
    }

    @Test
    void pngThatOneCanSeeThroughIsItsOwnJpeg() {
        var image = Photos.corners(400, 300, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FFFFFF);
        image.setRGB(1, 0, 0x00FFFFFF);
        var asset = keep(Photos.png(image));

        assertEquals(
                MediaType.PNG,
                find(asset, 320, RenditionFormat.JPEG).orElseThrow().type());
        assertEquals(
                MediaType.WEBP,
                find(asset, 320, RenditionFormat.WEBP).orElseThrow().type());
    }

    @Test
    void renditionIsMadeOnceForAllWhoAskAtOnce() throws IOException {
        var asset = keep(Photos.jpeg(2000, 1500));
        var rendition = new Rendition(asset.hash().substring(0, 16), 1920, RenditionFormat.JPEG);
        var asked = IntStream.range(0, 64)
                .mapToObj(_ -> renditions.find(rendition).toCompletableFuture())
                .toList();
        var answers = asked.stream().map(CompletableFuture::join).distinct().toList();

        assertEquals(1, answers.size());
        assertEquals(Lasting.FOR_EVER, answers.getFirst().orElseThrow().lasting());
        assertEquals(1, everyFile().size());
    }

    @Test
    void whoComesWhenTooManyWaitIsShownTheOriginalForNow() {
        try (var narrow = new Renditions(files, folder, 1)) {
            var hashes = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                hashes.add(keep(Photos.jpeg(1500 + i, 1000)).hash().substring(0, 16));
            }
            var lastings = hashes.stream()
                    .map(hash -> narrow.find(new Rendition(hash, 1280, RenditionFormat.WEBP))
                            .toCompletableFuture())
                    .toList()
                    .stream()
                    .map(asked -> asked.join().orElseThrow().lasting())
                    .toList();

            assertTrue(lastings.contains(Lasting.FOR_EVER), lastings.toString());
            assertTrue(lastings.contains(Lasting.FOR_NOW), lastings.toString());
            assertFalse(lastings.contains(Lasting.FOR_LONG), lastings.toString());
            var late = new Rendition(hashes.getLast(), 1280, RenditionFormat.WEBP);
            assertEquals(Lasting.FOR_EVER, lasting(narrow, late), "it is made when there is time");
        }
    }

    @Test
    void folderMayBeDeletedAtAnyTime() throws IOException {
        var asset = keep(Photos.jpeg(400, 300));
        var first = find(asset, 320, RenditionFormat.WEBP).orElseThrow();
        byte[] bytes = Files.readAllBytes(first.file());
        Files.delete(first.file());
        Files.delete(first.file().getParent());
        Files.delete(folder);
        var second = find(asset, 320, RenditionFormat.WEBP).orElseThrow();

        assertEquals(first, second);
        assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(second.file())));
    }

    @Test
    void folderThatCannotBeWrittenLeavesTheOriginal() throws IOException {
        Path file = Files.writeString(folder.resolveSibling("file"), "not a folder");
        var asset = keep(Photos.jpeg(400, 300));
        try (var broken = new Renditions(files, file.resolve("renditions"))) {
            var rendition = new Rendition(asset.hash().substring(0, 16), 320, RenditionFormat.WEBP);
            var shown = broken.find(rendition).toCompletableFuture().join().orElseThrow();

            assertSame(MediaType.JPEG, shown.type());
            assertEquals(Lasting.FOR_NOW, shown.lasting());
        }
    }

    private Optional<Shown> find(Asset asset, int width, RenditionFormat format) {
        return find(asset.hash().substring(0, 16), width, format);
    }

    private Optional<Shown> find(String hash, int width, RenditionFormat format) {
        return renditions
                .find(new Rendition(hash, width, format))
                .toCompletableFuture()
                .join();
    }

    private static Lasting lasting(Renditions renditions, Rendition rendition) {
        return renditions
                .find(rendition)
                .toCompletableFuture()
                .join()
                .orElseThrow()
                .lasting();
    }

    private Asset keep(byte[] bytes) {
        try {
            return files.keep("photo", bytes).orElseThrow();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private List<Path> everyFile() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
