package org.herald.site;

import org.jspecify.annotations.Nullable;

/**
 * A story as lists show it. Kicker and standfirst may be empty.
 *
 * @param section absent for a story that stands in no section
 */
public record Card(
        String path,
        String kicker,
        String headline,
        String standfirst,
        @Nullable Image image,
        When published,
        boolean isCorrected,
        @Nullable Link section) {}
