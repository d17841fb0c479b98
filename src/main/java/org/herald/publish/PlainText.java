package org.herald.publish;

import java.util.List;
import org.herald.model.Attribution;
import org.herald.model.Blank;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.jspecify.annotations.Nullable;

/** Texts without markup as they are kept: one line, without control characters. */
final class PlainText {
    private PlainText() {}

    /** The text as one line; empty when a reader would see nothing of it. */
    static String clean(String text) {
        return Blank.strip(text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "));
    }

    /** The content with its plain texts clean and its body as it was. */
    static Content clean(Content content) {
        var attribution = content.attribution();
        return new Content(
                clean(content.headline()),
                clean(content.kicker()),
                clean(content.standfirst()),
                new Attribution(clean(attribution.place()), clean(attribution.byline()), clean(attribution.source())),
                clean(content.picture()),
                tags(content.tags()),
                content.body());
    }

    private static @Nullable Picture clean(@Nullable Picture picture) {
        return picture == null
                ? null
                : new Picture(picture.asset(), clean(picture.alt()), clean(picture.caption()), clean(picture.credit()));
    }

    private static List<String> tags(List<String> tags) {
        return tags.stream().map(PlainText::clean).filter(tag -> !tag.isEmpty()).toList();
    }
}
