package org.herald.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.SearchRules;
import org.herald.model.SearchRules.Bet;

/**
 * Reads {@code search.yaml} of the site folder: for each language words that mean the same, words that stand for others, and
 * what certain searches show first or never. Whatever is wrong stops the start.
 */
public final class SearchFile {

    public static final String NAME = "search.yaml";

    private static final String SYNONYMS = "synonyms";
    private static final String STEMS = "stems";
    private static final String BEST = "best";
    private static final String WORDS = "words";
    private static final String FIRST = "first";
    private static final String NEVER = "never";
    private static final int MOST_WORDS = 5;

    private final Faults faults = new Faults();
    private final Map<Language, List<List<String>>> synonyms = new HashMap<>();
    private final Map<Language, Map<String, String>> stems = new HashMap<>();
    private final List<Bet> bets = new ArrayList<>();

    private SearchFile() {}

    /**
     * The rules of the portal in this folder; none when it has no such file.
     *
     * @param languages those of the portal
     * @throws SettingsFault with everything that is wrong in the file
     */
    public static SearchRules read(Path site, List<Language> languages) {
        Path file = site.resolve(NAME);
        if (!Files.exists(file)) {
            return SearchRules.NONE;
        }
        var read = new SearchFile();
        YamlReader.read(file, "It was there a moment ago.", read.faults).ifPresent(root -> read.file(root, languages));
        read.faults.throwIfAny();
        return new SearchRules(read.synonyms, read.stems, read.bets);
    }

    private void file(ConfigNode root, List<Language> languages) {
        var known = languages.stream().map(Language::tag).toList();
        for (ConfigNode.Field field : fields(root)) {
            if (known.contains(field.name())) {
                language(new Language(field.name()), field.value());
            } else {
                faults.add(
                        field.origin(),
                        "the portal has no language \"" + field.name() + "\". It has: " + String.join(", ", known)
                                + ".");
            }
        }
    }

    private void language(Language language, ConfigNode node) {
        for (ConfigNode.Field field : fields(node)) {
            switch (field.name()) {
                case SYNONYMS -> items(field.value()).forEach(group -> synonyms(language, group));
                case STEMS -> {
                    var own = new LinkedHashMap<String, String>();
                    fields(field.value()).forEach(each -> own.put(each.name(), text(each.value())));
                    stems.put(language, own);
                }
                case BEST -> items(field.value()).forEach(bet -> bet(language, bet));
                default -> unknown(field, Set.of(SYNONYMS, STEMS, BEST));
            }
        }
    }

    /** {@code UNESCO, world heritage}, on one line or as a list. */
    private void synonyms(Language language, ConfigNode node) {
        var group = node instanceof ConfigNode.Items list
                ? list.items().stream().map(this::text).toList()
                : List.of(text(node).split(",")).stream().map(String::strip).toList();
        if (group.size() < 2 || group.stream().anyMatch(Blank::is)) {
            faults.add(
                    node.origin(),
                    "two or more words or phrases mean the same. Write for example: - UNESCO, world heritage");
        } else if (group.stream().anyMatch(each -> each.split("\\s+").length > MOST_WORDS)) {
            faults.add(node.origin(), "a phrase has " + MOST_WORDS + " words at most.");
        } else {
            synonyms.computeIfAbsent(language, _ -> new ArrayList<>()).add(group);
        }
    }

    private void bet(Language language, ConfigNode node) {
        String words = "";
        List<String> first = List.of();
        List<String> never = List.of();
        for (ConfigNode.Field field : fields(node)) {
            switch (field.name()) {
                case WORDS -> words = text(field.value());
                case FIRST -> first = addresses(language, field.value());
                case NEVER -> never = addresses(language, field.value());
                default -> unknown(field, Set.of(WORDS, FIRST, NEVER));
            }
        }
        if (Blank.is(words) || (first.isEmpty() && never.isEmpty())) {
            faults.add(
                    node.origin(),
                    "it says for which \"words\" what stands \"first\" or is \"never\" shown. Write for example: {words: who we"
                            + " are, first: [about-portal]}");
        } else {
            bets.add(new Bet(language, words, first, never));
        }
    }

    /** Without the language, as links between the pages of a language are written. */
    private List<String> addresses(Language language, ConfigNode node) {
        var all = node instanceof ConfigNode.Items list ? list.items() : List.of(node);
        return all.stream()
                .map(this::text)
                .map(address -> address.replaceFirst("^/?(?:" + language.tag() + "/)?", ""))
                .toList();
    }

    private void unknown(ConfigNode.Field field, Set<String> known) {
        faults.add(
                field.origin(),
                "the search has no key \"" + field.name() + "\"." + Faults.didYouMean(field.name(), known)
                        + " Known are: "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private List<ConfigNode.Field> fields(ConfigNode node) {
        if (node instanceof ConfigNode.Fields map) {
            return map.fields();
        }
        faults.add(node.origin(), "here stand keys with values, not \"" + node.shown() + "\".");
        return List.of();
    }

    private List<ConfigNode> items(ConfigNode node) {
        if (node instanceof ConfigNode.Items list) {
            return list.items();
        }
        faults.add(
                node.origin(), "here stands a list, each line beginning with a hyphen, not \"" + node.shown() + "\".");
        return List.of();
    }

    private String text(ConfigNode node) {
        if (node instanceof ConfigNode.Text text) {
            return text.text().strip();
        }
        faults.add(node.origin(), "here stands a text, not \"" + node.shown() + "\".");
        return "";
    }
}
