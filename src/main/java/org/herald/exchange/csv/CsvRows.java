package org.herald.exchange.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.herald.model.Blank;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, whatever its separator, line ends and encoding. */
final class CsvRows implements RowSource {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int HEAD = 1 << 18;
    private static final int LONGEST_CELL = 1 << 24;

    private final EntryFile file;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<Column> columns;
    private final List<ImportNote> notes;

    private CsvRows(
            EntryFile file,
            CsvReader<CsvRecord> reader,
            CloseableIterator<CsvRecord> records,
            List<Column> columns,
            List<ImportNote> notes) {
        this.file = file;
        this.reader = reader;
        this.records = records;
        this.columns = columns;
        this.notes = notes;
    }

    static CsvRows open(EntryFile file, Header header) throws IOException {
        var notes = new ArrayList<ImportNote>();
        var encoding = Encoding.of(file);
        if (!encoding.note().isEmpty()) {
            notes.add(ImportNote.note(0, "", "", encoding.note()));
        }
        String head = head(file, encoding);
        boolean isSaid = head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 4;
        char separator = isSaid ? head.charAt(4) : separator(head, header);
        if (separator != ',') {
            notes.add(ImportNote.note(
                    0, "", "", "its cells are separated by " + (separator == '\t' ? "tabs" : "\"" + separator + "\"")));
        }
        var reader = builder(separator).ofCsvRecord(encoding.reader(file));
        if (isSaid) {
            reader.skipLines(1);
        }
        var records = reader.iterator();
        var rows = new CsvRows(file, reader, records, List.of(), notes);
        CsvRecord first = rows.record();
        if (first == null) {
            throw new CsvFault("Nothing was imported: " + file.name() + " is empty.");
        }
        try {
            return new CsvRows(file, reader, records, header.columns(trimmed(first.getFields())), List.copyOf(notes));
        } catch (CsvFault fault) {
            reader.close();
            throw fault;
        }
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL);
    }

    private static String head(EntryFile file, Encoding encoding) throws IOException {
        try (Reader in = encoding.reader(file)) {
            char[] head = new char[HEAD];
            int length = 0;
            for (int read = in.read(head, 0, HEAD); read > 0; read = in.read(head, length, HEAD - length)) {
                length += read;
            }
            return new String(head, 0, length);
        }
    }

    /** The separator by which most columns are known; of those alike, by which there are most. */
    private static char separator(String head, Header header) {
        char best = ',';
        long most = -1;
        for (char separator : SEPARATORS) {
            long known;
            try (var reader = builder(separator).allowUnclosedQuote(true).ofCsvRecord(head);
                    var records = reader.iterator()) {
                var names = records.hasNext() ? records.next().getFields() : List.<String>of();
                known = header.known(names) * 1000 + names.size();
            } catch (CsvParseException | IOException unfit) {
                known = 0;
            }
            if (known > most) {
                most = known;
                best = separator;
            }
        }
        return best;
    }

    /** The names without empty ones behind the last, which spreadsheets leave. */
    private static List<String> trimmed(List<String> names) {
        int length = names.size();
        while (length > 0 && Blank.is(names.get(length - 1))) {
            length--;
        }
        return names.subList(0, length);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<ImportNote> notes() {
        return notes;
    }

    @Override
    public Optional<Row> next() {
        for (CsvRecord record = record(); record != null; record = record()) {
            var row = row(record);
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** Empty for a row of empty cells. */
    private Optional<Row> row(CsvRecord record) {
        var cells = new HashMap<String, String>();
        var extra = new StringBuilder();
        for (int place = 0; place < record.getFieldCount(); place++) {
            String cell = record.getField(place);
            if (Blank.is(cell)) {
                continue;
            }
            if (place < columns.size()) {
                cells.put(columns.get(place).name(), lines(CellGuard.read(cell)));
            } else {
                extra.append(extra.isEmpty() ? "" : " ").append(cell);
            }
        }
        return cells.isEmpty() && extra.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(Math.toIntExact(record.getStartingLineNumber()), cells, extra.toString()));
    }

    /** Line ends within a cell are of one sort. */
    private static String lines(String cell) {
        return cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n").replace('\r', '\n');
    }

    private @Nullable CsvRecord record() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException fault) {
            throw new CsvFault("Nothing was imported: " + file.name() + " is no CSV to its end. " + fault.getMessage()
                    + (fault.getCause() == null ? "" : ": " + fault.getCause().getMessage())
                    + ". Often a quotation mark is opened there and not closed.");
        } catch (UncheckedIOException fault) {
            throw new CsvFault("Cannot read " + file.name() + ": " + fault.getMessage() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
