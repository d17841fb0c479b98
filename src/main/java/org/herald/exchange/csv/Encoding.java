package org.herald.exchange.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * In which encoding a file is written: what its mark says, UTF-8 when all of it is, otherwise Windows-1251.
 *
 * @param skipped bytes of the mark at its beginning
 * @param note what is told of it; empty for plain UTF-8
 */
record Encoding(Charset charset, int skipped, String note) {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    /** What of a file is UTF-8. */
    private static final class Count {
        private long valid; // characters of several bytes
        private long invalid; // bytes that belong to none
        private long line = 1; // at which the scan is
        private long firstInvalid; // the line of the first of them
        private int due; // bytes that the character still needs

        void add(int octet) {
            if (due > 0) {
                if ((octet & 0xc0) == 0x80) {
                    due--;
                    valid += due == 0 ? 1 : 0;
                    return;
                }
                wrong();
                due = 0;
            }
            if (octet == '\n') {
                line++;
            } else if (octet >= 0xc2 && octet <= 0xdf) {
                due = 1;
            } else if (octet >= 0xe0 && octet <= 0xef) {
                due = 2;
            } else if (octet >= 0xf0 && octet <= 0xf4) {
                due = 3;
            } else if (octet >= 0x80) {
                wrong();
            }
        }

        void end() {
            if (due > 0) {
                wrong();
            }
        }

        private void wrong() {
            firstInvalid = invalid == 0 ? line : firstInvalid;
            invalid++;
        }
    }

    /** @throws CsvFault when a file of UTF-8 has bytes that are none */
    static Encoding of(EntryFile file) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            in.mark(4);
            byte[] head = in.readNBytes(3);
            var marked = marked(head);
            if (marked.isPresent()) {
                return marked.get();
            }
            in.reset();
            var count = new Count();
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                for (int at = 0; at < read; at++) {
                    count.add(block[at] & 0xff);
                }
            }
            count.end();
            if (count.invalid == 0) {
                return new Encoding(StandardCharsets.UTF_8, 0, "");
            }
            if (count.valid >= count.invalid) {
                throw new CsvFault("Nothing was imported: " + file.name() + " is UTF-8, but line " + count.firstInvalid
                        + " and perhaps others have bytes that are no characters. Save the file as UTF-8 again.");
            }
            return new Encoding(
                    WINDOWS_1251, 0, "it is not UTF-8 and was read as Windows-1251; look whether its words are right.");
        }
    }

    private static Optional<Encoding> marked(byte[] head) {
        int first = head.length > 0 ? head[0] & 0xff : 0;
        int second = head.length > 1 ? head[1] & 0xff : 0;
        int third = head.length > 2 ? head[2] & 0xff : 0;
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return Optional.of(new Encoding(
                    StandardCharsets.UTF_8, 3, "it begins with a byte order mark, which was passed over."));
        }
        if (first == 0xff && second == 0xfe) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2, "it was read as UTF-16."));
        }
        if (first == 0xfe && second == 0xff) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2, "it was read as UTF-16."));
        }
        return Optional.empty();
    }

    Reader reader(EntryFile file) throws IOException {
        InputStream in = file.open();
        in.skipNBytes(skipped);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(
                                        charset.equals(WINDOWS_1251)
                                                ? CodingErrorAction.REPLACE
                                                : CodingErrorAction.REPORT)),
                1 << 16);
    }
}
