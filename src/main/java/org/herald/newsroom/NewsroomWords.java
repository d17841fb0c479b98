package org.herald.newsroom;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.herald.model.Language;
import org.herald.model.Words;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;

/** The words of the newsroom in the languages it speaks, a file for each area in {@code newsroom/words}. */
@Singleton
public final class NewsroomWords {

    /** The languages of the newsroom's interface; a portal may have others. */
    public static final List<Language> LANGUAGES = List.of(new Language("en"), new Language("be"), new Language("ru"));

    private static final List<String> AREAS =
            List.of("frame", "refused", "people", "sign-in", "writing", "desk", "portal", "editor", "fields");

    /** Words of readers, in which the values of fields are shown here, too. */
    private static final List<String> OF_VALUES = List.of("fact.", "date.", "when.");

    private static final String OF_KIND = "kind.";
    private static final String OF_SCRIPTS = "editor.";

    private final Map<Language, Words> words = new LinkedHashMap<>();
    private final Map<Language, String> ofScripts = new HashMap<>();

    /** @param kinds whose names are words, too: {@code kind.article} */
    public NewsroomWords(Kinds kinds) {
        for (Language language : LANGUAGES) {
            var all = new HashMap<String, String>();
            AREAS.forEach(area -> all.putAll(read("/newsroom/words/" + language + "/" + area)));
            read("/messages/" + language).forEach((key, text) -> {
                if (OF_VALUES.stream().anyMatch(key::startsWith)) {
                    all.putIfAbsent(key, text);
                }
            });
            kinds.all().forEach(kind -> all.put(OF_KIND + kind.name(), quoted(kind, language)));
            words.put(language, new Words(language, all));
            var some = new TreeMap<>(all);
            some.keySet().removeIf(key -> !key.startsWith(OF_SCRIPTS));
            ofScripts.put(language, Json.inPage(some));
        }
    }

    /** As a message pattern that says it letter by letter. */
    private static String quoted(Kind kind, Language language) {
        String name = kind.one().in(language).orElse(kind.name().word());
        return name.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
    }

    /** The words in this language, or in English when the newsroom does not speak it. */
    public Words in(Language language) {
        return Optional.ofNullable(words.get(language))
                .orElseGet(() -> words.values().iterator().next());
    }

    /** What the scripts say in the language of these words, as JSON for a page. */
    String ofScripts(Words spoken) {
        return ofScripts.getOrDefault(new Language(spoken.tag()), "{}");
    }

    private static Map<String, String> read(String file) {
        String name = file + ".properties";
        try (InputStream stream = NewsroomWords.class.getResourceAsStream(name)) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            var map = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
            return map;
        } catch (IOException fault) {
            throw new UncheckedIOException("The words " + name + " cannot be read from the product", fault);
        }
    }
}
