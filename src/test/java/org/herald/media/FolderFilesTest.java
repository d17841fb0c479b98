package org.herald.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.herald.model.Asset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderFilesTest {
    private static final byte[] CASTLE = svg("viewBox=\"0 0 1200 800\"");

    private final Path folder;
    private final FolderFiles files;

    FolderFilesTest(@TempDir Path parent) {
        folder = parent.resolve("files");
        files = new FolderFiles(folder);
    }

    @BeforeEach
    void withoutWindows() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void fileIsFoundUnderTheHashOfItsContent() throws IOException {
        Asset asset = keep("Mir Castle.svg", CASTLE);
        assertEquals("mir-castle.svg", asset.name());
        assertEquals("image/svg+xml", asset.mediaType());
        assertEquals(CASTLE.length, asset.bytes());
        assertTrue(asset.hash().matches("[0-9a-f]{64}"));
        String path = asset.path().orElseThrow();
        assertEquals("/assets/" + asset.hash().substring(0, 16) + "/mir-castle.svg", path);
        Path file = files.find(asset.hash().substring(0, 16)).orElseThrow();
        assertArrayEquals(CASTLE, Files.readAllBytes(file));
    }

    @Test
    void sameBytesAreKeptOnceUnderAnyName() throws IOException {
        Asset first = keep("a.svg", CASTLE);
        Path file = files.find(first.hash().substring(0, 16)).orElseThrow();
        var written = Files.getLastModifiedTime(file);
        Asset second = keep("b.svg", CASTLE);
        assertEquals(first.hash(), second.hash());
        assertEquals("b.svg", second.name());
        assertEquals(written, Files.getLastModifiedTime(file));
        assertEquals(List.of(file), everyFile());
    }

    @Test
    void manyAtOnceLeaveOneWholeFileAndNothingHalf() throws Exception {
        byte[] large = svg("viewBox=\"0 0 1 1\"", "x".repeat(500_000));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var keeping = IntStream.range(0, 16)
                    .<Callable<Asset>>mapToObj(i -> () -> keep(i + ".svg", large))
                    .toList();
            for (var kept : threads.invokeAll(keeping)) {
                assertEquals(large.length, kept.get().bytes());
            }
        }
        assertEquals(1, everyFile().size());
        assertArrayEquals(large, Files.readAllBytes(everyFile().getFirst()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ../../x.svg                | x.svg
            ..\\..\\windows\\x.exe     | windows-x.svg
            /etc/passwd                | etc-passwd.svg
            .svg                       | file.svg
            ..                         | file.svg
            ~~                         | file.svg
            Мірскі замак.png           | mirski-zamak.svg
            Справаздача.pdf            | spravazdacha.svg
            Объявление №5.pdf          | obyavleniye-no5.svg
            Київ, площа.jpg            | kyyiv-ploshcha.svg
            Ελλάδα.jpg                 | ellada.svg
            საქართველო.jpg             | sakartvelo.svg
            北京.jpg                   | bei-jing.svg
            שלום.png                   | slwm.svg
            …                          | file.svg
            a"b<c>.svg                 | a-b-c.svg
            x.html                     | x.svg
            x.svg.html                 | x-svg.svg
            CON                        | con.svg
            a b%0d%0aSet-Cookie: 1.svg | a-b-0d-0aset-cookie-1.svg
            """)
    void nameIsMadeHarmlessAndEndsAsItsTypeDoes(String name, String kept) throws IOException {
        assertEquals(kept, keep(name, CASTLE).name());
        assertTrue(everyFile().stream().allMatch(file -> file.startsWith(folder)));
    }

    @Test
    void longNameIsCut() throws IOException {
        assertEquals(
                "x".repeat(80) + ".svg", keep("x".repeat(400) + ".svg", CASTLE).name());
        assertEquals("a-".repeat(39) + "a.svg", keep("a ".repeat(400), CASTLE).name());
    }

    @Test
    void fileOfNoKnownKindIsNotKept() throws IOException {
        assertEquals(Optional.empty(), files.keep("x.svg", "<script>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), files.keep("x.svg", new byte[0]));
        assertEquals(List.of(), everyFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../../../etc/passwd",
                "0123456789abcde",
                "0123456789ABCDEF",
                "*",
                "0123456789abcdeg",
                "0123456789abcdef0",
                "0123456789abcde/"
            })
    void whatIsNoHashIsNotFound(String text) throws IOException {
        keep("a.svg", CASTLE);
        assertEquals(Optional.empty(), files.find(text));
    }

    @Test
    void unknownHashIsNotFound() throws IOException {
        assertEquals(Optional.empty(), files.find("0123456789abcdef"));
        keep("a.svg", CASTLE);
        assertEquals(Optional.empty(), files.find("0123456789abcdef"));
    }

    @Test
    void folderThatCannotBeMadeIsAFault() throws IOException {
        Path file = Files.writeString(folder.resolveSibling("file"), "not a folder");
        assertThrows(IOException.class, () -> new FolderFiles(file.resolve("files")).keep("a.svg", CASTLE));
    }

    @ParameterizedTest
    @CsvSource({"png, 640, 480", "jpg, 3, 2", "gif, 1, 1", "png, 5000, 1"})
    void sizeOfAPhotoIsReadFromItsHead(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out));
        Asset asset = keep("photo", out.toByteArray());
        assertEquals(width, asset.width());
        assertEquals(height, asset.height());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            viewBox="0 0 1200 800"                          | 1200 | 800
            viewBox='0 0 1200 800'                          | 1200 | 800
            viewBox="-10,-10,120.7,80.2"                    | 120  | 80
            width="300" height="200px" viewBox="0 0 30 20"  | 30   | 20
            width="300" height="200px"                      | 300  | 200
            width="100%" height="50%"                       | 0    | 0
            fill="none"                                     | 0    | 0
            viewBox="0 0 99999999999 1"                     | 0    | 0
            viewBox=""                                      | 0    | 0
            stroke-width="3" data-height="4"                | 0    | 0
            """)
    void sizeOfADrawingIsItsViewBoxOrItsOwn(String attributes, int width, int height) throws IOException {
        Asset asset = keep("drawing.svg", svg(attributes));
        assertEquals(width, asset.width());
        assertEquals(height, asset.height());
    }

    @Test
    void damagedPictureHasNoSizeAndIsNoFault() throws IOException {
        var out = new ByteArrayOutputStream();
        for (String format : List.of("png", "jpg", "gif")) {
            out.reset();
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), format, out);
            var random = new Random(1410);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = out.toByteArray();
                for (int hit = 0; hit < 8; hit++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
                }
                byte[] cut = Arrays.copyOf(damaged, 8 + random.nextInt(damaged.length - 8));
                keep("damaged", damaged);
                keep("cut", cut);
            }
        }
    }

    private Asset keep(String name, byte[] bytes) throws IOException {
        return files.keep(name, bytes).orElseThrow();
    }

    private List<Path> everyFile() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] svg(String attributes) {
        return svg(attributes, "");
    }

    private static byte[] svg(String attributes, String inside) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + ">" + inside + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
