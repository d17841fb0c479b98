package org.herald.newsroom.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.herald.model.Difference;
import org.herald.model.Difference.How;
import org.herald.model.Difference.Run;
import org.herald.model.Words;
import org.herald.newsroom.Parts;

/** What changed between two revisions, as a screen shows it. */
public record Changes(List<Part> parts) {

    /**
     * A part of the text, or a block of the body.
     *
     * @param label what it is
     * @param hint what happened to it when its words stayed; empty otherwise
     */
    public record Part(String label, String hint, List<Piece> pieces) {}

    /** Words that share their fate: {@code same}, {@code added} or {@code removed}. */
    public record Piece(String fate, String text) {}

    static Changes of(Difference difference, Words words) {
        var parts = new ArrayList<Part>();
        difference
                .parts()
                .forEach(part -> parts.add(new Part(Parts.label(words, part.part()), "", pieces(part.runs()))));
        difference.blocks().stream()
                .filter(block -> block.how() != How.SAME)
                .forEach(block -> parts.add(new Part(
                        words.say("part.body"),
                        block.how() == How.MARKED ? words.say("desk.marked") : "",
                        pieces(block.runs()))));
        return new Changes(List.copyOf(parts));
    }

    private static List<Piece> pieces(List<Run> runs) {
        return runs.stream().map(run -> new Piece(word(run.fate()), run.text())).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
