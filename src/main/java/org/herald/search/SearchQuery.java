package org.herald.search;

import java.util.List;
import java.util.Map;
import org.herald.model.Language;

/**
 * A reader's question.
 *
 * @param chosen values by name of the filter; of several values of one filter any is enough
 * @param counted the names of the filters for whose values items are counted
 * @param isLiteral true when unknown words are looked for as they are typed
 * @param from how many of the found items are left out, which stand on earlier pages
 */
public record SearchQuery(
        Language language,
        SearchText text,
        Map<String, List<String>> chosen,
        List<String> counted,
        Order order,
        boolean isLiteral,
        int from,
        int most) {

    public static final String KIND = "kind";
    public static final String SECTION = "section";
    public static final String YEAR = "year";
    public static final String MONTH = "month";
    public static final String PLACE = "place";

    /** Before the name of a kind, a dot and the name of a field. */
    public static final String FIELD = "f.";

    /** So many can be paged through; who has not found it by then finds it by other words. */
    public static final int DEEPEST = 1000;

    /** In which order they stand. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    public SearchQuery {
        chosen = Map.copyOf(chosen);
        counted = List.copyOf(counted);
    }

    /** The first of all that the words find. */
    public static SearchQuery of(Language language, String typed, int most) {
        return new SearchQuery(language, SearchText.of(typed), Map.of(), List.of(), Order.RELEVANCE, false, 0, most);
    }

    /** The same with another text. */
    public SearchQuery with(SearchText other) {
        return new SearchQuery(language, other, chosen, counted, order, isLiteral, from, most);
    }

    /** The name of the filter by a field of a kind. */
    public static String field(String kind, String field) {
        return FIELD + kind + "." + field;
    }
}
