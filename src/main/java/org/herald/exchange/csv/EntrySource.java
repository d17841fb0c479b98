package org.herald.exchange.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What entries are read from. It is read from its beginning several times. */
public interface EntrySource {

    /** For messages. */
    String name();

    /** What identifies an entry in it, as messages name it. */
    String keyName();

    /**
     * Opens it at its beginning.
     *
     * @param sections the paths of the portal's sections
     * @throws CsvFault when it cannot be understood as a whole
     */
    Reading open(Set<String> sections) throws IOException;

    /**
     * One entry as it was read.
     *
     * @param line at which it begins, from 1
     * @param key of the entry; empty when it has none
     * @param row empty when it has faults, which are noted
     */
    record Read(int line, String key, Optional<EntryRow> row, Noting noting) {}

    /** Its entries, one after the other. */
    interface Reading extends AutoCloseable {

        EntryScope scope();

        /** True when entries may name their section. */
        boolean hasSections();

        /** What was understood of it as a whole. */
        List<ImportNote> notes();

        /** The next entry; empty at the end. */
        Optional<Read> next();

        /** Passes over the next entry; false at the end. */
        boolean skip();

        @Override
        void close() throws IOException;
    }
}
