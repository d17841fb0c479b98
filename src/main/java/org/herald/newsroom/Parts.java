package org.herald.newsroom;

import java.util.Locale;
import org.herald.model.ContentPart;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.kind.Field;

/** What the parts of a text are called. */
public final class Parts {

    private Parts() {}

    public static String label(Words words, ContentPart part) {
        return switch (part) {
            case ContentPart.Common common -> words.say("part." + common.name().toLowerCase(Locale.ROOT));
            case ContentPart.OfField(Field field) -> label(words, field);
        };
    }

    public static String label(Words words, Field field) {
        return field.label().in(new Language(words.tag())).orElse(field.name());
    }
}
