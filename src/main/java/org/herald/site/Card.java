package org.herald.site;

import org.jspecify.annotations.Nullable;

/** A story as lists show it. Kicker and standfirst may be empty. */
public record Card(
        String path,
        String kicker,
        String headline,
        String standfirst,
        @Nullable Image image,
        When published,
        boolean isCorrected,
        Link section) {}
