package org.herald.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A JPEG file as its segments (ITU-T T.81, annex B). */
final class Jpeg implements Photo {

    /** No camera writes more; each costs a decoder a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final int PREFIX = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;

    private static final byte[] JFIF_NAME = ascii("JFIF\0");
    private static final byte[] EXIF_NAME = ascii("Exif\0\0");
    private static final byte[] PROFILE_NAME = ascii("ICC_PROFILE\0");
    private static final byte[] ADOBE_NAME = ascii("Adobe");

    /** Version, unit and density; the little picture behind them may show what was cut off, and is left out. */
    private static final int JFIF_LENGTH = 12;

    /** Version 1.1, no unit, square pixels, no little picture. */
    private static final byte[] PLAIN_JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    private static final int ADOBE_LENGTH = 12;

    /** A marker with what belongs to it; a scan has its coded pixels too. */
    private static final class Segment {

        private final int marker;

        /** As written behind the marker: itself and what follows, without the coded pixels of a scan. */
        private final int length;

        private final byte[] body;

        Segment(int marker, int length, byte[] body) {
            this.marker = marker;
            this.length = length;
            this.body = body;
        }

        Segment(int marker, byte[] body) {
            this(marker, body.length + 2, body);
        }

        int marker() {
            return marker;
        }

        int length() {
            return length;
        }

        byte[] body() {
            return body;
        }

        boolean begins(byte[] name) {
            return body.length >= name.length && Arrays.equals(name, 0, name.length, body, 0, name.length);
        }

        /** True for the head that says how large the picture is. */
        boolean isFrame() {
            return marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }

        /** True for what a decoder needs to make pixels of the scans. */
        boolean isNeeded() {
            return isFrame()
                    || switch (marker) {
                        case 0xC4, 0xCC, 0xDB, 0xDC, 0xDD, SCAN -> true;
                        default -> false;
                    };
        }
    }

    private final List<Segment> segments;

    private Jpeg(List<Segment> segments) {
        this.segments = segments;
    }

    static Jpeg of(byte[] bytes) throws UnfitPicture {
        var segments = new ArrayList<Segment>();
        int at = 2;
        while (true) {
            if (at + 1 >= bytes.length || (bytes[at] & 0xFF) != PREFIX) {
                throw UnfitPicture.damaged();
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == PREFIX) {
                at++; // fill bytes
                continue;
            }
            if (marker == END) {
                return whole(segments);
            }
            boolean isAlone = marker >= FIRST_RESTART && marker <= START;
            if (marker < FIRST_FRAME || isAlone || at + 4 > bytes.length) {
                throw UnfitPicture.damaged();
            }
            int length = ((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF);
            int end = at + 2 + length;
            if (length < 2 || end > bytes.length) {
                throw UnfitPicture.damaged();
            }
            int pixelsEnd = marker == SCAN ? pixelsEnd(bytes, end) : end;
            segments.add(new Segment(marker, length, Arrays.copyOfRange(bytes, at + 4, pixelsEnd)));
            at = pixelsEnd;
        }
    }

    private static Jpeg whole(List<Segment> segments) throws UnfitPicture {
        long frames = segments.stream().filter(Segment::isFrame).count();
        long scans = segments.stream().filter(each -> each.marker() == SCAN).count();
        boolean isSized = segments.stream()
                .filter(Segment::isFrame)
                .allMatch(frame -> frame.body().length >= 9 && number(frame, 1) > 0 && number(frame, 3) > 0);
        if (frames != 1 || scans < 1 || scans > MOST_SCANS || !isSized) {
            throw UnfitPicture.damaged();
        }
        return new Jpeg(List.copyOf(segments));
    }

    /** Where the coded pixels end: at the first marker that is no restart. */
    private static int pixelsEnd(byte[] bytes, int from) throws UnfitPicture {
        for (int at = from; at + 1 < bytes.length; at++) {
            int next = bytes[at + 1] & 0xFF;
            boolean isMarker = (bytes[at] & 0xFF) == PREFIX
                    && next != 0
                    && next != PREFIX
                    && (next < FIRST_RESTART || next > LAST_RESTART);
            if (isMarker) {
                return at;
            }
        }
        throw UnfitPicture.damaged();
    }

    @Override
    public PictureSize size() {
        return orientation().shown(number(frame(), 3), number(frame(), 1));
    }

    /** True for the four inks of print (CMYK and YCCK). */
    boolean hasInks() {
        return components() == 4;
    }

    /** With its profile, which says what colours inks have on the paper they are for. */
    byte[] withProfile() {
        var out = new ByteArrayOutputStream();
        out.write(PREFIX);
        out.write(START);
        jfif().ifPresent(each -> write(out, each));
        segments.stream().filter(Jpeg::isProfile).forEach(each -> write(out, each));
        writePicture(out);
        return out.toByteArray();
    }

    /** False when it has neither grey, nor colours of screens, nor inks. */
    boolean isKnown() {
        return components() == 1 || components() == 3 || hasInks();
    }

    private int components() {
        return frame().body()[5] & 0xFF;
    }

    @Override
    public Orientation orientation() {
        return segments.stream()
                .filter(each -> each.marker() == EXIF && each.begins(EXIF_NAME))
                .findFirst()
                .map(each -> Orientation.in(rest(each.body(), EXIF_NAME.length)))
                .orElse(Orientation.UPRIGHT);
    }

    /** Its parts in the order of their numbers (ICC.1:2022, annex B.4). */
    @Override
    public Optional<byte[]> profile() {
        var parts = new TreeMap<Integer, byte[]>();
        for (var each : segments) {
            if (isProfile(each)) {
                parts.put(each.body()[PROFILE_NAME.length] & 0xFF, rest(each.body(), PROFILE_NAME.length + 2));
            }
        }
        var whole = new ByteArrayOutputStream();
        parts.values().forEach(whole::writeBytes);
        return parts.isEmpty() ? Optional.empty() : Optional.of(whole.toByteArray());
    }

    @Override
    public boolean isMoving() {
        return false;
    }

    @Override
    public byte[] cleaned() {
        var out = new ByteArrayOutputStream();
        out.write(PREFIX);
        out.write(START);
        jfif().ifPresent(each -> write(out, each));
        var orientation = orientation();
        if (!orientation.isUpright()) {
            var exif = new ByteArrayOutputStream();
            exif.writeBytes(EXIF_NAME);
            exif.writeBytes(orientation.exif());
            write(out, new Segment(EXIF, exif.toByteArray()));
        }
        segments.stream().filter(Jpeg::isProfile).forEach(each -> write(out, each));
        writePicture(out);
        return out.toByteArray();
    }

    @Override
    public byte[] bare() {
        var out = new ByteArrayOutputStream();
        out.write(PREFIX);
        out.write(START);
        jfif().ifPresent(each -> write(out, each));
        writePicture(out);
        return out.toByteArray();
    }

    /**
     * The head that says how colours are coded. Files of cameras have Exif instead; once that is gone decoders would have
     * to guess, so they get one.
     */
    private Optional<Segment> jfif() {
        var own = segments.stream()
                .filter(each -> each.marker() == JFIF && each.begins(JFIF_NAME) && each.body().length >= JFIF_LENGTH)
                .findFirst();
        if (own.isPresent()) {
            byte[] body = Arrays.copyOf(own.get().body(), JFIF_LENGTH + 2);
            body[JFIF_LENGTH] = 0; // the width and height of the little picture
            body[JFIF_LENGTH + 1] = 0;
            return Optional.of(new Segment(JFIF, body));
        }
        boolean isSaid = segments.stream().anyMatch(Jpeg::isAdobe);
        boolean isPlain = components() == 1 || (components() == 3 && frame().body()[6] != 'R');
        return isSaid || !isPlain ? Optional.empty() : Optional.of(new Segment(JFIF, PLAIN_JFIF));
    }

    private static boolean isAdobe(Segment each) {
        return each.marker() == ADOBE && each.begins(ADOBE_NAME) && each.body().length >= ADOBE_LENGTH;
    }

    private void writePicture(ByteArrayOutputStream out) {
        for (var each : segments) {
            if (each.isNeeded()) {
                write(out, each);
            } else if (isAdobe(each)) {
                write(out, new Segment(ADOBE, Arrays.copyOf(each.body(), ADOBE_LENGTH))); // says how colours are coded
            }
        }
        out.write(PREFIX);
        out.write(END);
    }

    private static void write(ByteArrayOutputStream out, Segment segment) {
        out.write(PREFIX);
        out.write(segment.marker());
        out.write(segment.length() >> 8);
        out.write(segment.length());
        out.writeBytes(segment.body());
    }

    private static boolean isProfile(Segment each) {
        return each.marker() == PROFILE && each.begins(PROFILE_NAME) && each.body().length > PROFILE_NAME.length + 2;
    }

    private Segment frame() {
        return segments.stream().filter(Segment::isFrame).findFirst().orElseThrow();
    }

    private static int number(Segment segment, int at) {
        return ByteBuffer.wrap(segment.body()).getShort(at) & 0xFFFF;
    }

    private static byte[] rest(byte[] body, int from) {
        return Arrays.copyOfRange(body, from, body.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
