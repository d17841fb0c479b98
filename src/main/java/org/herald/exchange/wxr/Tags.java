package org.herald.exchange.wxr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tags of one post: each once, in whatever case it is written, and none without a visible letter. */
final class Tags {

    private final Notes notes;
    private final Map<String, String> named = new LinkedHashMap<>();

    Tags(Notes notes) {
        this.notes = notes;
    }

    void add(String name) {
        if (name.isEmpty()) {
            notes.add("left out: a tag without a name");
        } else {
            named.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
    }

    List<String> all() {
        return List.copyOf(named.values());
    }
}
