package org.herald.exchange.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Entities;

/**
 * The characters of an export that is XML but for small faults, as servers and plugins leave them: what stands before the
 * first tag is passed over, characters that XML forbids and bytes that are none of the encoding are left out, and a sign
 * that should have been escaped is. Each fault is noted with its line.
 */
final class RepairedXml extends Reader {

    private static final int CHUNK = 1 << 16;

    /** No reference is longer, and neither is what begins a CDATA section. */
    private static final int AHEAD = 40;

    /** Stands for bytes that could not be decoded; a character that XML forbids as well. */
    private static final char UNDECODED = '\uffff';

    private static final int MOST_NOTES = 1000;
    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";
    private static final String END = "</rss";
    private static final Set<String> KNOWN = Set.of("amp", "lt", "gt", "quot", "apos");

    private enum Inside {
        MARKUP,
        CDATA,
        COMMENT,
        /** Inside the tag that ends the export, or after it. */
        END
    }

    private final InputStream stream;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final NavigableMap<Integer, Notes> notes = new TreeMap<>();
    private final int linesBefore;
    private final char[] in = new char[2 * CHUNK]; // decoded and not yet repaired
    private int from; // where it begins in there
    private int until; // where it ends
    /** Repaired and not yet handed out; the longest form of one character is an escaped ampersand. */
    private final char[] out = new char[5 * 2 * CHUNK + AHEAD];

    private int outFrom; // where it begins in there
    private int outUntil; // where it ends
    private boolean isDecoded; // turned on at the end of the file
    private Inside inside = Inside.MARKUP; // changes as the file goes on
    private int line; // of the character that is looked at
    private boolean isEnded; // turned on after the tag that ends the export
    private boolean isTailNoted; // turned on by what follows it

    private RepairedXml(InputStream stream, Charset charset, int linesBefore) {
        this.stream = stream;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.linesBefore = linesBefore;
        this.line = linesBefore + 1;
    }

    /**
     * @param stream one that can be marked
     * @throws WxrFault when its encoding is unknown
     */
    static RepairedXml of(InputStream stream) throws IOException {
        var start = XmlStart.find(stream);
        var xml = new RepairedXml(stream, start.charset(), start.linesBefore());
        if (start.hasWordsBefore()) {
            xml.note(1, "left out: what stands before the first tag of the file");
        }
        return xml;
    }

    /** How many lines of the file stand before the first that is handed out. */
    int linesBefore() {
        return linesBefore;
    }

    /** What was repaired so far, by lines of the file. */
    Map<Integer, Notes> notes() {
        return notes;
    }

    @Override
    public int read(char[] into, int at, int length) throws IOException {
        while (outFrom == outUntil) {
            if (isDecoded && from == until) {
                return -1;
            }
            decode();
            repair();
        }
        int count = Math.min(length, outUntil - outFrom);
        System.arraycopy(out, outFrom, into, at, count);
        outFrom += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void decode() throws IOException {
        System.arraycopy(in, from, in, 0, until - from);
        until -= from;
        from = 0;
        bytes.compact();
        int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        isDecoded = read < 0;
        var chars = CharBuffer.wrap(in, until, in.length - until);
        for (var result = decoder.decode(bytes, chars, isDecoded);
                result.isError();
                result = decoder.decode(bytes, chars, isDecoded)) {
            bytes.position(bytes.position() + result.length());
            chars.put(UNDECODED);
        }
        if (isDecoded) {
            decoder.flush(chars);
        }
        until = chars.position();
    }

    private void repair() {
        outFrom = 0;
        outUntil = 0;
        int last = isDecoded ? until : Math.max(from, until - AHEAD);
        while (from < last) {
            char at = in[from];
            line += at == '\n' ? 1 : 0;
            if (isEnded) {
                noteTail(at);
                from++;
            } else if (at == UNDECODED) {
                note(line, "left out: bytes that are not in the file's encoding");
                from++;
            } else if (!isAllowed(at)) {
                note(line, forbidden(at));
                from++;
            } else if (inside != Inside.MARKUP || !isRepaired(at)) {
                inside = after(at);
                isEnded = inside == Inside.END && at == '>';
                put(at);
                from++;
            }
        }
    }

    /** What the character after this one stands in. */
    private Inside after(char at) {
        return switch (inside) {
            case MARKUP -> at != '<' ? Inside.MARKUP : begun();
            case CDATA -> at == '>' && ends("]]") ? Inside.MARKUP : Inside.CDATA;
            case COMMENT -> at == '>' && ends("--") ? Inside.MARKUP : Inside.COMMENT;
            case END -> Inside.END;
        };
    }

    private Inside begun() {
        return isNext(CDATA)
                ? Inside.CDATA
                : isNext(COMMENT) ? Inside.COMMENT : isNext(END) ? Inside.END : Inside.MARKUP;
    }

    /** Writes another form of what stands here when it is no markup although it looks so; otherwise does nothing. */
    private boolean isRepaired(char at) {
        switch (at) {
            case '&' -> reference();
            case '<' -> {
                if (from + 1 < until && (Character.isLetter(in[from + 1]) || "/!?_:".indexOf(in[from + 1]) >= 0)) {
                    return false;
                }
                replace("&lt;", 1, "converted: a < that begins no tag is taken as it is written");
            }
            case '>' -> {
                if (!ends("]]")) {
                    return false;
                }
                replace("&gt;", 1, "converted: a ]]> that ends nothing is taken as it is written");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A reference stays when XML knows it; HTML's become their characters; an ampersand alone is itself. */
    private void reference() {
        int end = from + 1;
        while (end < until && end - from < AHEAD - 2 && isOfName(in[end])) {
            end++;
        }
        boolean isReference = end < until && end > from + 1 && in[end] == ';';
        String name = isReference ? new String(in, from + 1, end - from - 1) : "";
        int length = end - from + 1;
        if (name.startsWith("#")) {
            numbered(name.substring(1), length);
        } else if (KNOWN.contains(name)) {
            replace("&" + name + ";", length, "");
        } else if (!Entities.getByName(name).isEmpty()) {
            replace(Entities.getByName(name), length, "");
        } else {
            replace("&amp;", 1, "converted: an & that begins no reference is taken as it is written");
        }
    }

    private void numbered(String number, int length) {
        int character;
        try {
            character = number.startsWith("x") || number.startsWith("X")
                    ? Integer.parseInt(number.substring(1), 16)
                    : Integer.parseInt(number);
        } catch (NumberFormatException none) {
            replace("&amp;", 1, "converted: an & that begins no reference is taken as it is written");
            return;
        }
        if (isAllowed(character) && (character < 0xd800 || character > 0xdfff)) {
            replace("&#" + character + ";", length, "");
        } else {
            replace("", length, forbidden(character));
        }
    }

    private void replace(String text, int length, String note) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        if (!note.isEmpty()) {
            note(line, note);
        }
        from += length;
    }

    private void put(char character) {
        out[outUntil++] = character;
    }

    /** True when what was handed out last is this. */
    private boolean ends(String text) {
        for (int i = 1; i <= text.length(); i++) {
            if (outUntil < i || out[outUntil - i] != text.charAt(text.length() - i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNext(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (from + i >= until || in[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void noteTail(char at) {
        if (!isTailNoted && !Character.isWhitespace(at)) {
            isTailNoted = true;
            note(
                    line,
                    "left out: everything after the end of the export, </rss>. When another export follows there,"
                            + " import it as a file of its own");
        }
    }

    private void note(int at, String text) {
        boolean hasRoom = notes.containsKey(at) || notes.size() < MOST_NOTES;
        notes.computeIfAbsent(hasRoom ? at : notes.lastKey(), _ -> new Notes())
                .add(hasRoom ? text : text + ", in later lines");
    }

    private static boolean isOfName(char character) {
        return character == '#' || (character < 0x80 && Character.isLetterOrDigit(character));
    }

    /** XML 1.0, section 2.2. */
    private static boolean isAllowed(int character) {
        return character >= ' '
                ? character != 0xfffe && character != 0xffff && Character.isValidCodePoint(character)
                : character == '\t' || character == '\n' || character == '\r';
    }

    private static String forbidden(int character) {
        return String.format(Locale.ROOT, "left out: a character that XML forbids, U+%04X", character);
    }
}
