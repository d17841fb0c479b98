package org.herald.search.lucene;

import java.io.IOException;
import java.time.YearMonth;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.herald.model.Language;
import org.herald.search.SearchDocument;
import org.herald.search.SearchQuery;

/** Makes documents of Lucene. */
final class Documents {

    /** With the places of its words, so that passages are found without taking the text apart again. */
    private static final FieldType PASSAGES = new FieldType(TextField.TYPE_STORED);

    /** Only which words there are. */
    private static final FieldType WORDS_ALONE = new FieldType();

    static {
        PASSAGES.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        PASSAGES.freeze();
        WORDS_ALONE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS_ALONE.setOmitNorms(true);
        WORDS_ALONE.setTokenized(true);
        WORDS_ALONE.freeze();
    }

    private static final int YEAR_DIGITS = 4;

    private final Analyzers analyzers;
    private final FacetsConfig filters;

    Documents(Analyzers analyzers, FacetsConfig filters) {
        this.analyzers = analyzers;
        this.filters = filters;
    }

    Document of(SearchDocument item) throws IOException {
        var document = new Document();
        Language language = item.language();
        document.add(new StringField(FieldNames.ID, item.id().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(FieldNames.ITEM, item.id().value()));
        document.add(new StringField(FieldNames.LANGUAGE, language.tag(), Field.Store.NO));
        document.add(new StringField(FieldNames.PATH, item.path(), Field.Store.NO));
        document.add(new NumericDocValuesField(FieldNames.AT, item.publishedAt().toEpochMilli()));
        if (item.isNews()) {
            document.add(new LongField(FieldNames.NEWS, item.publishedAt().toEpochMilli(), Field.Store.NO));
        }
        words(document, item);
        filters(document, item);
        return filters.build(document);
    }

    private void words(Document document, SearchDocument item) {
        Language language = item.language();
        for (String name : item.names()) {
            document.add(new StringField(FieldNames.KEY, cut(analyzers.key(name)), Field.Store.NO));
            document.add(new TextField(FieldNames.NAMES, name, Field.Store.NO));
            document.add(new TextField(FieldNames.LATIN, name, Field.Store.NO));
        }
        String tags = String.join("\n", item.tags());
        for (String text : new String[] {item.standfirst(), tags, item.context()}) {
            document.add(new TextField(FieldNames.LATIN, text, Field.Store.NO));
        }
        document.add(new TextField(FieldNames.of(FieldNames.HEADLINE, language), item.headline(), Field.Store.YES));
        document.add(new TextField(FieldNames.of(FieldNames.TITLE, language), item.headline(), Field.Store.NO));
        document.add(new TextField(FieldNames.of(FieldNames.STANDFIRST, language), item.standfirst(), Field.Store.YES));
        document.add(new Field(FieldNames.of(FieldNames.BODY, language), item.body(), PASSAGES));
        document.add(new TextField(FieldNames.of(FieldNames.TAGS, language), tags, Field.Store.NO));
        document.add(new TextField(FieldNames.of(FieldNames.FACTS, language), item.facts(), Field.Store.NO));
        document.add(new TextField(FieldNames.of(FieldNames.CONTEXT, language), item.context(), Field.Store.NO));
        for (String text :
                new String[] {item.headline(), item.standfirst(), item.body(), tags, item.facts(), item.context()}) {
            document.add(new Field(FieldNames.of(FieldNames.SPELLING, language), text, WORDS_ALONE));
        }
    }

    private void filters(Document document, SearchDocument item) {
        add(document, SearchQuery.KIND, item.kind().word());
        item.sections().forEach(section -> add(document, SearchQuery.SECTION, section.toString()));
        if (item.isNews()) {
            add(document, SearchQuery.YEAR, item.publishedOn().toString().substring(0, YEAR_DIGITS));
            add(document, SearchQuery.MONTH, YearMonth.from(item.publishedOn()).toString());
        }
        item.places().forEach(place -> add(document, SearchQuery.PLACE, place));
        item.values()
                .forEach((field, values) -> values.forEach(
                        value -> add(document, SearchQuery.field(item.kind().word(), field), value)));
    }

    private void add(Document document, String filter, String value) {
        if (value.isEmpty()) {
            return;
        }
        filters.setMultiValued(filter, true);
        document.add(new SortedSetDocValuesFacetField(filter, cut(value)));
    }

    /** A term has at most 32,766 bytes. */
    private static String cut(String text) {
        return text.length() <= 2000
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 2000)));
    }
}
