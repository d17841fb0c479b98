package org.herald.search.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.herald.model.Language;
import org.herald.search.SearchResult.Passage;
import org.herald.search.SearchResult.Piece;
import org.jspecify.annotations.Nullable;

/** Finds in what was found the sentences that answer, with the words marked that were looked for. */
final class Highlighter extends UnifiedHighlighter {

    private static final int GOAL = 160;
    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST = 2;

    private final Language language;

    Highlighter(IndexSearcher searcher, Analyzers analyzers, Language language) {
        super(builder(searcher, analyzers)
                .withFormatter(new Marking())
                .withMaxLength(LONGEST_TEXT)
                .withMaxNoHighlightPassages(0));
        this.language = language;
    }

    /** The headline and the passages of a found item. */
    record Answer(Passage headline, List<Passage> passages) {}

    /** The answers of these documents, in their order. */
    List<Answer> of(Query query, int[] documents) throws IOException {
        if (documents.length == 0) {
            return List.of();
        }
        String headline = FieldNames.of(FieldNames.HEADLINE, language);
        String standfirst = FieldNames.of(FieldNames.STANDFIRST, language);
        String body = FieldNames.of(FieldNames.BODY, language);
        Map<String, Object[]> found = highlightFieldsAsObjects(
                new String[] {headline, standfirst, body}, query, documents, new int[] {1, 1, MOST});
        var answers = new ArrayList<Answer>();
        var stored = searcher.storedFields();
        for (int i = 0; i < documents.length; i++) {
            var document = stored.document(documents[i], Set.of(headline, standfirst));
            var ofHeadline = passages(found, headline, i);
            var ofBody = passages(found, body, i);
            var ofStandfirst = passages(found, standfirst, i);
            answers.add(new Answer(
                    ofHeadline.isEmpty() ? whole(document.get(headline)) : ofHeadline.getFirst(),
                    ofBody.isEmpty()
                            ? ofStandfirst.isEmpty() ? fallback(document.get(standfirst)) : ofStandfirst
                            : ofBody));
        }
        return answers;
    }

    private static Passage whole(@Nullable String text) {
        return Passage.of(text == null ? "" : text);
    }

    private static List<Passage> fallback(@Nullable String standfirst) {
        return standfirst == null || standfirst.isEmpty() ? List.of() : List.of(Passage.of(standfirst));
    }

    private static List<Passage> passages(Map<String, Object[]> found, String field, int document) {
        Object[] all = found.get(field);
        return all != null && all[document] instanceof Marked(var passages) ? passages : List.of();
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
        return FieldNames.plain(field).equals(FieldNames.BODY)
                ? LengthGoalBreakIterator.createClosestToLength(
                        new SplittingBreakIterator(
                                BreakIterator.getSentenceInstance(Locale.forLanguageTag(language.tag())), '\n'),
                        GOAL,
                        0.5f)
                : new WholeBreakIterator();
    }

    private record Marked(List<Passage> passages) {}

    private static final class Marking extends PassageFormatter {

        /** So many letters of a passage are shown, and so many before what is marked first. */
        private static final int LONGEST = 320;

        private static final int BEFORE = 60;
        private static final String ELLIPSIS = "…";

        @Override
        public Object format(org.apache.lucene.search.uhighlight.Passage[] found, String text) {
            var passages = new ArrayList<Passage>();
            for (var each : found) {
                passages.add(new Passage(pieces(each, text)));
            }
            return new Marked(List.copyOf(passages));
        }

        private static List<Piece> pieces(org.apache.lucene.search.uhighlight.Passage passage, String text) {
            var pieces = new ArrayList<Piece>();
            int end = end(passage, text);
            int at = start(passage, text);
            if (at > passage.getStartOffset()) {
                add(pieces, ELLIPSIS, false);
            }
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(at, passage.getMatchStarts()[i]);
                int to = Math.min(passage.getMatchEnds()[i], end);
                if (to > from) {
                    add(pieces, text.substring(at, from), false);
                    add(pieces, text.substring(from, to), true);
                    at = to;
                }
            }
            add(pieces, text.substring(at, Math.max(at, end)), false);
            if (end < passage.getEndOffset()) {
                add(pieces, ELLIPSIS, false);
            }
            return pieces;
        }

        /** A passage without an end of a sentence, as a long list is, begins a little before the first word that is marked. */
        private static int start(org.apache.lucene.search.uhighlight.Passage passage, String text) {
            int first = passage.getNumMatches() == 0 ? passage.getStartOffset() : passage.getMatchStarts()[0];
            if (passage.getLength() <= LONGEST || first - passage.getStartOffset() <= BEFORE) {
                return passage.getStartOffset();
            }
            int space = text.indexOf(' ', first - BEFORE);
            return space < 0 || space >= first ? first : space + 1;
        }

        private static int end(org.apache.lucene.search.uhighlight.Passage passage, String text) {
            int last = start(passage, text) + LONGEST;
            if (last >= passage.getEndOffset()) {
                return passage.getEndOffset();
            }
            int space = text.lastIndexOf(' ', last);
            return space > last - BEFORE ? space : (Character.isLowSurrogate(text.charAt(last)) ? last - 1 : last);
        }

        private static void add(List<Piece> pieces, String text, boolean isMarked) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text.replace('\n', ' '), isMarked));
            }
        }
    }
}
