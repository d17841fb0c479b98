package org.herald.store;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what the events of a block are chosen, as a column has it: a line {@code field=value} for each. */
final class Conditions {

    private Conditions() {}

    static String text(SortedMap<String, String> filter) {
        return filter.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    static SortedMap<String, String> read(@Nullable String text) {
        var filter = new TreeMap<String, String>();
        if (text != null) {
            text.lines()
                    .forEach(line ->
                            filter.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        return filter;
    }
}
