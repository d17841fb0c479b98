package org.herald.model;

import java.util.List;
import java.util.Map;

/**
 * What the editors of a portal know better than any engine.
 *
 * @param synonyms groups of words or phrases that mean the same, by language
 * @param stems words that are looked for as if they were others: {@code higher} as {@code high}; by language
 * @param bets what certain searches show first, or never
 */
public record SearchRules(
        Map<Language, List<List<String>>> synonyms, Map<Language, Map<String, String>> stems, List<Bet> bets) {

    public static final SearchRules NONE = new SearchRules(Map.of(), Map.of(), List.of());

    /**
     * For one search.
     *
     * @param words in any order; they must be all that is typed
     * @param first addresses of the items that stand first, without the language
     * @param never addresses of the items that are left out
     */
    public record Bet(Language language, String words, List<String> first, List<String> never) {}

    public SearchRules {
        synonyms = Map.copyOf(synonyms);
        stems = Map.copyOf(stems);
        bets = List.copyOf(bets);
    }
}
