package org.herald.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.herald.testing.Photos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos made smaller: their pixels, colours, orientation and what one can see through. */
final class DarkroomTest {

    /** How far a colour may be off after JPEG and WebP. */
    private static final int NEAR = 12;

    /** Displayed corners from the top left, as the stored ones, by the values of Exif (CIPA DC-008, section 4.6.4). */
    @ParameterizedTest
    @CsvSource({
        "1, red green blue yellow",
        "2, green red yellow blue",
        "3, yellow blue green red",
        "4, blue yellow red green",
        "5, red blue green yellow",
        "6, blue red yellow green",
        "7, yellow green blue red",
        "8, green yellow red blue"
    })
    void photoIsTurnedAsTheCameraWasHeld(int orientation, String corners) throws UnfitPicture {
        byte[] stored = Photos.jpeg(Photos.corners(240, 160));
        byte[] held = Photos.withSegment(stored, 0xE1, Photos.exifSegment(orientation));
        var photo = photo(held);
        int width = photo.size().width();
        var bitmap = developed(photo, width / 2);

        assertEquals(orientation >= 5 ? 160 : 240, width);
        assertEquals(width / 2, bitmap.width());
        assertEquals(orientation >= 5 ? 120 : 80, bitmap.height());
        assertEquals(corners, corners(bitmap));
    }

    @Test
    void pngIsTurnedToo() throws UnfitPicture {
        byte[] held = Photos.withChunk(Photos.png(Photos.corners(240, 160)), "eXIf", Photos.exif(6));

        assertEquals("blue red yellow green", corners(developed(photo(held), 160)));
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 239, 121, 120, 119, 80, 7, 3})
    void everyWidthHasTheSameCorners(int width) throws UnfitPicture {
        for (byte[] each : List.of(
                Photos.jpeg(Photos.corners(240, 160)),
                Photos.png(Photos.corners(240, 160)),
                Photos.webp(Photos.corners(240, 160), true))) {
            var bitmap = developed(photo(each), width);
            assertEquals(width, bitmap.width());
            assertEquals(Math.round(160f * width / 240), bitmap.height());
            assertEquals("red green blue yellow", corners(bitmap));
        }
    }

    @Test
    void newPixelIsTheMeanOfThoseItCovers() {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        int[] values = {0, 90, 30, 60, 210, 240};
        for (int i = 0; i < values.length; i++) {
            image.setRGB(i % 3, i / 3, values[i] * 0x010101);
        }

        // each new pixel covers one and a half columns of both rows
        var half = Shrinking.shrink(image, 2, 1);
        assertEquals(Math.round((0 + 60 + (90 + 210) / 2f) / 3), half.pixel(0, 0) & 0xFF);
        assertEquals(Math.round((30 + 240 + (90 + 210) / 2f) / 3), half.pixel(1, 0) & 0xFF);
        assertEquals(105, Shrinking.shrink(image, 1, 1).pixel(0, 0) & 0xFF);
        var same = Shrinking.shrink(image, 3, 2);
        for (int i = 0; i < values.length; i++) {
            assertEquals(0xFF000000 | values[i] * 0x010101, same.pixel(i % 3, i / 3));
        }
        assertThrows(IllegalArgumentException.class, () -> Shrinking.shrink(image, 4, 2));
    }

    @Test
    void finePatternBecomesAnEvenGrey() {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        var small = Shrinking.shrink(image, 320, 240);

        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                assertEquals(128, small.pixel(x, y) & 0xFF, 12);
            }
        }
    }

    @Test
    void whatOneCannotSeeHasNoColour() {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF0000FF);
        image.setRGB(1, 0, 0x00FF0000); // red that nobody sees
        var one = Shrinking.shrink(image, 1, 1);

        assertEquals(0x800000FF, one.pixel(0, 0));
        assertFalse(one.isOpaque());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void pngOfEveryKindOfColourKeepsIts(int type) throws UnfitPicture {
        var bitmap = developed(photo(Photos.png(Photos.corners(64, 64, type))), 32);

        assertEquals("red green blue yellow", corners(bitmap));
        assertTrue(bitmap.isOpaque());
    }

    @Test
    void greyKeepsItsBrightness() throws UnfitPicture {
        for (int type : List.of(BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY)) {
            var image = new BufferedImage(40, 40, type);
            int full = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 257;
            for (int i = 0; i < 1600; i++) {
                image.getRaster().setSample(i % 40, i / 40, 0, 100 * full);
            }
            assertEquals(100, developed(photo(Photos.png(image)), 20).pixel(9, 9) & 0xFF, 1);
        }
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 40, 40, 0, new int[1600]);
        image.getRaster().setSamples(0, 0, 40, 20, 0, filled(800, 100));
        assertEquals(100, developed(photo(Photos.jpeg(image)), 20).pixel(9, 4) & 0xFF, 2);
    }

    @Test
    void coloursOfAPaletteCanBeSeenThrough() throws UnfitPicture {
        var palette = new IndexColorModel(2, 3, new int[] {0xFFFF0000, 0x00000000, 0xFF0000FF}, 0, true, 1, 0);
        var image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSamples(0, 0, 9, 9, 0, filled(81, 1));
        image.getRaster().setSample(4, 4, 0, 2);
        var bitmap = developed(photo(Photos.png(image)), 9);

        assertEquals(0, bitmap.pixel(0, 0) >>> 24);
        assertEquals(0xFF0000FF, bitmap.pixel(4, 4));
    }

    @Test
    void coloursOfAProfileBecomeThoseOfSrgb() throws UnfitPicture {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 32, 32, filled(1024, 0x808080), 0, 32);

        // half of the light of white is 188 in sRGB (IEC 61966-2-1)
        byte[] jpeg = Photos.withProfile(Photos.jpeg(image), linear);
        assertEquals(188, developed(photo(jpeg), 16).pixel(8, 8) & 0xFF, 3);
        byte[] webp = Photos.extended(Photos.webp(image, false), 32, 32, 0x20, "ICCP", linear);
        assertEquals(188, developed(photo(webp), 16).pixel(8, 8) & 0xFF, 3);
        byte[] png = Photos.withChunk(Photos.png(image), "iCCP", Photos.packedProfile(linear));
        assertEquals(188, developed(photo(png), 16).pixel(8, 8) & 0xFF, 3);
    }

    @Test
    void profileThatIsNoneChangesNothing() throws UnfitPicture {
        byte[] rubbish = new byte[4000];
        byte[] bomb = Photos.packedProfile(new byte[50_000_000]);

        assertEquals(
                "red green blue yellow",
                corners(developed(photo(Photos.withProfile(Photos.jpeg(Photos.corners(64, 64)), rubbish)), 32)));
        assertEquals(
                "red green blue yellow",
                corners(developed(photo(Photos.withChunk(Photos.png(Photos.corners(64, 64)), "iCCP", bomb)), 32)));
    }

    @Test
    void inksOfPrintBecomeColoursOfScreens() throws UnfitPicture {
        var magenta = developed(photo(Photos.printJpeg(64, 48, 0, 255, 0, 0)), 32);
        var black = developed(photo(Photos.printJpeg(64, 48, 0, 0, 0, 255)), 32);
        var paper = developed(photo(Photos.printJpeg(64, 48, 0, 0, 0, 0)), 32);

        assertEquals(new PictureSize(32, 24), new PictureSize(magenta.width(), magenta.height()));
        assertTrue(channel(magenta, 16) > 180 && channel(magenta, 8) < 90, () -> hex(magenta));
        assertTrue(channel(black, 16) < 60 && channel(black, 8) < 60 && channel(black, 0) < 60, () -> hex(black));
        assertTrue(channel(paper, 16) > 235 && channel(paper, 8) > 235 && channel(paper, 0) > 235, () -> hex(paper));
    }

    private static int channel(Bitmap bitmap, int shift) {
        return bitmap.pixel(bitmap.width() / 2, bitmap.height() / 2) >> shift & 0xFF;
    }

    private static String hex(Bitmap bitmap) {
        return Integer.toHexString(bitmap.pixel(bitmap.width() / 2, bitmap.height() / 2));
    }

    @ParameterizedTest
    @EnumSource(RenditionFormat.class)
    void everyFormatKeepsTheColours(RenditionFormat format) throws UnfitPicture {
        var bitmap = developed(photo(Photos.png(Photos.corners(128, 96))), 64);
        byte[] encoded = format.encode(bitmap).orElseThrow();

        assertEquals(Optional.of(format.type()), MediaType.of(encoded));
        assertEquals("red green blue yellow", corners(developed(photo(encoded), 64)));
    }

    @Test
    void whatHasFewColoursIsWrittenWithoutLossAndPhotographsAreNot() throws UnfitPicture {
        var chart = developed(photo(Photos.png(Photos.corners(400, 300))), 400);
        var scene = developed(photo(Photos.png(Photos.scene(400, 300))), 400);
        byte[] kept = RenditionFormat.WEBP.encode(chart).orElseThrow();

        assertTrue(Photos.says(kept, "VP8L"));
        assertTrue(Photos.says(RenditionFormat.WEBP.encode(scene).orElseThrow(), "VP8 "));
        assertEquals(chart.pixel(199, 149), developed(photo(kept), 400).pixel(199, 149));
    }

    @Test
    void onlyWebpCanBeSeenThrough() throws UnfitPicture {
        var image = Photos.corners(64, 64, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 32, 32, filled(1024, 0x60FF0000), 0, 32);
        var bitmap = developed(photo(Photos.png(image)), 32);
        var webp = developed(photo(RenditionFormat.WEBP.encode(bitmap).orElseThrow()), 32);

        assertEquals(Optional.empty(), RenditionFormat.JPEG.encode(bitmap));
        assertEquals(0x60, webp.pixel(5, 5) >>> 24, NEAR);
        assertEquals(0xFF, webp.pixel(25, 25) >>> 24);
    }

    @Test
    void stripOfEndlessHeightIsNotDeveloped() throws UnfitPicture {
        var strip = photo(Photos.png(new BufferedImage(400, 30_000, BufferedImage.TYPE_BYTE_BINARY)));

        assertEquals(Optional.empty(), Darkroom.develop(strip, 400));
        assertEquals(24_000, developed(strip, 320).height());
        assertEquals(Optional.empty(), RenditionFormat.WEBP.encode(developed(strip, 320)));
    }

    @Test
    void pictureOfFiftyMillionPixelsIsDevelopedInLittleMemory() throws UnfitPicture {
        for (byte[] each : List.of(
                Photos.png(new BufferedImage(8_700, 5_800, BufferedImage.TYPE_BYTE_BINARY)),
                Photos.jpeg(new BufferedImage(8_700, 5_800, BufferedImage.TYPE_BYTE_GRAY)))) {
            var bitmap = developed(photo(each), 1920);
            assertEquals(1280, bitmap.height());
            assertEquals(0xFF000000, bitmap.pixel(900, 600));
        }
    }

    private static Photo photo(byte[] bytes) throws UnfitPicture {
        return Photo.of(MediaType.of(bytes).orElseThrow(), bytes);
    }

    private static Bitmap developed(Photo photo, int width) {
        return Darkroom.develop(photo, width).orElseThrow();
    }

    private static int[] filled(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private static String corners(Bitmap bitmap) {
        int right = bitmap.width() - 1;
        int bottom = bitmap.height() - 1;
        return String.join(
                " ",
                name(bitmap.pixel(0, 0)),
                name(bitmap.pixel(right, 0)),
                name(bitmap.pixel(0, bottom)),
                name(bitmap.pixel(right, bottom)));
    }

    private static String name(int pixel) {
        boolean isRed = ((pixel >> 16) & 0xFF) > 200;
        boolean isGreen = ((pixel >> 8) & 0xFF) > 200;
        boolean isBlue = (pixel & 0xFF) > 200;
        return isRed && isGreen && !isBlue ? "yellow" : isRed ? "red" : isGreen ? "green" : isBlue ? "blue" : "dark";
    }
}
