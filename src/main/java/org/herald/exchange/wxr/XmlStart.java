package org.herald.exchange.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.herald.model.Blank;

/**
 * Where in a file its XML begins, and how it is encoded.
 *
 * @param linesBefore how many lines stand before it
 * @param hasWordsBefore true when more than blank lines stand before it
 */
record XmlStart(Charset charset, int linesBefore, boolean hasWordsBefore) {

    /** A server's warnings before an export are not longer. */
    private static final int FARTHEST = 1 << 16;

    private static final Pattern BEGINNING = Pattern.compile("<\\?xml\\s|<rss[\\s>]");
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,60})[\"']");

    /**
     * Reads on to where the XML begins.
     *
     * @param stream one that can be marked
     * @throws WxrFault when the file names an encoding that is unknown
     */
    static XmlStart find(InputStream stream) throws IOException {
        stream.mark(FARTHEST + 1);
        byte[] head = stream.readNBytes(FARTHEST);
        stream.reset();
        int mark = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
        if (mark == 0xfeff || mark == 0xfffe) {
            stream.skipNBytes(2);
            return new XmlStart(mark == 0xfeff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0, false);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        var beginning = BEGINNING.matcher(text);
        int from = beginning.find() ? beginning.start() : 0;
        stream.skipNBytes(from);
        String before = text.substring(0, from).replace("\u00ef\u00bb\u00bf", "");
        return new XmlStart(
                charset(text.substring(from)),
                (int) before.chars().filter(character -> character == '\n').count(),
                !Blank.is(before));
    }

    private static Charset charset(String xml) {
        var named = ENCODING.matcher(xml);
        if (!named.find() || named.group(1).matches("(?i)utf-?16.*")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new WxrFault("The first line of the file says that its encoding is \"" + named.group(1)
                    + "\", which is unknown. Write there the one that it has, most likely UTF-8.");
        }
    }
}
