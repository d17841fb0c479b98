package org.herald.media;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts how many elements a browser draws when every {@code use}, marker, pattern, mask, clip path and filter is carried
 * out: ten that use ten that use ten make the smallest file take for ever. A marker is drawn at each point of a line.
 */
final class DrawingUses {

    private static final int LONGEST_CHAIN = 500;
    private static final long COUNTLESS = 1_000_000_000;

    private static final Set<String> SHAPES =
            Set.of("path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "use");
    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?#([^\\s'\")]+)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?");

    private final DrawingPart root;
    /** What style sheets and groups name; each shape may have it. */
    private final Set<String> common = new HashSet<>();

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
        if (part.name().equals("style")) {
            references(part.words(), common);
        } else if (!SHAPES.contains(part.name())) {
            part.attributes().values().forEach(value -> references(value, common));
        }
        part.parts().forEach(this::name);
    }

    private static void references(String value, Set<String> found) {
        REFERENCE.matcher(value).results().forEach(each -> found.add(each.group(1)));
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
        count += references(part, depth);
        count = Math.min(count, COUNTLESS);
        counted.put(part, count);
        return count;
    }

    /** What a shape is marked, filled, masked or filtered with. */
    private long references(DrawingPart part, int depth) {
        var found = new HashSet<String>();
        part.attributes().values().forEach(value -> references(value, found));
        if (SHAPES.contains(part.name())) {
            found.addAll(common);
        }
        long count = 0;
        for (String id : found) {
            var target = named.get(id);
            if (target != null) {
                long times = target.name().equals("marker") ? points(part) : 1;
                count = Math.min(COUNTLESS, count + times * count(target, depth + 1));
            }
        }
        return count;
    }

    /** At most so many points has a line: each takes two numbers, but for straight and repeated commands one. */
    private static long points(DrawingPart part) {
        String line =
                part.attributes().getOrDefault("d", "") + part.attributes().getOrDefault("points", "");
        return 2 + NUMBER.matcher(line).results().count();
    }
}
