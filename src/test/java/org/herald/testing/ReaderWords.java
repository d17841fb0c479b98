package org.herald.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.Words;

/** The words of readers' pages, for tests without a server. */
public final class ReaderWords {

    private ReaderWords() {}

    /** Those of a language that the product has: {@code en}, {@code be}, {@code ru}. */
    public static Words of(String language) {
        var properties = new Properties();
        try {
            properties.load(
                    new StringReader(Sources.text(Path.of("src/main/resources/messages", language + ".properties"))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Words(
                new Language(language),
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(key -> key, properties::getProperty)));
    }
}
