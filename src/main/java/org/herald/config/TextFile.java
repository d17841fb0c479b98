package org.herald.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A text file of the site folder: read whole, in UTF-8, and of a size that a person writes. */
final class TextFile {

    /** More than any person writes, and little for the memory. */
    static final int MOST_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /**
     * The text of a file; absent, with a fault, when it cannot be read.
     *
     * @param absent what is said where there is no file
     */
    static Optional<String> read(Path file, String absent, Faults faults) {
        byte[] bytes;
        try (var stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException missing) {
            throw new SettingsFault("There is no " + file + ". " + absent);
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + file + ": " + fault.getMessage() + ". " + absent);
        }
        if (bytes.length > MOST_BYTES) {
            faults.add(Origin.InFile.whole(file), "the file is larger than 1 MiB, which no settings need.");
            return Optional.empty();
        }
        return decoded(file, bytes, faults);
    }

    private static Optional<String> decoded(Path file, byte[] bytes, Faults faults) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var text = CharBuffer.allocate(bytes.length + 1);
        var read = ByteBuffer.wrap(bytes);
        if (decoder.decode(read, text, true).isError()) {
            text.flip();
            faults.add(
                    position(file, text),
                    "this is not UTF-8. Save the file in that encoding; your editor calls it UTF-8 or Unicode.");
            return Optional.empty();
        }
        text.flip();
        boolean hasMark = !text.isEmpty() && text.get(0) == BYTE_ORDER_MARK;
        return Optional.of(text.subSequence(hasMark ? 1 : 0, text.length()).toString());
    }

    /** The position after the text that could be read. */
    private static Origin position(Path file, CharSequence before) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < before.length(); at++) {
            column++;
            if (before.charAt(at) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Origin.InFile(file, line, column);
    }
}
