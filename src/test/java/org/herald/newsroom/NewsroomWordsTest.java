package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.VerbName;
import org.herald.testing.MessageFiles;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;

/** The words of the newsroom: the same keys in every language, each in use, with every plural form of the language. */
final class NewsroomWordsTest {

    private static final Path FOLDER = Path.of("src/main/resources/newsroom/words");

    private static final MessageFiles WORDS = new MessageFiles(
            files(),
            Stream.concat(
                    Stream.of("newsroom", "publish", "people", "media")
                            .map(Path.of("src/main/java/org/herald")::resolve)
                            .flatMap(room -> Sources.files(room, ".java").stream()),
                    Sources.files(Path.of("src/main/resources/templates/newsroom"), ".html").stream()));

    /** Scripts say those of the editor; a refusal of a request names the beginning of its title and text. */
    private static final Pattern SAID_ELSEWHERE = Pattern.compile("editor[.].*|error[.].*[.](title|text)");

    @Test
    void theNewsroomSpeaksThreeLanguages() {
        assertEquals(Set.of("be", "en", "ru"), files().keySet());
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        assertEquals(List.of(), WORDS.differentKeys());
    }

    @Test
    void noKeyStandsTwice() {
        assertEquals(List.of(), WORDS.keysThatStandTwice());
    }

    @Test
    void noWordsAreEmpty() {
        assertEquals(List.of(), WORDS.emptyWords());
    }

    @Test
    void everyKeyIsInUse() {
        assertEquals(List.of(), WORDS.unused(SAID_ELSEWHERE));
    }

    @Test
    void everyKeyThatIsSaidHasWords() {
        var said = new TreeSet<>(WORDS.said());
        assertFalse(said.isEmpty());
        said.removeAll(WORDS.english().keySet());

        assertEquals(Set.of(), said);
    }

    @Test
    void logsSayInThePastTenseWhatEachVerbDid() {
        var missing = new TreeSet<String>();
        for (String key : WORDS.english().keySet()) {
            if (key.startsWith("verb.") && !WORDS.english().containsKey(key.replace("verb.", "deed."))) {
                missing.add(key);
            }
        }

        Arrays.stream(VerbName.values())
                .map(verb -> "deed." + verb.word())
                .filter(key -> !WORDS.english().containsKey(key))
                .forEach(missing::add);

        assertEquals(Set.of(), missing, "verbs without words for the log, deed.…");
    }

    @Test
    void everyTranslationHasTheArgumentsOfTheOriginal() {
        assertEquals(List.of(), WORDS.differentArguments());
    }

    @Test
    void everyPluralHasTheFormsOfItsLanguage() {
        assertEquals(List.of(), WORDS.wrongPlurals());
    }

    @Test
    void noWordsHaveAPlainApostrophe() {
        assertEquals(List.of(), WORDS.plainApostrophes());
    }

    private static Map<String, List<Path>> files() {
        var files = new TreeMap<String, List<Path>>();
        Sources.files(FOLDER, ".properties")
                .forEach(file -> files.merge(
                        file.getName(file.getNameCount() - 2).toString(),
                        List.of(file),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return files;
    }
}
