package org.herald.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads a {@code .properties} file with positions, each entry by the rules of {@link Properties}. */
public final class PropertiesFile {

    private static final String ABSENT = "Choose the site folder with --site.";

    private final Path file;
    private final Faults faults;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * What a key says.
     *
     * @param origin where the key stands
     */
    public record Entry(Origin origin, String text) {}

    private PropertiesFile(Path file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The entries by key, in the order of the file; what is wrong is added to the faults. */
    public static Map<String, Entry> read(Path file, Faults faults) {
        var reading = new PropertiesFile(file, faults);
        TextFile.read(file, ABSENT, faults)
                .ifPresent(text -> reading.lines(text.lines().toList()));
        return reading.entries;
    }

    /** An entry goes on in the next line where its line ends with a backslash that none before it makes a letter. */
    private void lines(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String bare = line.replaceFirst("^[ \\t\\f]+", "");
            if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith("!")) {
                continue;
            }
            var origin = new Origin.InFile(file, at + 1, line.length() - bare.length() + 1);
            var whole = new StringBuilder(bare);
            while (goesOn(lines.get(at)) && at + 1 < lines.size()) {
                at++;
                whole.append('\n').append(lines.get(at));
            }
            entry(origin, whole.toString());
        }
    }

    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private void entry(Origin origin, String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException malformed) {
            faults.add(origin, "a \"\\u\" must be followed by four hexadecimal digits, as in \\u0431.");
            return;
        } catch (IOException fault) {
            throw new UncheckedIOException("A text cannot be read", fault);
        }
        properties.stringPropertyNames().forEach(key -> {
            var earlier = entries.put(key, new Entry(origin, properties.getProperty(key)));
            if (earlier != null) {
                faults.note(
                        origin,
                        "\"" + key + "\" is set twice, first in "
                                + earlier.origin().brief() + "; this one holds.");
            }
        });
    }
}
