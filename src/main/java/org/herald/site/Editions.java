package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.herald.config.Faults;
import org.herald.config.Settings;
import org.herald.config.SettingsFault;
import org.herald.model.Language;

/** The portal's editions, one per language, the default first. */
@Singleton
public final class Editions {

    private final Map<String, Edition> byTag = new LinkedHashMap<>();

    public Editions(Settings settings) {
        var files = new WordsFiles(settings.folder());
        var faults = new Faults();
        for (Language language : settings.languages()) {
            byTag.put(
                    language.tag(),
                    new Edition(
                            language,
                            files.read(language, faults),
                            settings.zone(),
                            settings.editions().weekStarts().get(language)));
        }
        faults.throwIfAny();
    }

    /**
     * Makes sure that every language of the portal has all its words, before the server starts.
     *
     * @param warning told of words in the site folder that nothing says, or that are said twice
     * @throws SettingsFault when a language has not all its words
     */
    public static void check(Settings settings, Consumer<String> warning) {
        var files = new WordsFiles(settings.folder());
        var faults = new Faults();
        files.warnOfOthers(settings.languages(), faults);
        for (Language language : settings.languages()) {
            files.warn(language, () -> ThemeTemplates.text(settings), faults);
            files.read(language, faults);
        }
        faults.notes().forEach(warning);
        faults.throwIfAny();
    }

    Optional<Edition> find(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    /** The edition with this tag; a tag that is none is an address that does not exist. */
    Edition require(String tag) {
        return find(tag).orElseThrow(NotFoundException::new);
    }

    Edition byDefault() {
        return byTag.values().iterator().next();
    }

    List<Edition> all() {
        return List.copyOf(byTag.values());
    }

    /** The edition of an address by its first word; the default one when it names none. */
    Edition ofPath(String path) {
        String[] words = path.split("/", 3);
        return words.length > 1 ? find(words[1]).orElseGet(this::byDefault) : byDefault();
    }
}
