package org.herald.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.Outcome;
import org.herald.testing.Gifs;
import org.herald.testing.Photos;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the pictures that people bring. */
final class IncomingTest {

    private static final byte[] SECRET = Photos.SECRET.getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final FolderFiles files;
    private final Incoming incoming;

    IncomingTest(@TempDir Path parent) {
        folder = parent.resolve("files");
        files = new FolderFiles(folder);
        incoming = new Incoming(files);
    }

    @Test
    void photosAreKeptWithTypeAndSize() {
        var jpeg = kept("Mir Castle.JPG", Photos.jpeg(400, 300));
        assertEquals("mir-castle.jpg", jpeg.name());
        assertEquals("image/jpeg 400x300", described(jpeg));
        assertEquals("image/png 41x17", described(kept("a.png", Photos.png(41, 17))));
        assertEquals("image/webp 33x44", described(kept("a.webp", Photos.webp(33, 44))));
        assertEquals("image/webp 65x3", described(kept("a.webp", Photos.webp(Photos.scene(65, 3), false))));
        var seeThrough = Photos.corners(50, 20, BufferedImage.TYPE_INT_ARGB);
        seeThrough.setRGB(3, 3, 0x40FF0000);
        assertEquals("image/webp 50x20", described(kept("a.webp", Photos.webp(seeThrough, true))));
        assertEquals("image/jpeg 40x30", described(kept("p.jpg", Photos.progressiveJpeg(Photos.scene(40, 30)))));
        assertEquals("image/jpeg 40x30", described(kept("print.jpg", Photos.printJpeg(40, 30))));
        assertEquals("image/svg+xml 30x20", described(kept("a.svg", svg("viewBox='0 0 30 20'", "<path d='M0 0'/>"))));
    }

    @Test
    void theTypeIsThatOfTheBytesWhateverTheNameSays() {
        assertEquals("photo.jpg", kept("photo.png", Photos.jpeg(8, 8)).name());
        assertEquals("photo-svg.png", kept("photo.svg.html", Photos.png(8, 8)).name());
    }

    @Test
    void notesOfAJpegAreGoneAndItsPixelsAreTheSame() {
        byte[] plain = Photos.jpeg(64, 48);
        byte[] thumbnail = Photos.joined("JFXX\0".getBytes(StandardCharsets.US_ASCII), new byte[] {0x10}, SECRET);
        byte[] noted = Photos.withSegment(plain, 0xFE, SECRET);
        noted = Photos.withSegment(noted, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x>" + Photos.SECRET + "</x>"));
        noted = Photos.withSegment(noted, 0xED, ascii("Photoshop 3.0\0" + "8BIM" + Photos.SECRET));
        noted = Photos.withSegment(noted, 0xE2, ascii("MPF\0" + Photos.SECRET));
        noted = Photos.withSegment(noted, 0xE0, thumbnail);
        noted = Photos.withSegment(noted, 0xEB, ascii("HDR_RI " + Photos.SECRET));
        noted = Photos.withSegment(noted, 0xE1, Photos.exifSegment(1));
        byte[] result = bytes(kept("a.jpg", Photos.joined(noted, SECRET)));

        assertTrue(Photos.says(noted, Photos.SECRET));
        assertFalse(Photos.says(result, Photos.SECRET));
        assertFalse(Photos.says(result, "Exif"));
        assertFalse(Photos.says(result, "adobe"));
        assertArrayEquals(pixels(plain), pixels(result));
        assertTrue(result.length <= plain.length);
    }

    @Test
    void littlePictureInTheHeadOfAJpegIsGone() {
        byte[] plain = Photos.jpeg(64, 48);
        byte[] pixels = new byte[4 * 4 * 3];
        Arrays.fill(pixels, (byte) 'T');
        byte[] head = Photos.joined(ascii("JFIF\0"), new byte[] {1, 2, 0, 0, 1, 0, 1, 4, 4}, pixels);
        byte[] own = Arrays.copyOfRange(plain, 20, plain.length); // behind its own JFIF segment
        byte[] noted = Photos.withSegment(Photos.joined(Arrays.copyOf(plain, 2), own), 0xE0, head);
        byte[] result = bytes(kept("a.jpg", noted));

        assertTrue(Photos.says(noted, "TTTT"));
        assertFalse(Photos.says(result, "TTTT"));
        assertArrayEquals(pixels(plain), pixels(result));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void orientationIsAllThatIsLeftOfExifAndTheSizeIsThatOfThePictureAsShown(int orientation) throws UnfitPicture {
        byte[] jpeg = Photos.withSegment(Photos.jpeg(60, 40), 0xE1, Photos.exifSegment(orientation));
        byte[] png = Photos.withChunk(Photos.png(60, 40), "eXIf", Photos.exif(orientation));
        String shown = orientation >= 5 ? "40x60" : "60x40";

        for (byte[] each : List.of(jpeg, png)) {
            var asset = kept("held", each);
            byte[] result = bytes(asset);
            assertEquals(asset.mediaType() + " " + shown, described(asset));
            assertFalse(Photos.says(result, Photos.SECRET));
            assertEquals(
                    orientation,
                    Photo.of(MediaType.of(result).orElseThrow(), result)
                            .orientation()
                            .value());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 77})
    void orientationThatIsNoneIsUpright(int orientation) {
        var asset = kept("a.jpg", Photos.withSegment(Photos.jpeg(60, 40), 0xE1, Photos.exifSegment(orientation)));

        assertEquals("image/jpeg 60x40", described(asset));
        assertFalse(Photos.says(bytes(asset), "Exif"));
    }

    @Test
    void exifThatIsRubbishDoesNoHarm() {
        var random = new Random(1569);
        for (int i = 0; i < 500; i++) {
            byte[] exif = Photos.exifSegment(6);
            for (int hit = 0; hit < 6; hit++) {
                exif[6 + random.nextInt(exif.length - 6)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(exif, 6 + random.nextInt(exif.length - 6));
            assertEquals(
                    "image/jpeg",
                    kept("a.jpg", Photos.withSegment(Photos.jpeg(6, 4), 0xE1, cut))
                            .mediaType());
        }
    }

    @Test
    void notesOfAPngAreGoneAndItsPixelsAreTheSame() {
        byte[] plain = Photos.png(64, 48);
        byte[] noted = plain;
        for (String type : List.of("tEXt", "zTXt", "iTXt", "tIME", "eXIf", "prVW", "caBX", "iDOT")) {
            noted = Photos.withChunk(noted, type, Photos.joined(ascii("Author\0"), SECRET));
        }
        noted = Photos.withChunk(noted, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        byte[] result = bytes(kept("a.png", Photos.joined(noted, SECRET)));

        assertTrue(Photos.says(noted, Photos.SECRET));
        assertFalse(Photos.says(result, Photos.SECRET));
        assertFalse(Photos.says(result, "Author"));
        assertTrue(Photos.says(result, "gAMA"));
        assertArrayEquals(pixels(plain), pixels(result));
    }

    @Test
    void notesOfAWebpAreGoneAndItsPixelsAreTheSame() {
        byte[] plain = Photos.webp(64, 48);
        byte[] noted = Photos.extended(plain, 64, 48, 0x0C, "EXIF", Photos.exif(6), "XMP ", SECRET, "JUNK", SECRET);
        byte[] result = bytes(kept("a.webp", Photos.joined(noted, SECRET)));

        assertTrue(Photos.says(noted, Photos.SECRET));
        assertFalse(Photos.says(result, Photos.SECRET));
        assertFalse(Photos.says(result, "EXIF"));
        assertEquals(0, result[20], "the head says that there are no notes");
        assertArrayEquals(pixels(plain), pixels(result));
    }

    @Test
    void profileOfColoursStays() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] result = bytes(kept("a.jpg", Photos.withProfile(Photos.jpeg(20, 20), profile)));

        assertTrue(Photos.says(result, "ICC_PROFILE"));
        assertTrue(Photos.says(result, new String(profile, StandardCharsets.ISO_8859_1)));
    }

    @Test
    void colouredJpegWhoseHeadWasExifAloneKeepsItsColours() {
        byte[] plain = Photos.jpeg(Photos.corners(64, 64));
        byte[] camera = Photos.withSegment(
                Photos.joined(Arrays.copyOf(plain, 2), Arrays.copyOfRange(plain, 20, plain.length)),
                0xE1,
                Photos.exifSegment(1));

        assertArrayEquals(pixels(plain), pixels(bytes(kept("a.jpg", camera))));
    }

    static Stream<byte[]> whole() {
        return Stream.of(
                Photos.jpeg(120, 80),
                Photos.progressiveJpeg(Photos.scene(120, 80)),
                Photos.png(120, 80),
                Photos.webp(120, 80),
                Photos.webp(Photos.scene(120, 80), false),
                Gifs.moving(120, 80));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void whatWasOnlyHalfCopiedIsRefused(byte[] whole) throws IOException {
        for (int length = 12; length < whole.length; length += Math.max(1, whole.length / 60)) {
            assertEquals("refused.picture-damaged", refusal(Arrays.copyOf(whole, length)), "length " + length);
        }
        assertEquals(List.of(), everyFile());
    }

    @ParameterizedTest
    @MethodSource("whole")
    void damageIsRefusedOrKeptButNeverAFault(byte[] whole) {
        var random = new Random(1863);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 1 + i % 9; hit++) {
                damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt(256);
            }
            assertTrue(List.of(
                            "",
                            "refused.picture-damaged",
                            "refused.picture-moving",
                            "refused.picture-pixels",
                            "refused.picture-animation")
                    .contains(refusal(damaged)));
        }
    }

    @ParameterizedTest
    @CsvSource({"30000, 30000", "65535, 65535", "60001, 1000", "8000, 7501"})
    void hugePicturesAreRefusedByTheirHeadAlone(int width, int height) {
        byte[] jpeg = Photos.jpeg(16, 16);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        assertEquals("refused.picture-pixels", refusal(jpeg));

        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] png = Photos.png(16, 16);
        byte[] huge = Photos.withChunk(png, "IHDR", head);
        assertEquals(
                "refused.picture-pixels",
                refusal(Photos.joined(Arrays.copyOf(huge, 8), Arrays.copyOfRange(huge, 33, huge.length))));
    }

    @Test
    void webpWhoseCanvasIsNotItsPictureIsRefused() {
        assertEquals("refused.picture-damaged", refusal(Photos.extended(Photos.webp(10, 10), 16_000, 16_000, 0)));
        assertEquals("refused.picture-damaged", refusal(Photos.extended(Photos.webp(400, 400), 10, 10, 0)));
        assertEquals("refused.picture-damaged", refusal(Photos.extended(new byte[12], 10, 10, 0)));
    }

    @Test
    void sixtyMillionPixelsMayBeTakenAndTwentyMegabytes() {
        assertFalse(new PictureSize(60_000, 1_000).isBeyond(Incoming.MOST_MEGAPIXELS));
        assertTrue(new PictureSize(60_001, 1_000).isBeyond(Incoming.MOST_MEGAPIXELS));
        assertTrue(new PictureSize(Integer.MAX_VALUE, Integer.MAX_VALUE).isBeyond(Incoming.MOST_MEGAPIXELS));

        byte[] jpeg = Photos.jpeg(16, 16);
        assertEquals("", refusal(Arrays.copyOf(jpeg, 20_000_000)));
        assertEquals("refused.picture-too-large", refusal(Arrays.copyOf(jpeg, 20_000_001)));
    }

    @Test
    void manyScansOverAllPixelsAreRefused() {
        byte[] jpeg = Photos.jpeg(16, 16);
        int scan = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        byte[] one = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[][] parts = new byte[103][];
        Arrays.fill(parts, one);
        parts[0] = Arrays.copyOf(jpeg, scan);
        parts[102] = new byte[] {(byte) 0xFF, (byte) 0xD9};

        assertEquals("refused.picture-damaged", refusal(Photos.joined(parts)));
    }

    @Test
    void stillGifBecomesAPngOfTheSamePixels() {
        byte[] gif = Gifs.withComment(Gifs.still(60, 40), SECRET);
        var asset = kept("plan.gif", gif);

        assertEquals("plan.png", asset.name());
        assertEquals("image/png 60x40", described(asset));
        assertArrayEquals(pixels(gif), pixels(bytes(asset)));
        assertFalse(Photos.says(bytes(asset), Photos.SECRET));
    }

    @Test
    void animationStaysWithItsFramesAndItsRepeatingButWithoutNotes() throws UnfitPicture {
        byte[] gif = Photos.joined(Gifs.withComment(Gifs.moving(60, 40), SECRET), SECRET);
        var asset = kept("stork.gif", gif);
        byte[] result = bytes(asset);

        assertEquals("stork.gif", asset.name());
        assertEquals("image/gif 60x40", described(asset));
        assertFalse(Photos.says(result, Photos.SECRET));
        assertTrue(Photos.says(result, "NETSCAPE2.0"));
        assertEquals(2, Gif.of(result).frameCount());
        assertEquals("image/gif 60x40", described(kept("again.gif", result)));
    }

    @Test
    void animationsThatPhonesCannotPlayAreRefusedWithTheirNumbers() {
        byte[] tooLong = Gifs.repeated(4, 3, Incoming.MOST_FRAMES + 1);
        var refused = (Outcome.Refused<Asset>) incoming.take("long.gif", tooLong);
        assertEquals("refused.picture-animation", refused.reasons().getFirst().key());
        assertEquals(
                List.of("long.gif", Incoming.MOST_FRAMES + 1, 4, 3),
                refused.reasons().getFirst().arguments());

        byte[] large = Gifs.repeated(4, 3, 20);
        ByteBuffer.wrap(large)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 8_000)
                .putShort(8, (short) 7_000);
        assertEquals("refused.picture-animation", refusal(large), "twenty screens of 56 million pixels");
        byte[] huge = Gifs.still(4, 3);
        ByteBuffer.wrap(huge)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 60_000)
                .putShort(8, (short) 60_000);
        assertEquals("refused.picture-pixels", refusal(huge));
        assertEquals("", refusal(Gifs.repeated(640, 480, 40)));
    }

    @Test
    void whatMovesIsRefused() {
        assertEquals("refused.picture-moving", refusal(Photos.withChunk(Photos.png(8, 8), "acTL", new byte[8])));
        assertEquals("refused.picture-moving", refusal(Photos.extended(Photos.webp(8, 8), 8, 8, 0x02)));
        assertEquals("refused.picture-moving", refusal(Photos.extended(Photos.webp(8, 8), 8, 8, 0, "ANMF", SECRET)));
    }

    /** Files that are two things at once: as a picture they are taken, and the other half is gone. */
    @Test
    void polyglotsLoseTheirOtherHalf() {
        byte[] script = ascii("<script>alert(1)</script><?php system('id'); ?>PK\u0003\u0004 %PDF-1.7");
        byte[] jpeg = Photos.jpeg(16, 16);
        byte[] png = Photos.png(16, 16);
        byte[] webp = Photos.webp(16, 16);
        var hostile = List.of(
                Photos.joined(jpeg, script),
                Photos.withSegment(jpeg, 0xFE, script),
                Photos.withSegment(jpeg, 0xE7, script),
                Photos.joined(png, script),
                Photos.withChunk(png, "tEXt", script),
                Photos.joined(webp, script),
                Photos.extended(webp, 16, 16, 0, "evil", script));

        for (byte[] each : hostile) {
            byte[] result = bytes(kept("a.html", each));
            assertTrue(Photos.says(each, "<script>"));
            assertFalse(Photos.says(result, "<script>"));
            assertFalse(Photos.says(result, "<?php"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GIF89a............                          | refused.picture-damaged |
            %PDF-1.7                                    | refused.picture-format | PDF
            BM0000000000                                | refused.picture-format | BMP
            8BPS00000000                                | refused.picture-format | Photoshop (PSD)
            0000ftypheic00000000                        | refused.picture-format | HEIC
            0000ftypavif00000000                        | refused.picture-format | AVIF
            <html><body>Hello</body></html>             | refused.picture-type   |
            #!/bin/sh                                   | refused.picture-type   |
            <!DOCTYPE html><svg onload=alert(1)></svg>  | refused.picture-type   |
            Hello                                       | refused.picture-type   |
            """)
    void whatIsNoPictureForReadersIsRefusedByName(String bytes, String key, @Nullable String format) {
        var refused = (Outcome.Refused<Asset>) incoming.take("photo.jpg", ascii(bytes));
        var reason = refused.reasons().getFirst();

        assertEquals(key, reason.key());
        assertEquals(format == null ? List.of("photo.jpg") : List.of("photo.jpg", format), reason.arguments());
    }

    @Test
    void emptyFilesAreRefused() {
        assertEquals("refused.picture-empty", refusal(new byte[0]));
    }

    @Test
    void samePictureBroughtTwiceIsKeptOnce() throws IOException {
        var first = kept("a.jpg", Photos.withSegment(Photos.jpeg(16, 16), 0xFE, SECRET));
        var second = kept("b.jpg", Photos.jpeg(16, 16));

        assertEquals(first.hash(), second.hash());
        assertEquals(1, everyFile().size());
    }

    @Test
    void folderThatCannotBeWrittenIsAFault() throws IOException {
        Path file = Files.writeString(folder.resolveSibling("file"), "not a folder");
        var broken = new Incoming(new FolderFiles(file.resolve("files")));

        assertThrows(UncheckedIOException.class, () -> broken.take("a.jpg", Photos.jpeg(8, 8)));
    }

    private Asset kept(String name, byte[] bytes) {
        return incoming.take(name, bytes).orThrow();
    }

    /** The key of the reason; empty when the picture is kept. */
    private String refusal(byte[] bytes) {
        return switch (incoming.take("picture", bytes)) {
            case Outcome.Done<Asset> _ -> "";
            case Outcome.Refused<Asset>(var reasons) -> reasons.getFirst().key();
        };
    }

    private byte[] bytes(Asset asset) {
        try {
            return Files.readAllBytes(files.find(asset.hash().substring(0, 16)).orElseThrow());
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

    private static int[] pixels(byte[] bytes) {
        var image = Photos.read(bytes);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String described(Asset asset) {
        return asset.mediaType() + " " + asset.width() + "x" + asset.height();
    }

    private static byte[] svg(String attributes, String inside) {
        return ascii("<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + ">" + inside + "</svg>");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
