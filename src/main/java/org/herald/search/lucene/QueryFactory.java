package org.herald.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.herald.model.Language;
import org.herald.model.SearchRules;
import org.herald.model.SearchRules.Bet;
import org.herald.search.SearchQuery;
import org.herald.search.SearchText;
import org.herald.search.SearchText.Part;
import org.jspecify.annotations.Nullable;

/**
 * Makes questions of Lucene of what a reader typed.
 *
 * <p>Each word is looked for in all fields and counts by the best of them: in the headline more than in tags, standfirst, facts
 * and body, in its own form more than in another. Words that stand together as they were typed count more; so do newer
 * ones among news. An item whose headline is what was typed stands before all others.
 */
final class QueryFactory {

    /** What a word counts in a field; found by hand with the judged queries. */
    private static final Map<String, Float> WEIGHTS = weights();

    private static final float NAMES = 3;
    private static final float LATIN = 2.5f;
    private static final float TITLE = 5;
    private static final float TIE = 0.2f;
    private static final float COMMON = 0.2f;
    private static final float SYNONYM = 0.8f;
    private static final float PHRASE_OF_HEADLINE = 4;
    private static final float PHRASE_OF_BODY = 1.5f;
    private static final float COMPLETE = 100;
    private static final float EXACT = 1000;
    private static final float BET = 10_000;
    private static final float RECENT = 1;
    private static final Duration GROWS_OLD = Duration.ofDays(730);
    private static final int SLOP = 2;
    private static final int SHORT_NAME = 3;
    private static final int LONG_NAME = 7;
    private static final int MOST_NAMES = 20;

    private final Analyzers analyzers;
    private final QueryBuilder builder;
    private final Spelling spelling;
    private final Synonyms synonyms;
    private final SearchRules rules;
    private final InstantSource clock;

    QueryFactory(Analyzers analyzers, SearchRules rules, InstantSource clock) {
        this.analyzers = analyzers;
        this.builder = new QueryBuilder(analyzers);
        this.spelling = new Spelling(analyzers);
        this.synonyms = new Synonyms(analyzers, rules.synonyms());
        this.rules = rules;
        this.clock = clock;
    }

    private static Map<String, Float> weights() {
        var weights = new LinkedHashMap<String, Float>();
        weights.put(FieldNames.HEADLINE, 4f);
        weights.put(FieldNames.TAGS, 2.5f);
        weights.put(FieldNames.STANDFIRST, 2f);
        weights.put(FieldNames.FACTS, 1.2f);
        weights.put(FieldNames.CONTEXT, 1.5f);
        weights.put(FieldNames.BODY, 1f);
        return weights;
    }

    /**
     * A question in two forms.
     *
     * @param all finds what has all words
     * @param most finds what has most of them, those with all of them first; absent when there is one word
     * @param corrected the text with other words for those that nothing has
     */
    record Queries(Query all, Optional<Query> most, Optional<String> corrected) {}

    /** One word or several, with what may stand in their place. */
    private record Slot(Query query, boolean isCommon) {}

    /** The question for a text; absent when no word in it can be looked for. */
    Optional<Queries> of(SearchQuery asked, IndexReader reader) throws IOException {
        Language language = asked.language();
        var slots = new ArrayList<Slot>();
        var corrected = new ArrayList<>(asked.text().parts());
        var wanted = asked.text().wanted();
        for (int at = 0; at < wanted.size(); ) {
            Part part = wanted.get(at);
            if (part.isPhrase()) {
                phrase(language, part.text(), 0).ifPresent(query -> slots.add(new Slot(query, false)));
                at++;
                continue;
            }
            var words = wanted.subList(at, wanted.size()).stream()
                    .takeWhile(each -> !each.isPhrase())
                    .map(Part::text)
                    .toList();
            var found = synonyms.at(language, words);
            slot(asked, reader, words.subList(0, found.length()), found.others(), corrected)
                    .ifPresent(slots::add);
            at += found.length();
        }
        if (slots.isEmpty()) {
            return Optional.empty();
        }
        boolean isCorrected = !corrected.equals(asked.text().parts());
        return Optional.of(new Queries(
                question(asked, slots, slots.size()),
                least(slots)
                        .map(least -> new BooleanQuery.Builder()
                                .add(question(asked, slots, least), Occur.MUST)
                                .add(
                                        new BoostQuery(new ConstantScoreQuery(words(slots, slots.size())), COMPLETE),
                                        Occur.SHOULD)
                                .build()),
                isCorrected ? Optional.of(SearchText.typed(corrected)) : Optional.empty()));
    }

    /** How many of the words suffice; absent when all are needed. */
    private static Optional<Integer> least(List<Slot> slots) {
        int words = (int) slots.stream().filter(slot -> !slot.isCommon()).count();
        return switch (words) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(1);
            default -> Optional.of((int) Math.ceil(words * 0.6));
        };
    }

    private Query question(SearchQuery asked, List<Slot> slots, int least) {
        Language language = asked.language();
        var question = new BooleanQuery.Builder();
        question.add(new TermQuery(new Term(FieldNames.LANGUAGE, language.tag())), Occur.FILTER);
        var wanted = asked.text().wanted();
        String text = String.join(" ", wanted.stream().map(Part::text).toList());
        var found = new BooleanQuery.Builder().add(words(slots, least), Occur.SHOULD);
        bets(found, language, text);
        question.add(found.build(), Occur.MUST);
        never(question, language, text);
        for (Part part : asked.text().excluded()) {
            phrase(language, part.text(), 0).ifPresent(query -> question.add(query, Occur.MUST_NOT));
        }
        if (wanted.size() > 1) {
            add(
                    question,
                    builder.createPhraseQuery(FieldNames.of(FieldNames.HEADLINE, language), text, SLOP),
                    PHRASE_OF_HEADLINE);
            add(
                    question,
                    builder.createPhraseQuery(FieldNames.of(FieldNames.BODY, language), text, SLOP),
                    PHRASE_OF_BODY);
        }
        add(question, new ConstantScoreQuery(new TermQuery(new Term(FieldNames.KEY, analyzers.key(text)))), EXACT);
        long today = clock.instant().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        question.add(
                LongField.newDistanceFeatureQuery(FieldNames.NEWS, RECENT, today, GROWS_OLD.toMillis()), Occur.SHOULD);
        return question.build();
    }

    private static Query words(List<Slot> slots, int least) {
        boolean areAllCommon = slots.stream().allMatch(Slot::isCommon);
        var words = new BooleanQuery.Builder();
        boolean isEvery = least >= slots.size();
        for (Slot slot : slots) {
            boolean isOptional = slot.isCommon() && !areAllCommon;
            words.add(
                    isOptional ? new BoostQuery(slot.query(), COMMON) : slot.query(),
                    isEvery && !isOptional ? Occur.MUST : Occur.SHOULD);
        }
        if (isEvery) {
            return words.build();
        }
        // the common words do not count among those that suffice
        var counted = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        slots.stream().filter(slot -> !slot.isCommon()).forEach(slot -> counted.add(slot.query(), Occur.SHOULD));
        var all = new BooleanQuery.Builder().add(counted.build(), Occur.MUST);
        slots.stream()
                .filter(Slot::isCommon)
                .forEach(slot -> all.add(new BoostQuery(slot.query(), COMMON), Occur.SHOULD));
        return all.build();
    }

    private static void add(BooleanQuery.Builder question, @Nullable Query query, float weight) {
        if (query != null) {
            question.add(new BoostQuery(query, weight), Occur.SHOULD);
        }
    }

    /** What stands first, whether it has the words or not. */
    private void bets(BooleanQuery.Builder found, Language language, String text) {
        for (Bet bet : bets(language, text)) {
            float weight = BET;
            for (String path : bet.first()) {
                add(found, new ConstantScoreQuery(at(language, path)), weight);
                weight -= 1;
            }
        }
    }

    private void never(BooleanQuery.Builder question, Language language, String text) {
        bets(language, text)
                .forEach(bet -> bet.never().forEach(path -> question.add(at(language, path), Occur.MUST_NOT)));
    }

    private List<Bet> bets(Language language, String text) {
        String key = analyzers.key(text);
        return rules.bets().stream()
                .filter(bet -> bet.language().equals(language)
                        && analyzers.key(bet.words()).equals(key))
                .toList();
    }

    private static Query at(Language language, String path) {
        return new TermQuery(new Term(FieldNames.PATH, "/" + language.tag() + "/" + path));
    }

    private Optional<Slot> slot(
            SearchQuery asked, IndexReader reader, List<String> words, List<String> others, List<Part> corrected)
            throws IOException {
        Language language = asked.language();
        String text = String.join(" ", words);
        var same = new ArrayList<Query>();
        if (words.size() == 1) {
            word(language, text).ifPresent(same::add);
        } else {
            var all = new BooleanQuery.Builder();
            words.forEach(each -> word(language, each).ifPresent(query -> all.add(query, Occur.MUST)));
            same.add(all.build());
        }
        for (String other : others) {
            (other.contains(" ") ? phrase(language, other, 0) : word(language, other))
                    .ifPresent(query -> same.add(new BoostQuery(query, SYNONYM)));
        }
        if (words.size() == 1 && others.isEmpty() && !asked.isLiteral()) {
            if (!spelling.isKnown(reader, language, text)) {
                same.addAll(near(reader, language, text, corrected));
            } else if (LatinKey.isInOtherScript(text, language)) {
                alike(text).ifPresent(same::add);
            }
        }
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slot(
                        same.size() == 1 ? same.getFirst() : new DisjunctionMaxQuery(same, TIE),
                        words.size() == 1 && CommonWords.has(language, text)));
    }

    /** What may stand for a word that nothing has: words that are written nearly so, and names that sound so. */
    private List<Query> near(IndexReader reader, Language language, String word, List<Part> corrected)
            throws IOException {
        var near = new ArrayList<Query>();
        var spelled = spelling.near(reader, language, word);
        for (var each : spelled) {
            word(language, each.word()).ifPresent(query -> near.add(new BoostQuery(query, each.likeness())));
        }
        if (!spelled.isEmpty()) {
            corrected.replaceAll(part -> part.text().equals(word) && !part.isPhrase() && !part.isExcluded()
                    ? new Part(spelled.getFirst().word(), false, false)
                    : part);
        }
        alike(word).ifPresent(near::add);
        return near;
    }

    /** Names that sound nearly so, in whatever script; a word of several syllables that are words of their own has none. */
    private Optional<Query> alike(String word) {
        var keys = analyzers.words(FieldNames.LATIN, word);
        if (keys.size() != 1 || keys.getFirst().length() <= SHORT_NAME) {
            return Optional.empty();
        }
        String key = keys.getFirst();
        int edits = key.length() > LONG_NAME ? 2 : 1;
        return Optional.of(new BoostQuery(
                new FuzzyQuery(new Term(FieldNames.LATIN, key), edits, 1, MOST_NAMES, true), LATIN * SYNONYM));
    }

    /** A word in any of the fields. */
    private Optional<Query> word(Language language, String word) {
        return inFields(language, word, 0, true);
    }

    /** Words that stand together. */
    private Optional<Query> phrase(Language language, String words, int slop) {
        return inFields(language, words, slop, false);
    }

    private Optional<Query> inFields(Language language, String text, int slop, boolean isInOtherScripts) {
        var fields = new ArrayList<Query>();
        WEIGHTS.forEach((field, weight) -> in(fields, FieldNames.of(field, language), text, slop, weight));
        in(fields, FieldNames.of(FieldNames.TITLE, language), text, slop, TITLE);
        in(fields, FieldNames.NAMES, text, slop, NAMES);
        if (isInOtherScripts) {
            in(fields, FieldNames.LATIN, text, slop, LATIN);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(fields, TIE));
    }

    private void in(List<Query> fields, String field, String text, int slop, float weight) {
        Query query = builder.createPhraseQuery(field, text, slop);
        if (query != null) {
            fields.add(new BoostQuery(query, weight));
        }
    }

    /** Another spelling of the text whose words more items have; absent when there is none. */
    Optional<SearchText> moreUsual(SearchQuery asked, IndexReader reader) throws IOException {
        var parts = new ArrayList<Part>();
        for (Part part : asked.text().parts()) {
            var usual = part.isPhrase() || part.isExcluded() || CommonWords.has(asked.language(), part.text())
                    ? List.<Spelling.Neighbour>of()
                    : spelling.moreUsual(reader, asked.language(), part.text());
            parts.add(usual.isEmpty() ? part : new Part(usual.getFirst().word(), false, false));
        }
        return parts.equals(asked.text().parts()) ? Optional.empty() : Optional.of(new SearchText(parts, false));
    }
}
