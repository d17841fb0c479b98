package org.herald.newsroom.writing;

import io.quarkus.qute.RawString;
import org.herald.model.Body;

/**
 * A stored body as a screen of the newsroom shows it: links and pictures by identity lead to the newsroom's own addresses.
 * It relies on the one form in which {@code publish.body.BodyRules} writes the subset, and is for stored bodies alone: what is
 * being typed is not under those rules yet.
 */
final class BodyView {

    private BodyView() {}

    static RawString of(Body stored) {
        return new RawString(stored.html()
                .replace("<img src=\"asset:", "<img src=\"/newsroom/pictures/")
                .replace("<a href=\"item:", "<a href=\"/newsroom/items/")
                .replace("<a href=\"asset:", "<a href=\"/newsroom/pictures/"));
    }
}
