package org.herald.config;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that may be written, declared once for reading, messages, the environment, {@code herald settings} and the
 * documentation.
 *
 * @param name with the names of the groups above it: {@code theme.accent}
 * @param usual the default as it would be written; null when there is none
 * @param usually what holds without a value when there is no default, for people
 * @param example what a message proposes when the key is required and absent; null when it is not required
 * @param isSecret true when the value is never shown
 * @param hasVariable true when the environment may override it
 * @param about one line of documentation
 */
public record Key<T>(
        String name,
        ValueType<T> type,
        @Nullable String usual,
        String usually,
        @Nullable String example,
        boolean isSecret,
        boolean hasVariable,
        String about) {

    private static final String PREFIX = "HERALD_";

    /** A key that need not be there and has no default. */
    public static <T> Key<T> of(String name, ValueType<T> type, String about) {
        return new Key<>(name, type, null, "none", null, false, true, about);
    }

    /** The same key with a default, as it would be written. */
    public Key<T> usually(String text) {
        return new Key<>(name, type, text, "", example, isSecret, hasVariable, about);
    }

    /** The same key, for which something else holds when it is absent. */
    public Key<T> otherwise(String words) {
        return new Key<>(name, type, null, words, example, isSecret, hasVariable, about);
    }

    /** The same key, which must be there. */
    public Key<T> required(String proposal) {
        return new Key<>(name, type, null, "none: must be set", proposal, isSecret, hasVariable, about);
    }

    /** The same key, whose value is never shown. */
    public Key<T> secret() {
        return new Key<>(name, type, usual, usually, example, true, hasVariable, about);
    }

    /** The same key, which stands in the file alone. */
    public Key<T> inFileOnly() {
        return new Key<>(name, type, usual, usually, example, isSecret, false, about);
    }

    /** The variable of the environment that overrides it; absent when none does. */
    public Optional<String> variable() {
        return hasVariable ? Optional.of(variable(name)) : Optional.empty();
    }

    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** True for an empty value of a key that is not required: it is as if nothing were written. */
    boolean isUnset(ConfigNode node) {
        return example == null && node instanceof ConfigNode.Text(Origin _, String text, boolean _) && text.isEmpty();
    }

    /** The last part of its name. */
    String word() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
