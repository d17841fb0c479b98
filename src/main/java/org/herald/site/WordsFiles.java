package org.herald.site;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.herald.config.Faults;
import org.herald.config.Origin;
import org.herald.config.PropertiesFile;
import org.herald.config.SettingsFile;
import org.herald.model.Language;
import org.herald.model.Words;

/**
 * The message files: ours for the languages Herald speaks, and the site folder's {@code messages/}, which change single
 * words or add a language.
 */
final class WordsFiles {

    private static final Language REFERENCE = new Language("en");

    private static final int MOST_NAMED = 10;

    private static final String ENDING = ".properties";

    private final Path folder;

    WordsFiles(Path siteFolder) {
        this.folder = siteFolder.resolve("messages");
    }

    /** The words of a language; the faults are added to when there are none, some are missing, or one is no pattern. */
    Words read(Language language, Faults faults) {
        var own = own(language, faults);
        Map<String, String> words = new HashMap<>(bundled(language));
        own.forEach((key, entry) -> words.put(key, entry.text()));
        var reference = bundled(REFERENCE);
        var missing = new TreeSet<>(reference.keySet());
        missing.removeAll(words.keySet());
        if (!missing.isEmpty()) {
            faults.add(file(language), missing(language, missing));
        }
        // ours are patterns: to read them all takes longer than all else that a start does with words
        own.forEach((key, entry) -> {
            String ours = reference.getOrDefault(key, "");
            if (!ours.isEmpty() && key.startsWith("date.")) {
                require(entry.origin(), key, faults, () -> DateTimeFormatter.ofPattern(entry.text(), Locale.ROOT));
            } else if (ours.contains("{")) {
                require(entry.origin(), key, faults, () -> arguments(entry.text()));
            }
        });
        return new Words(language, words);
    }

    /**
     * Notes words of this language in the site folder that nothing says, a slip or a word of an earlier version, and
     * arguments that nothing fills in.
     *
     * @param theme gives the text of the theme's templates, which may have words of their own
     */
    void warn(Language language, Supplier<String> theme, Faults faults) {
        // what cannot be read is told where the words are read
        var own = own(language, new Faults());
        if (own.isEmpty()) {
            return;
        }
        var reference = bundled(REFERENCE);
        String templates = theme.get();
        own.forEach((key, entry) -> {
            String ours = reference.get(key);
            if (ours != null) {
                warn(language, key, entry, ours, faults);
            } else if (!templates.contains(key)) {
                faults.note(
                        entry.origin(), "nothing says \"" + key + "\"." + Faults.didYouMean(key, reference.keySet()));
            }
        });
    }

    /** Of arguments alone that neither the reference nor our words of this language have. */
    private void warn(Language language, String key, PropertiesFile.Entry entry, String ours, Faults faults) {
        if (key.startsWith("date.") || !ours.contains("{")) {
            return;
        }
        var known = new TreeSet<>(arguments(ours));
        Optional.ofNullable(bundled(language).get(key)).ifPresent(pattern -> known.addAll(arguments(pattern)));
        Set<String> written;
        try {
            written = arguments(entry.text());
        } catch (IllegalArgumentException unreadable) {
            return; // which stops the start, in read
        }
        written.stream()
                .filter(each -> !known.contains(each))
                .sorted()
                .forEach(each -> faults.note(
                        entry.origin(),
                        "\"" + key + "\" has \"{" + each + "}\", which nothing fills in. Known: "
                                + known.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "))
                                + "."));
    }

    /** Notes files of languages that the portal does not have. */
    void warnOfOthers(List<Language> languages, Faults faults) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var tags = languages.stream().map(Language::tag).collect(Collectors.toSet());
        try (var files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(tag -> !tags.contains(tag))
                    .forEach(tag -> faults.note(
                            Origin.InFile.whole(folder.resolve(tag + ENDING)),
                            "the portal has no language \"" + tag + "\", so nothing says these words."
                                    + Faults.didYouMean(tag, tags)));
        } catch (IOException fault) {
            faults.add(folder, "Cannot read " + folder + ": " + fault.getMessage());
        }
    }

    private String missing(Language language, SortedSet<String> missing) {
        Path file = file(language);
        String some = String.join(", ", missing.stream().limit(MOST_NAMED).toList());
        String more = missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
        return (Files.exists(file) ? file + " lacks words" : "There is no " + file + " with the words")
                + " of the language " + language + ". Missing: " + some + more
                + ". Write them there, or take the language out of " + SettingsFile.NAME + ".";
    }

    private static void require(Origin origin, String key, Faults faults, Supplier<Object> parse) {
        try {
            var _ = parse.get();
        } catch (IllegalArgumentException wrong) {
            faults.add(origin, "\"" + key + "\" is not a pattern that can be read: " + wrong.getMessage());
        }
    }

    private static Set<String> arguments(String pattern) {
        return new MessageFormat(pattern, ULocale.ROOT).getArgumentNames();
    }

    private Path file(Language language) {
        return folder.resolve(language + ENDING);
    }

    private static Map<String, String> bundled(Language language) {
        try (InputStream stream = WordsFiles.class.getResourceAsStream("/messages/" + language + ENDING)) {
            return stream == null ? Map.of() : load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException("The words of " + language + " cannot be read from the product", fault);
        }
    }

    private Map<String, PropertiesFile.Entry> own(Language language, Faults faults) {
        Path file = file(language);
        return Files.exists(file) ? PropertiesFile.read(file, faults) : Map.of();
    }

    private static Map<String, String> load(Reader reader) throws IOException {
        var properties = new Properties();
        properties.load(reader);
        var words = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
