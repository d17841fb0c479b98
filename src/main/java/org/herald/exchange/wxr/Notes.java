package org.herald.exchange.wxr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an editor should know about the taking of one post, each thing once with how often it happened. */
final class Notes {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String note) {
        counts.merge(note, 1, Integer::sum);
    }

    List<String> all() {
        return counts.entrySet().stream()
                .map(note -> note.getValue() == 1 ? note.getKey() : note.getKey() + " (" + note.getValue() + " times)")
                .toList();
    }
}
