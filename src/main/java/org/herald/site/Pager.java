package org.herald.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way through a long list.
 *
 * @param newer the next newer page
 * @param older the next older page
 * @param pages some of the pages, newest first; gaps are pages without path
 */
public record Pager(@Nullable Link newer, @Nullable Link older, List<Step> pages) {

    public static final Pager NONE = new Pager(null, null, List.of());

    /** One page of the list; the current one has no use as a link, a gap has no path. */
    public record Step(String label, String path, boolean isCurrent) {

        public boolean isGap() {
            return path.isEmpty();
        }
    }

    public boolean isNeeded() {
        return !pages.isEmpty();
    }
}
