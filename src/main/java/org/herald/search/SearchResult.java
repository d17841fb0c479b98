package org.herald.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.ItemId;

/**
 * What was found.
 *
 * @param total how many items, on all pages
 * @param counts by name of the filter: how many items would be found with each of its values, the others staying as they are
 * @param corrected the text that was looked for in place of the typed one, whose words nothing has
 * @param suggested another spelling that finds more
 * @param withAll how many of them have all words; when these are few, items that have most of the words stand behind them
 */
public record SearchResult(
        int total,
        List<Hit> hits,
        Map<String, List<Count>> counts,
        Optional<String> corrected,
        Optional<String> suggested,
        int withAll) {

    public static final SearchResult NONE =
            new SearchResult(0, List.of(), Map.of(), Optional.empty(), Optional.empty(), 0);

    /**
     * An item with what of it answers.
     *
     * @param passages of its body, or its standfirst; with the words that were looked for marked
     */
    public record Hit(ItemId item, Passage headline, List<Passage> passages) {}

    /** A piece of a text. */
    public record Passage(List<Piece> pieces) {

        public static Passage of(String text) {
            return new Passage(List.of(new Piece(text, false)));
        }

        public String text() {
            return String.join("", pieces.stream().map(Piece::text).toList());
        }
    }

    /** Some of its letters; marked when they are a word that was looked for. */
    public record Piece(String text, boolean isMarked) {}

    /** How many items have a value. */
    public record Count(String value, int items) {}

    public SearchResult {
        hits = List.copyOf(hits);
        counts = Map.copyOf(counts);
    }
}
