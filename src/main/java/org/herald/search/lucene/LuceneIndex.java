package org.herald.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SearchRules;
import org.herald.search.SearchDocument;
import org.herald.search.SearchIndex;
import org.herald.search.SearchQuery;
import org.herald.search.SearchResult;
import org.herald.search.SearchResult.Hit;
import org.herald.search.SearchText;

/** An index in a folder of its own. */
public final class LuceneIndex extends SearchIndex {

    /** How this version makes documents; with another number an index is made anew. */
    private static final String VERSION = "1";

    private static final String SCHEMA = "schema";
    private static final String POSITION = "position";
    private static final String MARK = "mark";
    private static final double MEGABYTES_OF_CHANGES = 32;
    /** When all words find fewer, what has most of them is looked for, too. */
    private static final int FEW = 10;

    private static final int MOST_SUGGESTED = 50;

    private final String schema;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Analyzers asked;
    private final Documents documents;
    private final QueryFactory queries;
    private final FacetCounts counts;

    /**
     * Opens the index in a folder, or begins a new one.
     *
     * @param form what documents are made of, besides the items; with another one the index is made anew
     * @throws IOException when the folder cannot be read or written, or what is in it is damaged
     */
    public LuceneIndex(Path folder, String form, SearchRules rules, InstantSource clock) throws IOException {
        this.schema = VERSION + " " + form;
        var kept = new Analyzers(rules.stems(), false);
        var filters = new FacetsConfig();
        this.asked = new Analyzers(rules.stems(), true);
        this.documents = new Documents(kept, filters);
        this.queries = new QueryFactory(asked, rules, clock);
        this.counts = new FacetCounts(filters);
        this.directory = FSDirectory.open(folder);
        try {
            this.writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(kept)
                            .setRAMBufferSizeMB(MEGABYTES_OF_CHANGES)
                            .setCommitOnClose(false));
            this.searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException fault) {
            directory.close();
            throw fault;
        }
    }

    @Override
    public Optional<Kept> kept() {
        var data = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(each -> data.put(each.getKey(), each.getValue()));
        }
        String position = data.get(POSITION);
        return position == null || !schema.equals(data.get(SCHEMA))
                ? Optional.empty()
                : Optional.of(new Kept(Long.parseLong(position), data.getOrDefault(MARK, "")));
    }

    @Override
    public void replace(Collection<ItemId> items, List<SearchDocument> found) throws IOException {
        var gone = items.stream()
                .map(item -> new Term(FieldNames.ID, item.toString()))
                .toArray(Term[]::new);
        var made = new ArrayList<Document>(found.size());
        for (SearchDocument document : found) {
            made.add(documents.of(document));
        }
        if (gone.length > 0) {
            writer.deleteDocuments(gone);
        }
        writer.addDocuments(made);
    }

    @Override
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public void keep(Kept upTo) throws IOException {
        writer.setLiveCommitData(Map.of(SCHEMA, schema, POSITION, Long.toString(upTo.position()), MARK, upTo.mark())
                .entrySet());
        writer.commit();
    }

    @Override
    public SearchResult find(SearchQuery query) throws IOException {
        return with(searcher -> {
            IndexReader reader = searcher.getIndexReader();
            var question = queries.of(query, reader);
            if (question.isEmpty()) {
                return SearchResult.NONE;
            }
            Query used = question.get().all();
            var found = counts.find(searcher, used, query);
            int withAll = found.total();
            if (withAll < FEW && question.get().most().isPresent()) {
                used = question.get().most().get();
                found = counts.find(searcher, used, query);
            }
            int total = found.total();
            return new SearchResult(
                    total,
                    hits(searcher, used, query, found.documents()),
                    found.counts(),
                    question.get().corrected().filter(_ -> total > 0),
                    question.get().corrected().isEmpty() && withAll == 0
                            ? suggested(searcher, query)
                            : Optional.empty(),
                    withAll);
        });
    }

    /** Another spelling, when something has all its words. */
    private Optional<String> suggested(IndexSearcher searcher, SearchQuery query) throws IOException {
        var other = queries.moreUsual(query, searcher.getIndexReader());
        if (other.isEmpty()) {
            return Optional.empty();
        }
        var question = queries.of(query.with(other.get()), searcher.getIndexReader());
        return question.isPresent() && searcher.count(question.get().all()) > 0
                ? Optional.of(SearchText.typed(other.get().parts()))
                : Optional.empty();
    }

    private List<Hit> hits(IndexSearcher searcher, Query question, SearchQuery query, List<ScoreDoc> found)
            throws IOException {
        int[] numbers =
                found.stream().skip(query.from()).mapToInt(each -> each.doc).toArray();
        var answers = new Highlighter(searcher, asked, query.language()).of(question, numbers);
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < numbers.length; i++) {
            hits.add(new Hit(
                    item(searcher, numbers[i]),
                    answers.get(i).headline(),
                    answers.get(i).passages()));
        }
        return hits;
    }

    private static ItemId item(IndexSearcher searcher, int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues items = leaf.reader().getNumericDocValues(FieldNames.ITEM);
        if (items == null || !items.advanceExact(document - leaf.docBase)) {
            throw new IOException("A document of the search index has no item");
        }
        return new ItemId(items.longValue());
    }

    @Override
    public List<ItemId> suggest(Language language, String typed, int most) throws IOException {
        String title = FieldNames.of(FieldNames.TITLE, language);
        var words = asked.words(title, SearchText.cut(typed));
        if (words.isEmpty()) {
            return List.of();
        }
        return with(searcher -> {
            var question = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(FieldNames.LANGUAGE, language.tag())), Occur.FILTER);
            words.subList(0, words.size() - 1)
                    .forEach(word -> question.add(new TermQuery(new Term(title, word)), Occur.MUST));
            question.add(new PrefixQuery(new Term(title, words.getLast())), Occur.MUST);
            question.add(new TermQuery(new Term(title, words.getLast())), Occur.SHOULD);
            return items(searcher, question.build(), Math.min(most, MOST_SUGGESTED));
        });
    }

    private static List<ItemId> items(IndexSearcher searcher, Query question, int most) throws IOException {
        var items = new ArrayList<ItemId>();
        for (ScoreDoc found : searcher.search(question, most).scoreDocs) {
            items.add(item(searcher, found.doc));
        }
        return items;
    }

    @Override
    public int size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void check() throws IOException {
        with(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                if (leaf.reader() instanceof CodecReader reader) {
                    reader.checkIntegrity();
                }
            }
            if (!DirectoryReader.indexExists(directory)) {
                throw new IOException("The files of the search index are gone");
            }
            return true;
        });
    }

    /** A question to a searcher. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Asking<T> asking) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return asking.ask(searcher);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
