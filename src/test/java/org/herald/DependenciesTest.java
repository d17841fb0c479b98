package org.herald;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.testing.Sources;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The decision about dependencies says what the build takes: no library without a reason, and none that is not there. */
final class DependenciesTest {

    private static final Path POM = Path.of("pom.xml");
    private static final Path DECISION = Path.of("docs/decisions/0009-dependencies.md");
    private static final Pattern NAMED = Pattern.compile("(?m)^\\| `([a-z0-9.-]+:[A-Za-z0-9-]+)`");
    /** Native parts of a library belong to it. */
    private static final String NATIVE = "native-";

    @Test
    void everyLibraryOfTheBuildStandsInTheDecisionAndEveryOneOfTheDecisionInTheBuild() {
        assertFalse(taken().isEmpty());
        assertEquals(taken(), named());
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
