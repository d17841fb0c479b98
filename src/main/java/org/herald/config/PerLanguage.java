package org.herald.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One value for all languages, or a value for each of some. */
public sealed interface PerLanguage<T> {

    record Same<T>(T value) implements PerLanguage<T> {}

    /**
     * Values by the tags under which they were written.
     *
     * @param values in the order of the file
     */
    record Each<T>(Map<String, T> values) implements PerLanguage<T> {

        public Each {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
