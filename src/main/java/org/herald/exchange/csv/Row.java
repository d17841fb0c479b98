package org.herald.exchange.csv;

import java.util.Collections;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param line at which it begins, from 1
 * @param cells by the name of their column; empty ones are left out
 * @param extra what stands behind the last column
 */
record Row(int line, Map<String, String> cells, String extra) {

    Row {
        cells = Collections.unmodifiableMap(cells);
    }

    String cell(Column column) {
        return cells.getOrDefault(column.name(), "");
    }
}
