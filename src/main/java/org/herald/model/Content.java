package org.herald.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words and the lead picture of an item, as one revision keeps them. Texts are plain, the body is HTML; any text but
 * the headline may be empty.
 */
public record Content(
        String headline,
        String kicker,
        String standfirst,
        Attribution attribution,
        @Nullable Picture picture,
        List<String> tags,
        Body body) {

    public Content {
        tags = List.copyOf(tags);
    }

    /** A content with nothing but headline and body. */
    public static Content of(String headline, Body body) {
        return new Content(headline, "", "", Attribution.NONE, null, List.of(), body);
    }

    public Content withPicture(@Nullable Picture other) {
        return new Content(headline, kicker, standfirst, attribution, other, tags, body);
    }

    public Content withBody(Body other) {
        return new Content(headline, kicker, standfirst, attribution, picture, tags, other);
    }

    /** What it shows and links to: {@code asset:7}, {@code item:12}. */
    public Set<String> named() {
        var named = new LinkedHashSet<>(body.named());
        if (picture != null) {
            named.add(picture.asset().named());
        }
        return named;
    }
}
