package org.herald.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.config.SearchFile;

/** The files of the sample as they come with the product. */
final class SampleFiles {

    private SampleFiles() {}

    /** The names of all texts, {@code articles/…} and {@code pages/…}. */
    static List<String> texts() {
        return text("index.txt").lines().filter(line -> line.endsWith(".html")).toList();
    }

    /** The names of all pictures that items and blocks may show. */
    static List<String> pictures() {
        return text("index.txt")
                .lines()
                .filter(line -> line.startsWith("pictures/"))
                .map(line -> line.substring("pictures/".length()))
                .toList();
    }

    /** The declarations of kinds, the outlines of maps and the rules of the search, under their names in the site folder. */
    static List<String> ofFolder() {
        return Stream.concat(
                        text("index.txt").lines().filter(line -> line.startsWith("kinds/") || line.startsWith("map/")),
                        Stream.of(SearchFile.NAME))
                .toList();
    }

    /** The picture of an entry by the name that its row gives it. */
    static Optional<byte[]> entryPicture(String name) {
        return text("index.txt").lines().anyMatch(("entries/pictures/" + name)::equals)
                ? Optional.of(bytes("entries/pictures/" + name))
                : Optional.empty();
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (InputStream stream = SampleFiles.class.getResourceAsStream("/sample/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The product has no sample file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException("The sample file " + name + " cannot be read", fault);
        }
    }
}
