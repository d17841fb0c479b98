package org.herald.site;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.herald.config.SettingsFault;
import org.herald.config.SettingsFile;
import org.herald.model.Language;
import org.herald.model.Spelling;
import org.herald.model.Words;

/**
 * The message files: ours for the languages Herald speaks, and the site folder's {@code messages/}, which change single
 * words or add a language.
 */
final class WordsFiles {

    private static final Language REFERENCE = new Language("en");

    private static final int MOST_NAMED = 10;

    private final Path folder;

    WordsFiles(Path siteFolder) {
        this.folder = siteFolder.resolve("messages");
    }

    /**
     * The words of a language.
     *
     * @throws SettingsFault when there are none, some are missing, or one is no pattern
     */
    Words read(Language language) {
        var own = own(language);
        Map<String, String> words = new HashMap<>(bundled(language));
        words.putAll(own);
        var reference = bundled(REFERENCE);
        var missing = new TreeSet<>(reference.keySet());
        missing.removeAll(words.keySet());
        if (!missing.isEmpty()) {
            throw missing(language, missing);
        }
        // ours are patterns: to read them all takes longer than all else that a start does with words
        own.forEach((key, pattern) -> {
            String ours = reference.getOrDefault(key, "");
            if (!ours.isEmpty() && key.startsWith("date.")) {
                require(language, key, () -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            } else if (ours.contains("{")) {
                require(language, key, () -> new MessageFormat(pattern, ULocale.ROOT));
            }
        });
        return new Words(language, words);
    }

    /**
     * Tells of words of this language in the site folder that nothing says: a slip, or a word of an earlier version.
     *
     * @param theme gives the text of the theme's templates, which may have words of their own
     */
    void warn(Language language, Supplier<String> theme, Consumer<String> warning) {
        var own = own(language).keySet();
        if (own.isEmpty()) {
            return;
        }
        var known = bundled(REFERENCE).keySet();
        String templates = theme.get();
        own.stream()
                .filter(key -> !known.contains(key) && !templates.contains(key))
                .sorted()
                .forEach(key -> warning.accept(file(language) + ": nothing says \"" + key + "\"."
                        + Spelling.nearest(key, known)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse("")));
    }

    private SettingsFault missing(Language language, SortedSet<String> missing) {
        Path file = file(language);
        String some = String.join(", ", missing.stream().limit(MOST_NAMED).toList());
        String more = missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
        return new SettingsFault(
                (Files.exists(file) ? file + " lacks words" : "There is no " + file + " with the words")
                        + " of the language " + language + ". Missing: " + some + more
                        + ". Write them there, or take the language out of " + SettingsFile.NAME + ".");
    }

    private void require(Language language, String key, Supplier<Object> parse) {
        try {
            var _ = parse.get();
        } catch (IllegalArgumentException wrong) {
            throw new SettingsFault(
                    file(language) + ": \"" + key + "\" is not a pattern that can be read: " + wrong.getMessage());
        }
    }

    private Path file(Language language) {
        return folder.resolve(language + ".properties");
    }

    private static Map<String, String> bundled(Language language) {
        try (InputStream stream = WordsFiles.class.getResourceAsStream("/messages/" + language + ".properties")) {
            return stream == null ? Map.of() : load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException("The words of " + language + " cannot be read from the product", fault);
        }
    }

    private Map<String, String> own(Language language) {
        Path file = file(language);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return load(reader);
        } catch (CharacterCodingException notUtf8) {
            throw new SettingsFault(file + " is not UTF-8. Save it in that encoding.");
        } catch (IOException | IllegalArgumentException fault) {
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
