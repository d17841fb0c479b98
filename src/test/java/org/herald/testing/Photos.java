package org.herald.testing;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made in code, as cameras and programs write them: with everything that they say of their owners. */
public final class Photos {

    /** Words that stand in the notes of pictures, and must not stand in what is kept. */
    public static final String SECRET = "Jan of Private Street 7";

    private static final int IHDR_END = 8 + 12 + 13;

    private Photos() {}

    /** Red, green, blue and yellow in the four corners, from the top left on. */
    public static BufferedImage corners(int width, int height) {
        return corners(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** The same, of a type of {@link BufferedImage}. */
    public static BufferedImage corners(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isLeft = x < width / 2;
                boolean isTop = y < height / 2;
                Color colour = isTop ? isLeft ? Color.RED : Color.GREEN : isLeft ? Color.BLUE : Color.YELLOW;
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    /** Soft colours with grain in them, as from a camera. */
    public static BufferedImage scene(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var grain = new SplittableRandom(1410);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int bits = grain.nextInt();
                int red = 40 + 180 * x / width + (bits & 7);
                int green = 60 + 150 * y / height + ((bits >> 3) & 7);
                row[x] = (red << 16) | (green << 8) | (120 + ((bits >> 6) & 7));
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return jpeg(scene(width, height));
    }

    public static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.95f);
        return written(writer, new IIOImage(image, null, null), param);
    }

    public static byte[] progressiveJpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(writer, new IIOImage(image, null, null), param);
    }

    /** Four colours, as for print. */
    public static byte[] printJpeg(int width, int height) {
        return printJpeg(width, height, 90, 90, 90, 90);
    }

    /** One colour of cyan, magenta, yellow and black ink, each from 0 to 255; as all programs do, it stores 255 for none. */
    public static byte[] printJpeg(int width, int height, int... colour) {
        byte[] inks = new byte[width * height * 4];
        for (int at = 0; at < inks.length; at++) {
            inks[at] = (byte) (255 - colour[at % 4]);
        }
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(inks, inks.length), width, height, width * 4, 4, new int[] {0, 1, 2, 3}, null);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0}; // inks as they are (Adobe, TN 5116)
        return withSegment(
                written(writer, new IIOImage(raster, null, null), writer.getDefaultWriteParam()), 0xEE, adobe);
    }

    public static byte[] png(int width, int height) {
        return png(scene(width, height));
    }

    public static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    public static byte[] webp(int width, int height) {
        return webp(scene(width, height), true);
    }

    /** A WebP, in one of the two ways in which WebP keeps pixels. */
    public static byte[] webp(BufferedImage image, boolean isLossy) {
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        var param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionType(isLossy ? CompressionType.Lossy : CompressionType.Lossless);
        return written(writer, new IIOImage(image, null, null), param);
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Exif of a camera: its owner, the place, and how it was held. */
    public static byte[] exif(int orientation) {
        byte[] owner = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        int entries = 3;
        int after = 8 + 2 + entries * 12 + 4;
        var tiff = ByteBuffer.allocate(after + owner.length + 2 + 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) entries);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(owner.length).putInt(after); // the artist
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(after + owner.length); // the place
        tiff.putInt(0).put(owner);
        tiff.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .putInt('N')
                .putInt(0);
        return tiff.array();
    }

    public static byte[] exifSegment(int orientation) {
        return joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(orientation));
    }

    /** The JPEG with a segment more, right after its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) ((body.length + 2) >> 8), (byte) (body.length + 2)};
        return joined(Arrays.copyOf(jpeg, 2), head, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The JPEG with this profile of its colours. */
    public static byte[] withProfile(byte[] jpeg, byte[] profile) {
        byte[] name = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1};
        return withSegment(jpeg, 0xE2, joined(name, profile));
    }

    /** What a chunk with a profile has: a name, the way it is packed, and itself (PNG, section 11.3.2.3). */
    public static byte[] packedProfile(byte[] profile) {
        return packedProfile(profile, 1);
    }

    /** A chunk with a profile of so many million noughts. */
    public static byte[] packedProfile(int millions) {
        return packedProfile(new byte[1_000_000], millions);
    }

    private static byte[] packedProfile(byte[] part, int times) {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(new byte[] {'p', 0, 0});
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(), 1 << 16)) {
            for (int i = 0; i < times; i++) {
                deflater.write(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** The PNG with a chunk more, right after its head. */
    public static byte[] withChunk(byte[] png, String type, byte[] body) {
        var chunk = ByteBuffer.allocate(12 + body.length);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(body);
        chunk.putInt(body.length).put(name).put(body).putInt((int) sum.getValue());
        return joined(Arrays.copyOf(png, IHDR_END), chunk.array(), Arrays.copyOfRange(png, IHDR_END, png.length));
    }

    /** The simple WebP as an extended one with chunks more at its end, named and filled by turns. */
    public static byte[] extended(byte[] webp, int width, int height, int flags, Object... namesAndBodies) {
        var out = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) flags);
        head.position(4);
        head.put((byte) (width - 1)).put((byte) ((width - 1) >> 8)).put((byte) ((width - 1) >> 16));
        head.put((byte) (height - 1)).put((byte) ((height - 1) >> 8)).put((byte) ((height - 1) >> 16));
        out.writeBytes(riffChunk("VP8X", head.array()));
        out.write(webp, 12, webp.length - 12);
        for (int i = 0; i < namesAndBodies.length; i += 2) {
            out.writeBytes(riffChunk((String) namesAndBodies[i], (byte[]) namesAndBodies[i + 1]));
        }
        byte[] chunks = out.toByteArray();
        var file = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(chunks.length + 4);
        return file.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(chunks).array();
    }

    private static byte[] riffChunk(String name, byte[] body) {
        var chunk = ByteBuffer.allocate(8 + body.length + body.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }

    /** True when these words stand in the bytes, in whatever file they are. */
    public static boolean says(byte[] bytes, String words) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(words);
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            out.writeBytes(each);
        }
        return out.toByteArray();
    }

    private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam param) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, image, param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
