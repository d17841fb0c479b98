package org.herald.exchange.ics;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.herald.exchange.csv.CsvFault;

/**
 * The lines of a file, unfolded, whatever its line ends and encoding. Lines are joined before they are decoded, because some
 * programs fold within a character. No line takes more memory than the longest that is allowed.
 */
final class LineReader {

    /** Bytes of a line; all beyond are passed over. */
    static final int LONGEST = 1 << 20;

    /** Bytes of a file. */
    static final long MOST_BYTES = 128L << 20;

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final int END = -1;

    private final String name;
    private final InputStream in;
    private final String encoding;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private int next; // byte, or END
    private long count; // of bytes so far
    private int line = 1; // at which the reader is
    private int others; // lines that are not UTF-8
    private int firstOther; // the first of them
    private int controls; // control characters that were left out

    /**
     * A line.
     *
     * @param number of its first part
     * @param isCut true when it is too long; the text is its beginning
     */
    record Line(int number, String text, boolean isCut) {}

    /** @param name of the file, for messages */
    LineReader(String name, InputStream file) throws IOException {
        this.name = name;
        var buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(4);
        byte[] head = buffered.readNBytes(3);
        int first = head.length > 0 ? head[0] & 0xff : END;
        int second = head.length > 1 ? head[1] & 0xff : END;
        int third = head.length > 2 ? head[2] & 0xff : END;
        buffered.reset();
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            buffered.skipNBytes(3);
            this.in = buffered;
            this.encoding = "it begins with a byte order mark, which was passed over.";
        } else if ((first == 0xff && second == 0xfe) || (first == 'B' && second == 0)) {
            this.in = new Utf16Stream(buffered, StandardCharsets.UTF_16LE);
            this.encoding = "it was read as UTF-16.";
        } else if ((first == 0xfe && second == 0xff) || (first == 0 && second == 'B')) {
            this.in = new Utf16Stream(buffered, StandardCharsets.UTF_16BE);
            this.encoding = "it was read as UTF-16.";
        } else {
            this.in = buffered;
            this.encoding = "";
        }
        this.next = in.read();
    }

    private int read() throws IOException {
        int octet = next;
        next = in.read();
        count++;
        if (count > MOST_BYTES) {
            throw new CsvFault("Nothing was imported: " + name + " has more than " + (MOST_BYTES >> 20)
                    + " MB. Export the calendar in parts, for example by year.");
        }
        return octet;
    }

    /** The next line that is not empty; absent at the end. */
    Optional<Line> next() throws IOException {
        while (next != END) {
            int number = line;
            boolean isCut = unfold();
            if (bytes.size() > 0) {
                return Optional.of(new Line(number, decoded(number), isCut));
            }
        }
        return Optional.empty();
    }

    /** Reads one line with those that continue it; true when it was too long. */
    private boolean unfold() throws IOException {
        bytes.reset();
        boolean isCut = false;
        while (next != END) {
            int octet = read();
            if (octet != '\n' && octet != '\r') {
                if (bytes.size() < LONGEST) {
                    bytes.write(octet);
                } else {
                    isCut = true;
                }
                continue;
            }
            if (octet == '\r' && next == '\n') {
                read();
            }
            line++;
            if (next != ' ' && next != '\t') {
                return isCut;
            }
            read();
        }
        return isCut;
    }

    private String decoded(int number) {
        byte[] octets = bytes.toByteArray();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException other) {
            boolean isCutCharacter = octets.length == LONGEST;
            if (!isCutCharacter) {
                firstOther = others == 0 ? number : firstOther;
                others++;
            }
            text = new String(octets, isCutCharacter ? StandardCharsets.UTF_8 : WINDOWS_1251);
        }
        return withoutControls(text);
    }

    private String withoutControls(String text) {
        if (text.chars().noneMatch(LineReader::isControl)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.chars().filter(character -> !isControl(character)).forEach(character -> clean.append((char) character));
        controls += text.length() - clean.length();
        return clean.toString();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    /** What is told of the encoding as a whole; empty for plain UTF-8. */
    String encoding() {
        return encoding;
    }

    /** What is told of bytes that are no UTF-8; empty when there are none. */
    String others() {
        return others == 0
                ? ""
                : others + " lines are not UTF-8 and were read as Windows-1251, the first is line " + firstOther
                        + "; look whether their words are right.";
    }

    /** How many characters were left out that no text has. */
    int controls() {
        return controls;
    }
}
