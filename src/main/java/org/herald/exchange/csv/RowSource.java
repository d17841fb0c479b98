package org.herald.exchange.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file of entries that was opened: its columns, and its rows one after the other. */
sealed interface RowSource extends AutoCloseable permits CsvRows, GeoJsonRows {

    /** The columns that the file has. */
    List<Column> columns();

    /** What was understood of the file as a whole. */
    List<ImportNote> notes();

    /** The next row; empty at the end. */
    Optional<Row> next();

    @Override
    void close() throws IOException;
}
