package org.herald;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.TemplateInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;

/** The rules of the house for files: how long they may be, what describes a package, what a template is called. */
final class FilesOfTheHouseTest {

    private static final int MOST_LINES = 500;
    private static final int MOST_TEMPLATE_LINES = 119;

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Path NEWSROOM = TEMPLATES.resolve("newsroom");

    private static final Pattern DESCRIBED =
            Pattern.compile("/\\*\\*.+?\\*/\\s+@NullMarked\\s+package org[.]herald[a-z.]*;.*", Pattern.DOTALL);

    @Test
    void noSourceIsLongerThanFiveHundredLines() {
        assertEquals(List.of(), longerThan(MOST_LINES, sources()));
    }

    @Test
    void everyTemplateIsShorterThanOneHundredAndTwentyLines() {
        assertFalse(Sources.files(TEMPLATES, ".html").isEmpty());
        assertEquals(List.of(), longerThan(MOST_TEMPLATE_LINES, Sources.files(TEMPLATES, ".html").stream()));
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        var folders = sources().map(FilesOfTheHouseTest::folder).collect(Collectors.toCollection(TreeSet::new));
        var undescribed = folders.stream()
                .filter(folder -> Stream.of(MAIN, TEST)
                        .map(root -> root.resolve(folder).resolve("package-info.java"))
                        .noneMatch(FilesOfTheHouseTest::describes))
                .toList();

        assertFalse(folders.isEmpty());
        assertEquals(List.of(), undescribed);
    }

    /** Parts of pages begin with a small letter and belong to no record. */
    @Test
    void everyTemplateHasARecordOfItsNameAndEveryRecordATemplate() {
        var records = new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(TemplateInstance.class))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        var templates = Sources.files(TEMPLATES, ".html").stream()
                .filter(file -> TEMPLATES.equals(file.getParent()) || NEWSROOM.equals(file.getParent()))
                .map(file -> file.getFileName().toString().replace(".html", ""))
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(records.isEmpty());
        assertEquals(records, templates);
    }

    /** What scrolls by itself is scrolled by keyboard, too, and says what it is (WCAG 2.2, 2.1.1). */
    @Test
    void everyTableOfTheNewsroomStandsInAnElementThatIsScrolledByKeyboard() {
        var table =
                Pattern.compile("(<[^<>]*>)\\s*<table(?! class=\"plan\")"); // the plan's cells stack without scrolling
        var scrolled = Pattern.compile(
                "<div class=\"scroll\" role=\"(?:group|region)\" aria-label(?:ledby)?=\"[^\"]+\" tabindex=\"0\">");
        var faults = new TreeSet<String>();
        int count = 0;
        for (Path file : Sources.files(NEWSROOM, ".html")) {
            String text = Sources.text(file).replaceAll("\\{#?/?if[^}]*\\}", "");
            var found = table.matcher(text);
            while (found.find()) {
                count++;
                if (!scrolled.matcher(found.group(1)).matches()) {
                    faults.add(file.getFileName() + ": " + found.group(1));
                }
            }
            if (text.split("class=\"scroll\"", -1).length != text.split("<table(?! class=\"plan\")", -1).length) {
                faults.add(file.getFileName() + ": as many tables as elements that scroll");
            }
        }
        assertTrue(count > 8, "tables " + count);
        assertEquals(Set.of(), faults);
    }

    /** Java's own idea of a blank text knows neither U+00A0 nor U+200B; jsoup's nodes have a method of that name, too. */
    @Test
    void whetherATextIsBlankIsAskedOfTheModel() {
        var asking = Sources.files(MAIN, ".java").stream()
                .filter(file -> !file.endsWith("Paragraphs.java"))
                .filter(file -> Sources.text(file).contains("isBlank()")
                        || Sources.text(file).contains("::isBlank"))
                .toList();

        assertEquals(List.of(), asking);
    }

    private static Stream<Path> sources() {
        return Stream.of(MAIN, TEST).flatMap(root -> Sources.files(root, ".java").stream());
    }

    private static List<String> longerThan(int most, Stream<Path> files) {
        return files.filter(file -> Sources.lines(file).size() > most)
                .map(file -> file + " has " + Sources.lines(file).size() + " lines")
                .toList();
    }

    private static boolean describes(Path file) {
        return Files.exists(file) && DESCRIBED.matcher(Sources.text(file)).matches();
    }

    /** The folder of a source, below its root. */
    private static Path folder(Path source) {
        Path root = source.startsWith(MAIN) ? MAIN : TEST;
        return root.relativize(source.resolveSibling(""));
    }
}
