package org.herald.newsroom.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several items with which one thing is done.
 *
 * @param revisions of each item the revision that was looked at; 0 for one that nobody has looked at yet
 */
record Batch(Map<Long, Long> revisions) {

    /** As many as the list shows, twice. */
    private static final int MOST = 100;

    /** Reads {@code 12} or {@code 12-34}, an item or an item with its revision; anything else is left out. */
    static Batch of(List<String> items) {
        var revisions = new LinkedHashMap<Long, Long>();
        for (String item : items) {
            if (item.matches("[0-9]{1,18}(-[0-9]{1,18})?") && revisions.size() < MOST) {
                int end = item.indexOf('-');
                revisions.put(
                        Long.parseLong(end < 0 ? item : item.substring(0, end)),
                        end < 0 ? 0 : Long.parseLong(item.substring(end + 1)));
            }
        }
        return new Batch(revisions);
    }
}
