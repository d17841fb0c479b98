package org.herald.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** GIF files made in code, still and moving. */
public final class Gifs {

    private static final int HEAD_LENGTH = 13;
    private static final int LONGEST_PART = 255;

    /** What other programs write so that an animation is repeated without end. */
    private static final byte[] FOR_EVER = {
        0x21, (byte) 0xFF, 11, 'N', 'E', 'T', 'S', 'C', 'A', 'P', 'E', '2', '.', '0', 3, 1, 0, 0, 0
    };

    private Gifs() {}

    /** Four colours, at rest. */
    public static byte[] still(int width, int height) {
        return written(Photos.corners(width, height));
    }

    /** A red frame, then a blue one, for ever. */
    public static byte[] moving(int width, int height) {
        return withBlock(written(filled(width, height, Color.RED), filled(width, height, Color.BLUE)), FOR_EVER);
    }

    /** One frame after the other, so many times. */
    public static byte[] repeated(int width, int height, int frames) {
        var frame = filled(width, height, Color.RED);
        var all = new BufferedImage[frames];
        Arrays.fill(all, frame);
        return written(all);
    }

    /** The same file with a comment in it. */
    public static byte[] withComment(byte[] gif, byte[] comment) {
        byte[] text = Arrays.copyOf(comment, Math.min(comment.length, LONGEST_PART));
        return withBlock(gif, Photos.joined(new byte[] {0x21, (byte) 0xFE, (byte) text.length}, text, new byte[] {0}));
    }

    private static byte[] withBlock(byte[] gif, byte[] block) {
        int colours = (gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1);
        int at = HEAD_LENGTH + colours;
        return Photos.joined(Arrays.copyOf(gif, at), block, Arrays.copyOfRange(gif, at, gif.length));
    }

    private static BufferedImage filled(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] written(BufferedImage... frames) {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
