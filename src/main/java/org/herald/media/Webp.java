package org.herald.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A WebP file as its chunks (RFC 9649, section 2). Browsers do not turn a WebP picture as its Exif says, and no more do we. */
final class Webp implements Photo {

    private static final int FILE_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int EXTENDED_LENGTH = 10;

    /** Of the extended head: there is Exif, there is XMP, it moves. */
    private static final int NOTES = 0x08 | 0x04;

    private static final int ANIMATED = 0x02;

    private static final Set<String> NEEDED = Set.of("VP8X", "ALPH", "VP8 ", "VP8L");

    private final List<Chunk> chunks;
    private final PictureSize size;

    private Webp(List<Chunk> chunks, PictureSize size) {
        this.chunks = chunks;
        this.size = size;
    }

    static Webp of(byte[] bytes) throws UnfitPicture {
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long end = bytes.length < FILE_HEAD + CHUNK_HEAD ? 0 : Integer.toUnsignedLong(file.getInt(4)) + CHUNK_HEAD;
        if (end < FILE_HEAD + CHUNK_HEAD || end > bytes.length) {
            throw UnfitPicture.damaged();
        }
        var chunks = new ArrayList<Chunk>();
        long at = FILE_HEAD;
        while (at + CHUNK_HEAD <= end) {
            int from = (int) at + CHUNK_HEAD;
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            if (length > end - from) {
                throw UnfitPicture.damaged();
            }
            String type = new String(bytes, (int) at, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, Arrays.copyOfRange(bytes, from, from + (int) length)));
            at = from + length + length % 2;
        }
        return new Webp(List.copyOf(chunks), sizeOf(chunks));
    }

    /** The size of the canvas; a picture on it has the same, or its decoder would need other memory than was allowed. */
    private static PictureSize sizeOf(List<Chunk> chunks) throws UnfitPicture {
        var head = chunks.getFirst();
        boolean isExtended = head.type().equals("VP8X") && head.body().length >= EXTENDED_LENGTH;
        var canvas = isExtended
                ? new PictureSize(number24(head.body(), 4) + 1, number24(head.body(), 7) + 1)
                : PictureSize.UNKNOWN;
        if (isExtended && (head.body()[0] & ANIMATED) != 0) {
            return canvas;
        }
        var pictures = chunks.stream()
                .filter(each -> each.type().equals("VP8 ") || each.type().equals("VP8L"))
                .toList();
        if (pictures.size() != 1 || !(isExtended || chunks.getFirst() == pictures.getFirst())) {
            throw UnfitPicture.damaged();
        }
        var size = pictures.getFirst().type().equals("VP8 ")
                ? lossy(pictures.getFirst().body())
                : lossless(pictures.getFirst().body());
        if (isExtended && !size.equals(canvas)) {
            throw UnfitPicture.damaged();
        }
        return size;
    }

    /** The head of a key frame (RFC 6386, section 9.1). */
    private static PictureSize lossy(byte[] body) throws UnfitPicture {
        boolean isKeyFrame = body.length >= 10
                && (body[0] & 1) == 0
                && (body[3] & 0xFF) == 0x9D
                && body[4] == 0x01
                && body[5] == 0x2A;
        if (!isKeyFrame) {
            throw UnfitPicture.damaged();
        }
        return known(number16(body, 6) & 0x3FFF, number16(body, 8) & 0x3FFF);
    }

    /** The head of a lossless picture (RFC 9649, section 3.4): a mark, then fourteen bits for each side. */
    private static PictureSize lossless(byte[] body) throws UnfitPicture {
        if (body.length < 5 || body[0] != 0x2F) {
            throw UnfitPicture.damaged();
        }
        int bits = number16(body, 1) | (number16(body, 3) << 16);
        return known((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    }

    private static PictureSize known(int width, int height) throws UnfitPicture {
        if (width == 0 || height == 0) {
            throw UnfitPicture.damaged();
        }
        return new PictureSize(width, height);
    }

    @Override
    public PictureSize size() {
        return size;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Optional<byte[]> profile() {
        return chunks.stream()
                .filter(each -> each.type().equals("ICCP"))
                .findFirst()
                .map(Chunk::body);
    }

    @Override
    public boolean isMoving() {
        var head = chunks.getFirst();
        boolean saysSo = head.type().equals("VP8X") && (head.body()[0] & ANIMATED) != 0;
        return saysSo || chunks.stream().anyMatch(each -> each.type().equals("ANMF"));
    }

    @Override
    public byte[] cleaned() {
        return written(chunks.stream()
                .filter(each -> NEEDED.contains(each.type()) || each.type().equals("ICCP"))
                .toList());
    }

    @Override
    public byte[] bare() {
        return written(
                chunks.stream().filter(each -> NEEDED.contains(each.type())).toList());
    }

    private static byte[] written(List<Chunk> chunks) {
        var out = new ByteArrayOutputStream();
        for (var each : chunks) {
            out.writeBytes(each.type().getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(number32(each.body().length));
            out.writeBytes(each.type().equals("VP8X") ? withoutNotes(each.body()) : each.body());
            out.writeBytes(new byte[each.body().length % 2]);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(number32(out.size() + 4));
        file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(out.toByteArray());
        return file.toByteArray();
    }

    private static byte[] withoutNotes(byte[] extended) {
        byte[] body = extended.clone();
        body[0] &= (byte) ~NOTES;
        return body;
    }

    private static byte[] number32(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static int number24(byte[] body, int at) {
        return number16(body, at) | ((body[at + 2] & 0xFF) << 16);
    }

    private static int number16(byte[] body, int at) {
        return (body[at] & 0xFF) | ((body[at + 1] & 0xFF) << 8);
    }
}
