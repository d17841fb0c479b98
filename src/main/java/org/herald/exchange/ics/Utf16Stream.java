package org.herald.exchange.ics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file of UTF-16 as UTF-8. */
final class Utf16Stream extends InputStream {

    private static final int MARK = 0xfeff;

    private final Reader reader;
    private byte[] ready = {}; // what a character is
    private int at; // in it

    Utf16Stream(InputStream file, Charset charset) {
        this.reader = new InputStreamReader(file, charset);
    }

    @Override
    public int read() throws IOException {
        while (at == ready.length) {
            int character = reader.read();
            if (character < 0) {
                return -1;
            }
            int low = Character.isHighSurrogate((char) character) ? reader.read() : -1;
            String text = low < 0
                    ? Character.toString((char) character)
                    : new String(new char[] {(char) character, (char) low});
            ready = character == MARK ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return ready[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int octet = read();
            if (octet < 0) {
                break;
            }
            into[from + count] = (byte) octet;
            count++;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
