package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.testing.MessageFiles;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;

/** The words of readers' pages: the same keys in every language, each in use, with every plural form of the language. */
final class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final MessageFiles MESSAGES = new MessageFiles(
            files(),
            Stream.concat(
                    Stream.of("model", "site", "web")
                            .map(Path.of("src/main/java/org/herald")::resolve)
                            .flatMap(room -> Sources.files(room, ".java").stream()),
                    Sources.files(TEMPLATES, ".html").stream()
                            .filter(file -> !file.startsWith(TEMPLATES.resolve("newsroom")))));

    /** {@code site.Failures} makes these from the status. */
    private static final Pattern OF_A_STATUS = Pattern.compile("error[.][0-9]{3}[.](title|text)");

    @Test
    void theLanguagesOfTheSampleAreThere() {
        assertEquals(Set.of("be", "en", "ru"), files().keySet());
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        assertEquals(List.of(), MESSAGES.differentKeys());
    }

    @Test
    void noKeyStandsTwice() {
        assertEquals(List.of(), MESSAGES.keysThatStandTwice());
    }

    @Test
    void noWordsAreEmpty() {
        assertEquals(List.of(), MESSAGES.emptyWords());
    }

    @Test
    void everyKeyIsInUse() {
        assertEquals(List.of(), MESSAGES.unused(OF_A_STATUS));
    }

    @Test
    void everyKeyThatIsSaidHasWords() {
        var said = new TreeSet<>(MESSAGES.said());
        assertFalse(said.isEmpty());
        said.removeIf(key -> key.startsWith("refused.")); // what the model refuses, the newsroom says
        said.removeAll(MESSAGES.english().keySet());

        assertEquals(Set.of(), said);
    }

    @Test
    void everyTranslationHasTheArgumentsOfTheOriginal() {
        assertEquals(List.of(), MESSAGES.differentArguments());
    }

    @Test
    void everyPluralHasTheFormsOfItsLanguage() {
        assertEquals(List.of(), MESSAGES.wrongPlurals());
    }

    @Test
    void noWordsHaveAPlainApostrophe() {
        assertEquals(List.of(), MESSAGES.plainApostrophes());
    }

    private static Map<String, List<Path>> files() {
        var files = new TreeMap<String, List<Path>>();
        Sources.files(FOLDER, ".properties")
                .forEach(file -> files.put(file.getFileName().toString().replace(".properties", ""), List.of(file)));
        return files;
    }
}
