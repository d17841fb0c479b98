package org.herald;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.testing.Sources;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * The decision about dependencies says what the build takes: no library without a reason, and none that is not there; and
 * none of them, libraries of libraries included, is older than the list of floors allows.
 */
final class DependenciesTest {

    private static final Path POM = Path.of("pom.xml");
    private static final Path DECISION = Path.of("docs/decisions/0009-dependencies.md");
    private static final Pattern NAMED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+:[A-Za-z0-9-]+)`");
    private static final Path FLOORS = Path.of(".ci/floors.txt");
    private static final Pattern FLOOR = Pattern.compile("(\\S+):(\\S+)\\s+(\\S+)\\s+(\\S.*)");
    /** A jar in the folders of a Maven repository: group, artifact, version. */
    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar");
    /** Native parts of a library belong to it. */
    private static final String NATIVE = "native-";

    @Test
    void everyLibraryOfTheBuildStandsInTheDecisionAndEveryOneOfTheDecisionInTheBuild() {
        assertFalse(taken().isEmpty());
        assertEquals(taken(), named());
    }

    @Test
    void noLibraryIsOlderThanItsFloor() {
        var floors = floors();
        var found = jars();
        var old = found.stream()
                .filter(jar -> floors.stream()
                        .filter(floor -> floor.isFor(jar))
                        .findFirst()
                        .filter(floor -> compare(jar.version(), floor.version()) < 0)
                        .isPresent())
                .toList();

        assertEquals(List.of(), old);
        for (Library floor : floors) {
            assertTrue(found.stream().anyMatch(floor::isFor), "no longer taken: " + floor);
        }
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertTrue(compare("4.1.99.Final", "4.1.138.Final") < 0);
        assertTrue(compare("1.5.7-9", "1.5.7-28") < 0);
        assertTrue(compare("3.33.2", "3.33.2.1") < 0);
        assertTrue(compare("2.22", "2.9.10") > 0);
        assertEquals(0, compare("0.30.3.RELEASE", "0.30.3.RELEASE"));
    }

    /** A library in one version; as a floor, "*" stands for every artifact of the group. */
    private record Library(String group, String artifact, String version) {

        boolean isFor(Library jar) {
            return group.equals(jar.group) && (artifact.equals("*") || artifact.equals(jar.artifact));
        }
    }

    /** Those that name their artifact first. */
    private static List<Library> floors() {
        return Sources.text(FLOORS)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(FLOOR::matcher)
                .peek(line -> assertTrue(line.matches(), "group:artifact, version, reason: " + line))
                .map(line -> new Library(line.group(1), line.group(2), line.group(3)))
                .sorted(Comparator.comparing(floor -> floor.artifact().equals("*")))
                .toList();
    }

    /** What this build really takes: the product's libraries and those of tests. */
    private static Set<Library> jars() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(JAR::matcher)
                .filter(Matcher::matches)
                .map(jar -> new Library(jar.group(1).replace('/', '.'), jar.group(2), jar.group(3)))
                .collect(Collectors.toSet());
    }

    private static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Pattern.compile("[0-9]+")
                .matcher(version)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }

    private static Set<String> taken() {
        return Jsoup.parse(Sources.text(POM), Parser.xmlParser()).select("project > dependencies > dependency").stream()
                .filter(each -> !each.expectFirst("artifactId").text().startsWith(NATIVE))
                .map(each -> each.expectFirst("groupId").text() + ":"
                        + each.expectFirst("artifactId").text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the product and of tests; what the build itself runs are plugins. */
    private static Set<String> named() {
        String tables = Sources.text(DECISION).split("\\*\\*In the build\\*\\*", 2)[0];
        return NAMED.matcher(tables)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
