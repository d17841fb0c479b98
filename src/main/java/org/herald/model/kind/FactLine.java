package org.herald.model.kind;

import org.herald.model.Picture;

/** One line of a value as readers see it. */
public sealed interface FactLine {

    record Plain(String text) implements FactLine {}

    /**
     * A text that leads out of the portal.
     *
     * @param url with {@code https}, {@code http}, {@code mailto}, {@code tel} or {@code geo}
     */
    record Outward(String text, String url) implements FactLine {}

    /**
     * An item or asset of the portal.
     *
     * @param named {@code item:12} or {@code asset:7}
     * @param text empty when it is called by its own name
     */
    record Own(String named, String text) implements FactLine {}

    record Shown(Picture picture) implements FactLine {}

    /** Markup in the subset of bodies. */
    record Markup(String html) implements FactLine {}
}
