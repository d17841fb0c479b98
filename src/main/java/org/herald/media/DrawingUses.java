package org.herald.media;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts how many elements a browser draws when every {@code use} is carried out: ten that use ten that use ten make the
 * smallest file take for ever.
 */
final class DrawingUses {

    private static final int LONGEST_CHAIN = 500;
    private static final long COUNTLESS = 1_000_000_000;

    private final DrawingPart root;
    private final Map<String, DrawingPart> named = new HashMap<>();
    private final Map<DrawingPart, Long> counted = new HashMap<>();

    DrawingUses(DrawingPart root) {
        this.root = root;
        name(root);
    }

    long count() {
        return count(root, 0);
    }

    private void name(DrawingPart part) {
        String id = part.attributes().get("id");
        if (id != null) {
            named.putIfAbsent(id, part);
        }
        part.parts().forEach(this::name);
    }

    /** What uses itself draws nothing more, as browsers have it (SVG 2, section 5.5). */
    private long count(DrawingPart part, int depth) {
        Long known = counted.get(part);
        if (known != null) {
            return known;
        }
        if (depth > LONGEST_CHAIN) {
            return COUNTLESS;
        }
        counted.put(part, 0L);
        long count = 1;
        for (var each : part.parts()) {
            count += count(each, depth + 1);
        }
        if (part.name().equals("use")) {
            String href = part.attributes().getOrDefault("href", "#");
            var target = named.get(href.substring(1));
            count += target == null ? 0 : count(target, depth + 1);
        }
        count = Math.min(count, COUNTLESS);
        counted.put(part, count);
        return count;
    }
}
