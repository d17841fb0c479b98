package org.herald.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.herald.search.SearchQuery;
import org.herald.search.SearchResult.Count;
import org.jspecify.annotations.Nullable;

/** Finds documents, and counts them by the values of the filters. */
final class FacetCounts {

    private static final int MOST_VALUES = 200;
    private static final Sort NEWEST =
            new Sort(new SortField(FieldNames.AT, SortField.Type.LONG, true), SortField.FIELD_SCORE);

    private final FacetsConfig filters;
    private @Nullable Values values; // of the reader that was asked last; guarded by this

    FacetCounts(FacetsConfig filters) {
        this.filters = filters;
    }

    private record Values(IndexReader.CacheKey reader, SortedSetDocValuesReaderState state) {}

    /**
     * What a question finds.
     *
     * @param documents the first of them, as far as the asked page goes
     */
    record Found(int total, List<ScoreDoc> documents, Map<String, List<Count>> counts) {}

    Found find(IndexSearcher searcher, Query question, SearchQuery query) throws IOException {
        int most = Math.max(1, query.from() + query.most());
        var reader = searcher.getIndexReader();
        if (!hasFilters(reader)) {
            return new Found(0, List.of(), Map.of());
        }
        var chosen = new DrillDownQuery(filters, question);
        query.chosen().forEach((filter, all) -> all.forEach(value -> chosen.add(filter, value)));
        var sideways = new DrillSideways(searcher, filters, state(reader));
        var result = switch (query.order()) {
            case RELEVANCE -> sideways.search(chosen, new TopScoreDocCollectorManager(most, Integer.MAX_VALUE));
            case NEWEST -> sideways.search(chosen, new TopFieldCollectorManager(NEWEST, most, Integer.MAX_VALUE));
        };
        TopDocs found = (TopDocs) result.collectorResult;
        var counts = new HashMap<String, List<Count>>();
        for (String filter : query.counted()) {
            FacetResult all = result.facets.getTopChildren(MOST_VALUES, filter);
            counts.put(filter, all == null ? List.of() : counts(all));
        }
        return new Found(Math.toIntExact(found.totalHits.value()), List.of(found.scoreDocs), counts);
    }

    private static List<Count> counts(FacetResult all) {
        var counts = new ArrayList<Count>();
        Arrays.stream(all.labelValues).forEach(each -> counts.add(new Count(each.label, each.value.intValue())));
        return counts;
    }

    private static boolean hasFilters(IndexReader reader) {
        var field = FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
        return field != null;
    }

    /** Of a reader the values are put in order once. */
    private synchronized SortedSetDocValuesReaderState state(IndexReader reader) throws IOException {
        var key = reader.getReaderCacheHelper().getKey();
        var last = values;
        if (last == null || !last.reader().equals(key)) {
            last = new Values(key, new DefaultSortedSetDocValuesReaderState(reader, filters));
            values = last;
        }
        return last.state();
    }
}
