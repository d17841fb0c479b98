package org.herald.exchange.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;
import org.herald.model.Slug;
import org.herald.model.Slugs;

/** Entries that are rows of a file. */
final class RowEntries implements EntrySource {

    private final EntryFile file;
    private final CsvOptions options;
    private final Function<Reason, String> words;
    private final Header header;

    RowEntries(EntryFile file, CsvOptions options, Function<Reason, String> words) {
        this.file = file;
        this.options = options;
        this.words = words;
        this.header = new Header(options);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String keyName() {
        return header.key().name();
    }

    @Override
    public Reading open(Set<String> sections) {
        RowSource rows = file.rows(header);
        return new Rows(rows, new RowReader(header, rows.columns(), options, sections, words));
    }

    /** The key of a row that has faults. */
    private String key(Row row) {
        String cell = Blank.strip(row.cell(header.key()));
        return header.key().role() == Column.Role.KEY
                ? cell
                : Slugs.suggest(cell, options.languages().getFirst())
                        .map(Slug::value)
                        .orElse("");
    }

    private final class Rows implements Reading {
        private final RowSource rows;
        private final RowReader reader;
        private final EntryScope scope;

        Rows(RowSource rows, RowReader reader) {
            this.rows = rows;
            this.reader = reader;
            this.scope = new EntryScope(rows.columns());
        }

        @Override
        public EntryScope scope() {
            return scope;
        }

        @Override
        public boolean hasSections() {
            return scope.has(Column.Role.SECTION, null);
        }

        @Override
        public List<ImportNote> notes() {
            return rows.notes();
        }

        @Override
        public Optional<Read> next() {
            return rows.next().map(row -> {
                var noting = new Noting(row.line());
                var entry = reader.read(row, noting);
                return new Read(row.line(), entry.map(EntryRow::key).orElseGet(() -> key(row)), entry, noting);
            });
        }

        @Override
        public boolean skip() {
            return rows.next().isPresent();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
