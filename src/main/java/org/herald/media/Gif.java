package org.herald.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A GIF file as its blocks (Graphics Interchange Format, version 89a), its frames not decoded. */
final class Gif implements Photo {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int HEAD_LENGTH = 13;
    private static final int DESCRIPTOR_LENGTH = 10;
    private static final int FLAGS_OF_DESCRIPTOR = 9;

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    /** Of an application: its name, which says what its data are. */
    private static final int NAME_LENGTH = 11;

    /** What says how often an animation is repeated. */
    private static final Set<String> REPEATING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    /** A frame: its place on the screen, and its bytes together with the control block before it. */
    private static final class Frame {

        private final int left;
        private final int top;
        private final PictureSize size;
        private final byte[] control;
        private final byte[] image;

        Frame(int left, int top, PictureSize size, byte[] control, byte[] image) {
            this.left = left;
            this.top = top;
            this.size = size;
            this.control = control;
            this.image = image;
        }
    }

    /** Signature, logical screen and its colours. */
    private final byte[] head;

    private final byte[] repeating;
    private final List<Frame> frames;

    private Gif(byte[] head, byte[] repeating, List<Frame> frames) {
        this.head = head;
        this.repeating = repeating;
        this.frames = List.copyOf(frames);
    }

    static Gif of(byte[] bytes) throws UnfitPicture {
        if (bytes.length < HEAD_LENGTH || !new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("GIF8")) {
            throw UnfitPicture.damaged();
        }
        var gif = new Blocks(bytes).read();
        if (gif.frames.isEmpty() || gif.size().width() == 0 || gif.size().height() == 0) {
            throw UnfitPicture.damaged();
        }
        return gif;
    }

    /** The logical screen; as in browsers, it grows to hold the first frame. */
    @Override
    public PictureSize size() {
        var first = frames.getFirst();
        return new PictureSize(
                Math.max(number(head, SIGNATURE_LENGTH), first.left + first.size.width()),
                Math.max(number(head, SIGNATURE_LENGTH + 2), first.top + first.size.height()));
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Optional<byte[]> profile() {
        return Optional.empty();
    }

    @Override
    public boolean isMoving() {
        return frames.size() > 1;
    }

    int frameCount() {
        return frames.size();
    }

    /** How many pixels a browser draws while it plays the animation once. */
    long drawnPixels() {
        long screen = pixels(size());
        return frames.stream()
                .mapToLong(frame -> Math.max(screen, pixels(frame.size)))
                .sum();
    }

    /** All frames with their times, and how often they are repeated; comments and notes of programs go. */
    @Override
    public byte[] cleaned() {
        return written(frames);
    }

    /** The first frame alone. */
    @Override
    public byte[] bare() {
        return written(frames.subList(0, 1));
    }

    private byte[] written(List<Frame> some) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head);
        if (some.size() > 1) {
            out.writeBytes(repeating);
        }
        for (Frame frame : some) {
            out.writeBytes(frame.control);
            out.writeBytes(frame.image);
        }
        out.write(TRAILER);
        return out.toByteArray();
    }

    /**
     * The first frame where it stands on the screen.
     *
     * @param step of rows and columns that are read
     * @throws IOException when it is damaged
     */
    BufferedImage firstFrame(int step) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bare()))) {
            reader.setInput(stream, true, true);
            var param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            var frame = reader.read(0, param);
            var first = frames.getFirst();
            if (first.size.equals(size())) {
                return frame;
            }
            var screen = new BufferedImage(
                    Math.max(1, size().width() / step),
                    Math.max(1, size().height() / step),
                    BufferedImage.TYPE_INT_ARGB);
            var graphics = screen.createGraphics();
            graphics.drawImage(frame, first.left / step, first.top / step, null);
            graphics.dispose();
            return screen;
        } finally {
            reader.dispose();
        }
    }

    /** The same picture as PNG, pixel by pixel, when it does not move. */
    byte[] asPng() throws UnfitPicture {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(firstFrame(1), "png", out);
        } catch (IOException | RuntimeException damaged) { // decoders throw whatever a damaged file leads them to
            throw UnfitPicture.damaged();
        }
        return out.toByteArray();
    }

    private static long pixels(PictureSize size) {
        return (long) size.width() * size.height();
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    /** Goes through a file block by block. */
    private static final class Blocks {

        private final byte[] bytes;
        private final List<Frame> frames = new ArrayList<>();
        private byte[] control = {}; // of the frame that comes next
        private byte[] repeating = {}; // found on the way
        private int at; // where the next block begins

        Blocks(byte[] bytes) {
            this.bytes = bytes;
        }

        Gif read() throws UnfitPicture {
            at = HEAD_LENGTH + colours(bytes[SIGNATURE_LENGTH + 4]);
            byte[] head = from(0);
            int kind = next();
            while (kind != TRAILER) {
                switch (kind) {
                    case IMAGE -> image();
                    case EXTENSION -> extension();
                    default -> throw UnfitPicture.damaged();
                }
                kind = next();
            }
            return new Gif(head, repeating, frames);
        }

        /** What kind of block comes next; files that end without a trailer end with their last block (browsers show them). */
        private int next() throws UnfitPicture {
            if (at > bytes.length) {
                throw UnfitPicture.damaged();
            }
            return at == bytes.length && !frames.isEmpty() ? TRAILER : byteAt(at);
        }

        private void image() throws UnfitPicture {
            int begin = at;
            int flags = byteAt(begin + FLAGS_OF_DESCRIPTOR);
            at = begin + DESCRIPTOR_LENGTH + colours((byte) flags) + 1;
            skipParts();
            var size = new PictureSize(number(bytes, begin + 5), number(bytes, begin + 7));
            if (size.width() == 0 || size.height() == 0) {
                throw UnfitPicture.damaged();
            }
            frames.add(new Frame(number(bytes, begin + 1), number(bytes, begin + 3), size, control, from(begin)));
            control = new byte[] {};
        }

        private void extension() throws UnfitPicture {
            int begin = at;
            int label = byteAt(begin + 1);
            at = begin + 2;
            skipParts();
            if (label == CONTROL) {
                control = from(begin);
            } else if (label == APPLICATION && isRepeating(begin)) {
                repeating = from(begin);
            }
        }

        private boolean isRepeating(int begin) {
            int name = begin + 3;
            return name + NAME_LENGTH <= at
                    && REPEATING.contains(new String(bytes, name, NAME_LENGTH, StandardCharsets.ISO_8859_1));
        }

        /** Data come in parts, each with its length before it, up to one of no length. */
        private void skipParts() throws UnfitPicture {
            int length = byteAt(at);
            while (length > 0) {
                at += length + 1;
                length = byteAt(at);
            }
            at++;
        }

        private int byteAt(int place) throws UnfitPicture {
            if (place >= bytes.length) {
                throw UnfitPicture.damaged();
            }
            return bytes[place] & 0xFF;
        }

        private byte[] from(int begin) throws UnfitPicture {
            if (at > bytes.length) {
                throw UnfitPicture.damaged();
            }
            return Arrays.copyOfRange(bytes, begin, at);
        }

        /** The length of a table of colours. */
        private static int colours(byte flags) {
            return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        }
    }
}
