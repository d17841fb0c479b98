package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/** What is noted of one row while it is read. */
final class Noting {

    private final int line;
    private final References references = new References();
    private final List<ImportNote> notes = new ArrayList<>();

    Noting(int line) {
        this.line = line;
    }

    References references() {
        return references;
    }

    void fault(Column column, String value, String message) {
        notes.add(ImportNote.fault(line, column.name(), value, message));
    }

    void fault(String message) {
        notes.add(ImportNote.fault(line, "", "", message));
    }

    boolean isFaulty() {
        return notes.stream().anyMatch(ImportNote::isFault);
    }

    List<ImportNote> notes() {
        return notes;
    }
}
