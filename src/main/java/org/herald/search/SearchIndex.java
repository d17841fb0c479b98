package org.herald.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.Language;

/**
 * What an engine does for the search: it keeps documents and answers questions. One thread at a time changes it, any number ask.
 */
public abstract class SearchIndex implements AutoCloseable {

    /**
     * Up to where the change ledger was followed.
     *
     * @param mark by which another ledger is told from this one, which has another change at the position
     */
    public record Kept(long position, String mark) {}

    /** Opens indexes in folders. */
    @FunctionalInterface
    public interface Engine {

        /**
         * Opens the index in a folder, or begins a new one.
         *
         * @throws IOException when the folder cannot be used, or what is in it is damaged
         */
        SearchIndex open(Path folder) throws IOException;
    }

    /** What was kept last with {@link #keep}; empty for an index that is new, or whose documents are made otherwise now. */
    public abstract Optional<Kept> kept();

    /** Puts these documents in place of what there is of these items; an item without a document is found no more. */
    public abstract void replace(Collection<ItemId> items, List<SearchDocument> documents) throws IOException;

    /** What was put in place is seen by all questions that are asked from now on. */
    public abstract void refresh() throws IOException;

    /** Makes everything durable. */
    public abstract void keep(Kept upTo) throws IOException;

    /** What a reader finds. */
    public abstract SearchResult find(SearchQuery query) throws IOException;

    /** The items whose names go on as was typed, the best first. */
    public abstract List<ItemId> suggest(Language language, String typed, int most) throws IOException;

    /** How many documents there are. */
    public abstract int size();

    /**
     * Reads all that is kept and compares it with its checksums.
     *
     * @throws IOException when something of it is damaged or missing
     */
    public abstract void check() throws IOException;

    @Override
    public abstract void close() throws IOException;
}
