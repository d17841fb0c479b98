package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/settings.md has every key that is declared, with its type, default and variable, and no other. */
final class SettingsPageTest {

    private static final Path PAGE = Path.of("docs/settings.md");
    private static final String HEAD = "| key | type | default | variable |\n| --- | --- | --- | --- |\n";
    private static final String CHECKS = "newsroom.checks.";

    @Test
    void theTableIsThatOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(HEAD) + HEAD.length();
        int until = page.indexOf("\n\n", from) + 1;
        String table = table();
        if (Boolean.getBoolean("herald.write-settings")) {
            page = page.substring(0, from) + table + page.substring(until);
            Files.writeString(PAGE, page);
        }

        assertEquals(
                table,
                page.substring(from, Math.min(page.length(), page.indexOf("\n\n", from) + 1)),
                PAGE + " is out of date: run this test with -Dherald.write-settings=true");
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        String page = Files.readString(PAGE);

        assertEquals(
                List.of(),
                keys().map(Key::name)
                        .filter(name -> !page.contains("**`" + name + "`**"))
                        .filter(name -> !name.startsWith(CHECKS) && !name.startsWith("sign-in.openid."))
                        .toList());
        assertEquals(List.of(), keys().filter(key -> key.about().isEmpty()).toList());
    }

    @Test
    void everyOtherVariableIsDescribed() throws IOException {
        String page = Files.readString(PAGE);

        assertEquals(
                List.of(),
                PortalKeys.OTHER_VARIABLES.stream()
                        .filter(variable -> !page.contains("| `" + variable + "` | "))
                        .toList());
    }

    private static String table() {
        return keys().map(SettingsPageTest::row).distinct().collect(Collectors.joining());
    }

    private static Stream<Key<?>> keys() {
        return PortalKeys.SCHEMA.keys().stream();
    }

    /** The checks share a row; their defaults stand in the page of the newsroom. */
    private static String row(Key<?> key) {
        boolean isCheck = key.name().startsWith(CHECKS);
        String variable = key.variable().map(name -> "`" + name + "` ").orElse("");
        String usual = key.usual() == null ? key.usually() : "`" + key.usual() + "`";
        return "| `%s` | %s | %s | %s|\n"
                .formatted(
                        isCheck ? CHECKS + "NAME" : key.name(),
                        key.type().label(),
                        isCheck ? "[depends on the check](newsroom.md#checks)" : usual,
                        isCheck ? "`HERALD_NEWSROOM_CHECKS_NAME` " : variable);
    }
}
