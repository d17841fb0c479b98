package org.herald.newsroom;

import java.util.Locale;
import org.herald.model.ContentPart;
import org.herald.model.Words;

/** What the parts of a text are called. */
final class Parts {

    private Parts() {}

    static String label(Words words, ContentPart part) {
        return words.say("part." + part.name().toLowerCase(Locale.ROOT));
    }
}
