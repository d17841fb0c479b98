package org.herald.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Language;

/**
 * Queries with the items that answer them, judged by reading ({@code search/judgements.tsv}), and how well the answers of
 * an engine agree with that.
 */
final class Judgements {

    /** As many answers count for nDCG as the first page shows. */
    static final int PAGE = 10;

    /** As many answers count for recall as are seen without scrolling. */
    static final int TOP = 3;

    /** The grade of what the reader wants. */
    static final int WANTED = 3;

    private static final String FILE = "/search/judgements.tsv";

    private final List<Query> queries;

    private Judgements(List<Query> queries) {
        this.queries = List.copyOf(queries);
    }

    /**
     * A query as a reader types it.
     *
     * @param type what is hard about it, as the head of the file lists
     * @param grades of the items that answer it, by their paths
     */
    record Query(Language language, String type, String text, Map<String, Integer> grades) {

        Query {
            grades = Map.copyOf(grades);
            if (!grades.containsValue(WANTED)) {
                throw new IllegalArgumentException("Nothing answers it: " + text);
            }
        }

        /** How good these answers are in this order: 1 when no other order or choice would be better. */
        double ndcg(List<String> paths) {
            var ideal = grades.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(PAGE)
                    .toList();
            var found = paths.stream()
                    .limit(PAGE)
                    .map(path -> grades.getOrDefault(path, 0))
                    .toList();
            return gain(found) / gain(ideal);
        }

        /** The share of what the reader wants that stands at the top, as far as there is room for it. */
        double recall(List<String> paths) {
            long wanted =
                    grades.values().stream().filter(grade -> grade == WANTED).count();
            long found = paths.stream()
                    .limit(TOP)
                    .filter(path -> grades.getOrDefault(path, 0) == WANTED)
                    .count();
            return (double) found / Math.min(TOP, wanted);
        }

        private static double gain(List<Integer> grades) {
            double sum = 0;
            for (int i = 0; i < grades.size(); i++) {
                sum += ((1 << grades.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2));
            }
            return sum;
        }
    }

    /** An engine that is asked: the paths of what it finds, best first. */
    @FunctionalInterface
    interface Asked {
        List<String> find(Language language, String query);
    }

    static Judgements read() {
        try (var file = Judgements.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE);
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Reads a file of which the head of {@code judgements.tsv} says how it is written. */
    static Judgements of(String text) {
        var queries = new ArrayList<Query>();
        var seen = new HashSet<List<String>>();
        String[] head = {};
        var grades = new LinkedHashMap<String, Integer>();
        for (String line : (text + "\n#").lines().toList()) {
            boolean isAnswer = line.startsWith("\t");
            if (!isAnswer && head.length > 0 && !line.isEmpty()) {
                queries.add(new Query(new Language(head[0]), head[1], head[2], grades));
                head = new String[] {};
            }
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("Three columns: " + line);
            }
            if (isAnswer) {
                int grade = Integer.parseInt(parts[1]);
                if (grade < 1 || grade > WANTED || head.length == 0 || !parts[2].startsWith("/" + head[0] + "/")) {
                    throw new IllegalArgumentException("No answer to that query: " + line);
                }
                if (grades.put(parts[2], grade) != null) {
                    throw new IllegalArgumentException("Judged twice: " + line);
                }
            } else {
                if (!seen.add(List.of(parts[0], parts[2]))) {
                    throw new IllegalArgumentException("Asked twice: " + line);
                }
                head = parts;
                grades.clear();
            }
        }
        return new Judgements(queries);
    }

    List<Query> queries() {
        return queries;
    }

    /** Asks all queries. */
    Agreement ask(Asked engine) {
        return new Agreement(queries.stream()
                .map(query -> {
                    var paths = engine.find(query.language(), query.text());
                    if (new HashSet<>(paths).size() < paths.size()) {
                        throw new IllegalStateException("Found twice: " + query.text() + " " + paths);
                    }
                    return new Agreement.Score(query, query.ndcg(paths), query.recall(paths));
                })
                .toList());
    }
}
