package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code herald} with a JDK and a build that only note what they are asked. */
final class ScriptTest {

    private static final String JAVA = """
            #!/bin/sh
            printf '%s |' "$*" >>"$NOTES"
            env | grep '^HERALD_' | grep -v '^HERALD_JAVA_HOME=' | LC_ALL=C sort | tr '\\n' ' ' >>"$NOTES"
            echo >>"$NOTES"
            """;

    private static final String BUILD = """
            #!/bin/sh
            mkdir -p target/quarkus-app
            : >target/quarkus-app/quarkus-run.jar
            """;

    @TempDir
    private Path folder; // set by JUnit

    /** The build's training imports made-up articles: never into the database of the operator who builds. */
    @Test
    void trainingKnowsNothingOfTheOperatorsPortal() throws Exception {
        program("herald", Files.readString(Path.of("herald")));
        program("mvnw", BUILD);
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", "");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        Files.createDirectories(folder.resolve("src/main"));
        Files.createDirectories(folder.resolve(".mvn"));
        Files.createFile(folder.resolve("pom.xml"));

        var asked = noted("settings");

        assertEquals(4, asked.size(), asked::toString);
        for (String training : asked.subList(0, 3)) {
            assertTrue(training.contains(" train "), training);
            assertTrue(training.endsWith("|"), training);
        }
        String last = asked.getLast();
        assertTrue(last.contains("settings |HERALD_DATABASE_URL="), last);
        assertTrue(last.contains("HERALD_IN_FRONT_TOKEN=secret HERALD_SITE=/srv/portal"), last);
    }

    /** What Java was asked, and what of the environment it knew each time. */
    private List<String> noted(String argument) throws IOException, InterruptedException {
        var starting = new ProcessBuilder(folder.resolve("herald").toString(), argument)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        var environment = starting.environment();
        environment.keySet().removeIf(name -> name.startsWith("HERALD_"));
        environment.put("HERALD_JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("NOTES", folder.resolve("notes").toString());
        environment.put("HERALD_DATABASE_URL", "postgresql://db.example.org/live");
        environment.put("HERALD_IN_FRONT_TOKEN", "secret");
        environment.put("HERALD_SITE", "/srv/portal");
        var process = starting.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("said")));
        return Files.readAllLines(folder.resolve("notes"), StandardCharsets.UTF_8);
    }

    private void program(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true), name);
    }
}
