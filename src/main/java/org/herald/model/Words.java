package org.herald.model;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the interface in one language: ICU message patterns, so that plurals follow CLDR. */
public final class Words {

    private final Language language;
    private final Map<String, String> patterns;
    private final Locale locale;
    private final String direction;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, String> alone = new ConcurrentHashMap<>();

    public Words(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = Map.copyOf(patterns);
        this.locale = language.locale();
        this.direction = ULocale.forLanguageTag(language.tag()).isRightToLeft() ? "rtl" : "ltr";
    }

    /** The language tag, for {@code <html lang>}. */
    public String tag() {
        return language.tag();
    }

    public Locale locale() {
        return locale;
    }

    /** {@code rtl} for languages written from right to left, otherwise {@code ltr}. */
    public String direction() {
        return direction;
    }

    /** The words for this key. */
    public String say(String key) {
        return alone.computeIfAbsent(key, this::format);
    }

    /** The words for this key with one argument, {@code {0}}. */
    public String say(String key, Object argument) {
        return format(key, argument);
    }

    /** The words for this key with two arguments, {@code {0}} and {@code {1}}. */
    public String say(String key, Object first, Object second) {
        return format(key, first, second);
    }

    /** The words for this key with three arguments, {@code {0}} to {@code {2}}. */
    public String say(String key, Object first, Object second, Object third) {
        return format(key, first, second, third);
    }

    /** The words for this key with as many arguments as there are. */
    public String sayAll(String key, Object... arguments) {
        return format(key, arguments);
    }

    /** True when there are words for this key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    private String format(String key, Object... arguments) {
        var format = formats.computeIfAbsent(
                key, _ -> new MessageFormat(pattern(key), ULocale.forLanguageTag(language.tag())));
        synchronized (format) { // it keeps what it is doing in itself
            return format.format(arguments);
        }
    }

    private String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("No words for " + key + " in " + language, "messages", key);
        }
        return pattern;
    }
}
