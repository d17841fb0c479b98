package org.herald.exchange.csv;

import org.herald.exchange.csv.EntryWriter.Became;

/** How many rows of a file became what. */
final class Tally {

    private int rows; // that the file has
    private int created; // so far
    private int revised; // so far
    private int unchanged; // so far
    private int left; // so far

    void setRows(int all) {
        rows = all;
    }

    int rows() {
        return rows;
    }

    void add(Became became) {
        switch (became) {
            case CREATED -> created++;
            case REVISED -> revised++;
            case UNCHANGED -> unchanged++;
            case LEFT -> left++;
            case WAITING -> {} // counted when its entries are here
        }
    }

    void addUnchanged(int more) {
        unchanged += more;
    }

    ImportResult result(boolean isStopped) {
        return new ImportResult(rows, created, revised, unchanged, left, isStopped);
    }
}
