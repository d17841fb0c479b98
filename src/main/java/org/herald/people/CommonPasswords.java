package org.herald.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The passwords that were found most often in what was stolen elsewhere, in lower case: some ninety thousand. They are
 * read when somebody chooses a password, which is seldom, and take no memory afterwards.
 */
final class CommonPasswords {

    /** How long the shortest and the longest word of the list are that are looked for inside a password. */
    static final int SHORTEST = 4;

    static final int LONGEST = 20;

    private static final String FILE = "/people/common-passwords.gz";

    Set<String> all() {
        try (var file = CommonPasswords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The product has no " + FILE);
            }
            try (var lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
                return lines.lines().collect(Collectors.toUnmodifiableSet());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
