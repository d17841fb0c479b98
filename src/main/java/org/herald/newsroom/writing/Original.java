package org.herald.newsroom.writing;

import io.quarkus.qute.RawString;
import org.jspecify.annotations.Nullable;

/**
 * What is being translated, beside the translation.
 *
 * @param revision the identity of the revision that is shown, its newest
 * @param changes what changed in it since the translation was made; nothing when that is not known, or nothing did
 */
public record Original(
        long item,
        String language,
        String languageName,
        Told told,
        long revision,
        long number,
        @Nullable Changed changes) {

    /**
     * What changed in it.
     *
     * @param from the number of the revision that the translation says
     * @param to the number of the one that says something else now
     */
    public record Changed(long from, long to, DifferenceView difference) {}

    /** Its words. */
    public record Told(
            String headline,
            String kicker,
            String standfirst,
            @Nullable Lead picture,
            RawString body) {}

    /** Its lead picture. */
    public record Lead(String path, String alt, String caption) {}
}
