package org.herald.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.herald.SettingsFault;
import org.herald.model.Language;

/**
 * The message files: ours for the languages Herald speaks, and the site folder's {@code messages/}, which change single
 * words or add a language.
 */
final class WordsFiles {

    private static final Language REFERENCE = new Language("en");

    private final Path folder;

    WordsFiles(Path siteFolder) {
        this.folder = siteFolder.resolve("messages");
    }

    /**
     * The words of a language.
     *
     * @throws SettingsFault when there are none, or some are missing
     */
    Words read(Language language) {
        Map<String, String> words = new HashMap<>(bundled(language));
        words.putAll(own(language));
        var missing = new TreeSet<>(bundled(REFERENCE).keySet());
        missing.removeAll(words.keySet());
        if (!missing.isEmpty()) {
            throw new SettingsFault("The language " + language + " has no words for " + missing.size() + " keys, first "
                    + missing.first() + ". Write them into " + folder.resolve(language + ".properties")
                    + ", or take the language out of portal.yaml.");
        }
        return new Words(language, words);
    }

    private static Map<String, String> bundled(Language language) {
        try (InputStream stream = WordsFiles.class.getResourceAsStream("/messages/" + language + ".properties")) {
            return stream == null ? Map.of() : load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException("The words of " + language + " cannot be read from the product", fault);
        }
    }

    private Map<String, String> own(Language language) {
        Path file = folder.resolve(language + ".properties");
        if (!Files.exists(file)) {
            return Map.of();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return load(reader);
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + file + ": " + fault.getMessage());
        }
    }

    private static Map<String, String> load(Reader reader) throws IOException {
        var properties = new Properties();
        properties.load(reader);
        var words = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
