package org.herald.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.herald.model.Language;

/** How well the answers of an engine agree with {@link Judgements}: each query by itself, and means of them. */
record Agreement(List<Score> scores) {

    /** Of one query. */
    record Score(Judgements.Query query, double ndcg, double recall) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.3f %.3f %s %s %s", ndcg, recall, query.language(), query.type(), query.text());
        }
    }

    Agreement {
        scores = List.copyOf(scores);
    }

    double ndcg() {
        return mean(_ -> true, Score::ndcg);
    }

    double ndcg(Language language) {
        return mean(score -> score.query().language().equals(language), Score::ndcg);
    }

    double ndcg(String type) {
        return mean(score -> score.query().type().equals(type), Score::ndcg);
    }

    double recall() {
        return mean(_ -> true, Score::recall);
    }

    double recall(Language language) {
        return mean(score -> score.query().language().equals(language), Score::recall);
    }

    /** Those whose nDCG is least, the least first. */
    List<Score> worst(int count) {
        return scores.stream()
                .sorted(Comparator.comparingDouble(Score::ndcg))
                .limit(count)
                .toList();
    }

    List<Language> languages() {
        return scores.stream().map(score -> score.query().language()).distinct().toList();
    }

    List<String> types() {
        return scores.stream().map(score -> score.query().type()).distinct().toList();
    }

    /** The means as lines of text, under the name of the engine. */
    String table(String engine) {
        var text = new StringBuilder(engine).append('\n');
        for (var language : languages()) {
            line(text, language.tag(), ndcg(language), recall(language));
        }
        line(text, "all", ndcg(), recall());
        for (var type : types()) {
            line(text, type, ndcg(type), mean(score -> score.query().type().equals(type), Score::recall));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String of, double ndcg, double recall) {
        text.append(String.format(Locale.ROOT, "  %-12s nDCG@10 %.3f  recall@3 %.3f%n", of, ndcg, recall));
    }

    private double mean(Predicate<Score> which, ToDoubleFunction<Score> value) {
        return scores.stream().filter(which).mapToDouble(value).average().orElseThrow();
    }
}
