package org.herald.newsroom;

import com.ibm.icu.util.ULocale;
import org.herald.model.Language;
import org.herald.model.Words;

/** What languages are called. */
public final class LanguageNames {

    private LanguageNames() {}

    /** The name of a language in the language of these words: {@code Belarusian}. */
    public static String name(Language language, Words words) {
        return ULocale.getDisplayName(language.tag(), ULocale.forLanguageTag(words.tag()));
    }
}
