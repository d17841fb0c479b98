package org.herald.site;

import org.jspecify.annotations.Nullable;

/** A promotion block. The text, the path and the image may be absent. */
public record Promotion(
        String title, String text, String path, @Nullable Image image) {

    public boolean isLink() {
        return !path.isEmpty();
    }
}
