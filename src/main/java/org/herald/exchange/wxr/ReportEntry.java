package org.herald.exchange.wxr;

import java.util.List;
import java.util.Locale;

/**
 * One line of the report: what became of one part of the file.
 *
 * @param line where it begins in the file
 * @param type WordPress's word for what it is: {@code post}, {@code attachment}
 * @param address where readers find it now, or empty
 * @param notes what was converted, kept as it was written, or left out
 */
public record ReportEntry(
        int line, String type, long id, String title, Became became, String address, List<String> notes) {

    /** What a part of the file can become. */
    public enum Became {
        /** A live item, or a file that was kept. */
        TAKEN,
        /** An item that goes out by itself at its time. */
        SCHEDULED,
        /** An item that readers do not see. */
        DRAFT,
        /** A new revision of an item that was imported before. */
        REVISED,
        /** A file that is known by its address, but whose bytes are not here. */
        RECORDED,
        /** A part of something else, or the same as another part. */
        CONVERTED,
        /** A place of the file that was not quite XML, and was read all the same. */
        REPAIRED,
        /** Nothing, because it is here already as it is in the file. */
        UNCHANGED,
        /** Nothing; the notes say why. */
        LEFT_OUT;

        /** The word of the report. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public ReportEntry {
        notes = List.copyOf(notes);
    }
}
