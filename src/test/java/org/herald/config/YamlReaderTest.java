package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A YAML file is read with positions, and what is no proper one is answered with one sentence. */
final class YamlReaderTest {

    private final Path file;

    YamlReaderTest(@TempDir Path folder) {
        this.file = folder.resolve("any.yaml");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(
                        "a: b\n\tc: d\n",
                        ", line 2, column 1: this is not YAML: the line is indented with a tab; use spaces."),
                Arguments.of("a: b\nc: d\na: e\n", ", line 3, column 1: \"a\" is set twice, first in any.yaml:1."),
                Arguments.of("a:\n  b: c\n  b: d\n", ", line 3, column 3: \"a.b\" is set twice, first in any.yaml:2."),
                Arguments.of(
                        "a: [*b]\n",
                        ", line 1, column 5: this is not YAML: \"*b\" stands for \"&b\", which is not complete before it."),
                Arguments.of(
                        "a: &b [*b]\n",
                        ", line 1, column 8: this is not YAML: \"*b\" stands for \"&b\", which is not complete before it."),
                Arguments.of(
                        "a: b\n---\nc: d\n",
                        ", line 2, column 1: this is not YAML: a second document begins; leave out the line \"---\"."),
                Arguments.of(
                        "a: &b {c: d}\ne:\n  <<: *b\n",
                        ", line 3, column 3: \"<<\" merges maps, which is not supported: write the keys out."),
                Arguments.of("[a]: b\n", ", line 1, column 1: a key must be one plain text."),
                Arguments.of("a: b: c\n", ", line 1, column 5: this is not YAML: mapping values are not allowed here."),
                Arguments.of("a: \"b\n", ", line 2, column 1: this is not YAML: found unexpected end of stream."),
                Arguments.of(
                        "a: " + "[".repeat(100_000) + "\n",
                        ", line 1, column 36: values are nested deeper than 32 levels."),
                Arguments.of(
                        laughs(),
                        ", line 5, column 10: there are more than 20000 values, counted with what anchors repeat."),
                Arguments.of("a: " + "b".repeat(1 << 20), ": the file is larger than 1 MiB, which no settings need."));
    }

    /** Each list is ten times the one before it. */
    private static String laughs() {
        var text = new StringBuilder("l0: &l0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int level = 1; level < 9; level++) {
            text.append("l" + level + ": &l" + level + " [")
                    .append(("*l" + (level - 1) + " ,").repeat(9))
                    .append("*l" + (level - 1) + " ]\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsWrongIsToldInOneSentence(String text, String sentence) throws IOException {
        Files.writeString(file, text);

        assertEquals(file + sentence, fault());
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void anotherEncodingIsToldWithItsPosition(Charset charset, int line, int column) throws IOException {
        Files.write(file, "a: b\nназва: Горад\n".getBytes(charset));

        assertEquals(
                file + ", line " + line + ", column " + column
                        + ": this is not UTF-8. Save the file in that encoding; your"
                        + " editor calls it UTF-8 or Unicode.",
                fault());
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(Charset.forName("windows-1251"), 2, 1), Arguments.of(StandardCharsets.UTF_16, 1, 1));
    }

    @Test
    void aMissingFileAndAFolderAreTold() throws IOException {
        assertEquals("There is no " + file + ". Make one.", stop());

        Files.createDirectory(file);
        assertEquals("Cannot read " + file + ": Is a directory. Make one.", stop());
    }

    private String stop() {
        return String.valueOf(assertThrows(SettingsFault.class, () -> YamlReader.read(file, "Make one.", new Faults()))
                .getMessage());
    }

    @Test
    void nothingOrOnlyCommentsIsAnEmptyFile() throws IOException {
        for (String text : new String[] {"", "\n\n", "# a comment\n", "---\n", "\uFEFF"}) {
            Files.writeString(file, text);
            var faults = new Faults();

            assertEquals(Optional.empty(), YamlReader.read(file, "", faults));
            assertTrue(faults.isEmpty());
        }
    }

    @Test
    void valuesHavePositionsAndAnchorsMayRepeatThem() throws IOException {
        Files.writeString(file, "\uFEFFa: &same [x, 'y']\nb:\n  c: *same\n");
        var root = YamlReader.read(file, "", new Faults()).orElseThrow();

        assertEquals("{a: [x, y], b: {c: [x, y]}}", root.shown());
        var b = ((ConfigNode.Fields) root).fields().get(1);
        assertEquals(new Origin.InFile(file, 2, 1), b.origin());
        assertEquals(new Origin.InFile(file, 3, 3), b.value().origin());
        assertEquals(file + ", line 3, column 3", b.value().origin().toString());
        assertEquals("any.yaml:3", b.value().origin().brief());
    }

    private String fault() {
        var faults = new Faults();
        YamlReader.read(file, "", faults);
        return String.valueOf(
                assertThrows(SettingsFault.class, faults::throwIfAny).getMessage());
    }
}
