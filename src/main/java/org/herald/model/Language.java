package org.herald.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** A language of the portal as a BCP 47 tag in lower case, as it stands first in every address: {@code en}, {@code be}. */
public record Language(String tag) {

    /** It never goes back, so that no text takes long or fills the stack. */
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}+(?:-[a-z0-9]{2,8}+)*+");

    public Language {
        if (!isTag(tag)) {
            throw new IllegalArgumentException("Not a BCP 47 language tag in lower case: " + tag);
        }
    }

    /** True for text that can name a language in an address. */
    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /** True when both are the same language, whatever their regions and scripts. */
    public boolean isSameAs(Language other) {
        return locale().getLanguage().equals(other.locale().getLanguage());
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
