package org.herald.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PNG file as its chunks (W3C Portable Network Graphics, section 5). */
final class Png implements Photo {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Length, type and checksum. */
    private static final int AROUND = 12;

    private static final int HEAD_LENGTH = 13;
    private static final int MOST_PROFILE_BYTES = 4_000_000;

    /** What a decoder needs to make pixels. */
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** What tells the colours of the pixels, and how many there are in a metre. */
    private static final Set<String> COLOURS =
            Set.of("cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "pHYs");

    private final List<Chunk> chunks;

    private Png(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    static Png of(byte[] bytes) throws UnfitPicture {
        if (bytes.length < SIGNATURE.length || !Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length))) {
            throw UnfitPicture.damaged();
        }
        var chunks = new ArrayList<Chunk>();
        var file = ByteBuffer.wrap(bytes);
        int at = SIGNATURE.length;
        do {
            if (at + AROUND > bytes.length) {
                throw UnfitPicture.damaged();
            }
            int length = file.getInt(at);
            if (length < 0 || length > bytes.length - at - AROUND) {
                throw UnfitPicture.damaged();
            }
            var sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            if ((int) sum.getValue() != file.getInt(at + 8 + length)) {
                throw UnfitPicture.damaged();
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, Arrays.copyOfRange(bytes, at + 8, at + 8 + length)));
            at += AROUND + length;
        } while (!chunks.getLast().type().equals("IEND"));
        var png = new Png(List.copyOf(chunks));
        boolean isWhole = chunks.getFirst().type().equals("IHDR")
                && chunks.getFirst().body().length == HEAD_LENGTH
                && png.number(0) > 0
                && png.number(4) > 0
                && png.find("IDAT").isPresent();
        if (!isWhole) {
            throw UnfitPicture.damaged();
        }
        return png;
    }

    @Override
    public PictureSize size() {
        return orientation().shown(number(0), number(4));
    }

    @Override
    public Orientation orientation() {
        return find("eXIf").map(each -> Orientation.in(each.body())).orElse(Orientation.UPRIGHT);
    }

    /** Behind its name and the mark of its compression (section 11.3.2.3). */
    @Override
    public Optional<byte[]> profile() {
        return find("iCCP").flatMap(each -> {
            int name = 0;
            while (name < each.body().length && each.body()[name] != 0) {
                name++;
            }
            return name + 2 < each.body().length ? inflated(each.body(), name + 2) : Optional.empty();
        });
    }

    /** An animation has a control chunk (section 11.3.4.1). */
    @Override
    public boolean isMoving() {
        return find("acTL").isPresent();
    }

    @Override
    public byte[] cleaned() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        for (var each : chunks) {
            // a profile that is damaged, or would grow beyond what any has, is none that a browser should unpack
            boolean isKept = !each.type().equals("iCCP") || profile().isPresent();
            if (isKept && (NEEDED.contains(each.type()) || COLOURS.contains(each.type()))) {
                write(out, each);
            }
            if (each.type().equals("IHDR") && !orientation().isUpright()) {
                write(out, new Chunk("eXIf", orientation().exif()));
            }
        }
        return out.toByteArray();
    }

    @Override
    public byte[] bare() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunks.stream().filter(each -> NEEDED.contains(each.type())).forEach(each -> write(out, each));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Chunk chunk) {
        byte[] type = chunk.type().getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(type);
        sum.update(chunk.body());
        out.writeBytes(number32(chunk.body().length));
        out.writeBytes(type);
        out.writeBytes(chunk.body());
        out.writeBytes(number32((int) sum.getValue()));
    }

    private static byte[] number32(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** Never more than a profile has, whatever the chunk would grow to. */
    private static Optional<byte[]> inflated(byte[] body, int from) {
        try (var inflater = new Inflater()) {
            inflater.setInput(body, from, body.length - from);
            var out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 || out.size() + count > MOST_PROFILE_BYTES) {
                    return Optional.empty();
                }
                out.write(part, 0, count);
            }
            return Optional.of(out.toByteArray());
        } catch (DataFormatException damaged) {
            return Optional.empty();
        }
    }

    private Optional<Chunk> find(String type) {
        return chunks.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    private int number(int at) {
        return ByteBuffer.wrap(chunks.getFirst().body()).getInt(at);
    }
}
