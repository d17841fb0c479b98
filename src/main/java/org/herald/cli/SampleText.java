package org.herald.cli;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One text of the sample: settings between two lines of hyphens, then the body.
 *
 * @param slug shared by the translations of one thing
 * @param settings headline, standfirst, published and so on, as they stand in the file
 */
record SampleText(String slug, String language, boolean isPage, Map<String, Object> settings, String body) {

    /** @param file {@code articles/mir-castle.en.html} */
    static SampleText parse(String file, String text) {
        int end = text.indexOf("\n---\n", 4);
        if (!text.startsWith("---\n") || end < 0) {
            throw new IllegalStateException("The sample text " + file + " does not begin with its settings");
        }
        String name = file.substring(file.indexOf('/') + 1);
        String[] parts = name.split("\\.", 3);
        var settings = new HashMap<String, Object>();
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text.substring(4, end));
        if (loaded instanceof Map<?, ?> map) {
            map.forEach((key, value) -> settings.put(String.valueOf(key), value == null ? "" : value));
        }
        return new SampleText(parts[0], parts[1], file.startsWith("pages/"), settings, text.substring(end + 5));
    }

    /** A setting as text, empty when it is absent. */
    String say(String key) {
        return String.valueOf(settings.getOrDefault(key, ""));
    }

    LocalDateTime published() {
        return time("published").orElseThrow(() -> new IllegalStateException(slug + " has no date"));
    }

    Optional<LocalDateTime> corrected() {
        return time("corrected");
    }

    /** The text as it was published before its correction, with what was wrong in it. */
    SampleText beforeCorrection() {
        return corrected().isEmpty()
                ? this
                : new SampleText(slug, language, isPage, settings, body.replace(say("right"), say("wrong")));
    }

    List<String> tags() {
        return settings.get("tags") instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Optional<LocalDateTime> time(String key) {
        return settings.containsKey(key) ? Optional.of(LocalDateTime.parse(say(key))) : Optional.empty();
    }
}
