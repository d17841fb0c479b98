package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The message files: the same keys in every language, each in use, with every plural form of the language. */
final class MessagesTest {

    static final List<String> LANGUAGES = Sources.files(Path.of("src/main/resources/messages"), ".properties").stream()
            .map(file -> file.getFileName().toString().replace(".properties", ""))
            .toList();

    private static final Map<String, String> ENGLISH = messages("en");

    /** {@code site.Failures} makes these from the status. */
    private static final Pattern OF_A_STATUS = Pattern.compile("error[.][0-9]{3}[.](title|text)");

    /** Words said by the code or a template, and the keys of refusals. */
    private static final Pattern SAID =
            Pattern.compile("(?:\\bsay\\(\\s*|\\brefused\\(\\s*|\\bpattern\\()[\"']([a-z0-9.-]+)[\"'][,)\\s]");

    @Test
    void theLanguagesOfTheSampleAreThere() {
        assertEquals(List.of("be", "en", "ru"), LANGUAGES);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasTheSameKeys(String language) {
        assertEquals(
                new TreeSet<>(ENGLISH.keySet()),
                new TreeSet<>(messages(language).keySet()));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noKeyStandsTwice(String language) {
        var keys = Sources.lines(file(language)).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noWordsAreEmpty(String language) {
        messages(language).forEach((key, words) -> assertFalse(words.isBlank(), key));
    }

    @Test
    void everyKeyIsInUse() {
        String sources = sources().collect(Collectors.joining());
        var unused = ENGLISH.keySet().stream()
                .filter(key -> !sources.contains("\"" + key + "\"") && !sources.contains("'" + key + "'"))
                .filter(key -> !OF_A_STATUS.matcher(key).matches())
                .toList();

        assertEquals(List.of(), unused);
    }

    @Test
    void everyKeyThatIsSaidHasWords() {
        var said = sources()
                .flatMap(text -> SAID.matcher(text).results())
                .map(found -> String.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(said.isEmpty());
        said.removeAll(ENGLISH.keySet());
        assertEquals(Set.of(), said);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTranslationHasTheArgumentsOfTheOriginal(String language) {
        messages(language)
                .forEach((key, words) ->
                        assertEquals(arguments(ENGLISH.getOrDefault(key, "")), arguments(words), language + " " + key));
    }

    /** The forms are those of CLDR for the language; an exact number, {@code =0}, may stand beside them. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyPluralHasTheFormsOfItsLanguage(String language) {
        var forms = new TreeSet<>(
                PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords());
        long plurals = messages(language).entrySet().stream()
                .filter(entry -> entry.getValue().contains("plural"))
                .peek(entry -> assertEquals(forms, pluralForms(entry.getValue()), language + " " + entry.getKey()))
                .count();

        assertEquals(
                ENGLISH.values().stream()
                        .filter(words -> words.contains("plural"))
                        .count(),
                plurals);
    }

    /** In a pattern with arguments a plain apostrophe hides what follows; the files write ’. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noWordsHaveAPlainApostrophe(String language) {
        assertEquals(
                List.of(),
                messages(language).entrySet().stream()
                        .filter(entry -> entry.getValue().contains("'"))
                        .filter(entry -> !entry.getKey().startsWith("date."))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Set<String> pluralForms(String words) {
        var pattern = new MessagePattern(words);
        var forms = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            }
        }
        forms.removeIf(form -> form.startsWith("="));
        return forms;
    }

    private static Set<Integer> arguments(String words) {
        var pattern = new MessagePattern(words);
        var arguments = new TreeSet<Integer>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                arguments.add(part.getValue());
            }
        }
        return arguments;
    }

    private static Stream<String> sources() {
        return Stream.concat(
                        Stream.of("site", "publish", "model", "web")
                                .map(Path.of("src/main/java/org/herald")::resolve)
                                .flatMap(room -> Sources.files(room, ".java").stream()),
                        Sources.files(Path.of("src/main/resources/templates"), ".html").stream())
                .map(Sources::text);
    }

    private static Map<String, String> messages(String language) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Sources.text(file(language))));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory can be read", impossible);
        }
        var messages = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key, "")));
        return messages;
    }

    private static Path file(String language) {
        return Path.of("src/main/resources/messages", language + ".properties");
    }
}
