package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/** What is noted of one row while it is read. */
public final class Noting {

    private final int line;
    private final References references = new References();
    private final List<ImportNote> notes = new ArrayList<>();

    public Noting(int line) {
        this.line = line;
    }

    public References references() {
        return references;
    }

    void fault(Column column, String value, String message) {
        notes.add(ImportNote.fault(line, column.name(), value, message));
    }

    void fault(String message) {
        notes.add(ImportNote.fault(line, "", "", message));
    }

    /** Something that is wrong, so that the entry is left out. */
    public void fault(String place, String value, String message) {
        notes.add(ImportNote.fault(line, place, value, message));
    }

    /** Something that was not taken as it stands there; the entry is taken. */
    public void note(String place, String value, String message) {
        notes.add(ImportNote.note(line, place, value, message));
    }

    public boolean isFaulty() {
        return notes.stream().anyMatch(ImportNote::isFault);
    }

    List<ImportNote> notes() {
        return notes;
    }
}
