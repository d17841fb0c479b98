package org.herald.exchange.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of entries, which is read more than once.
 *
 * @param name for messages
 */
public record EntryFile(String name, Format format, Opening opening) {

    /** What a file of entries is. */
    public enum Format {
        CSV,
        GEOJSON
    }

    /** Opens the file at its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** A file that is GeoJSON when its name says so, otherwise CSV. */
    public static EntryFile of(Path file) {
        return new EntryFile(file.toString(), format(file.toString()), () -> Files.newInputStream(file));
    }

    /** A file that is in memory. */
    public static EntryFile of(String name, byte[] bytes) {
        return new EntryFile(name, format(name), () -> new ByteArrayInputStream(bytes));
    }

    private static Format format(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".geojson") || lower.endsWith(".json") ? Format.GEOJSON : Format.CSV;
    }

    InputStream open() {
        try {
            return opening.open();
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    /** Opens its rows. */
    RowSource rows(Header header) {
        try {
            return format == Format.GEOJSON ? GeoJsonRows.open(this, header) : CsvRows.open(this, header);
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    CsvFault unreadable(IOException fault) {
        return new CsvFault("Cannot read " + name + ": " + fault + ".");
    }
}
