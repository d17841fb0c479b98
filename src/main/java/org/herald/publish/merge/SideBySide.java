package org.herald.publish.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.herald.model.Content;
import org.herald.model.Language;
import org.herald.model.ParallelRow;
import org.herald.model.ParallelRow.How;
import org.jspecify.annotations.Nullable;

/**
 * An original and its translation, block beside block; where both have as many sentences in a block, sentence beside
 * sentence.
 */
public final class SideBySide {

    private final Sentences ours;
    private final Sentences theirs;
    private final Set<String> known = new HashSet<>();
    private final List<ParallelRow> rows = new ArrayList<>();

    private SideBySide(Language language, Language into) {
        this.ours = new Sentences(language);
        this.theirs = new Sentences(into);
    }

    /** A text and its language. */
    public record Told(Content content, Language language) {}

    /**
     * The rows, headline and standfirst first.
     *
     * @param base what the original said when the translation was last brought up to date; nothing when it is not known
     */
    public static List<ParallelRow> of(Told original, Told translation, @Nullable Content base) {
        var sides = new SideBySide(original.language(), translation.language());
        blocks(base == null ? original.content() : base)
                .forEach(block -> sides.known.addAll(sides.ours.of(block.text())));
        sides.align(blocks(original.content()), blocks(translation.content()));
        return List.copyOf(sides.rows);
    }

    private static List<TextBlock> blocks(Content content) {
        var blocks = new ArrayList<TextBlock>();
        blocks.add(part("headline", content.headline()));
        blocks.add(part("standfirst", content.standfirst()));
        blocks.addAll(TextBlock.of(content.body()));
        return blocks;
    }

    private static TextBlock part(String name, String text) {
        return TextBlock.of(name, text, text, List.of());
    }

    private void align(List<TextBlock> originals, List<TextBlock> translations) {
        int[] partners = Pairing.of(originals, translations);
        int next = 0;
        for (int place = 0; place < originals.size(); place++) {
            int partner = partners[place];
            if (partner == Alignment.NONE) {
                alone(originals.get(place).text(), "");
                continue;
            }
            while (next < partner) {
                alone("", translations.get(next++).text());
            }
            pair(originals.get(place).text(), translations.get(next++).text());
        }
        translations.subList(next, translations.size()).forEach(translation -> alone("", translation.text()));
    }

    private void alone(String original, String translation) {
        if (!original.isEmpty() || !translation.isEmpty()) {
            rows.add(new ParallelRow(original, translation, How.ALONE, isChanged(original)));
        }
    }

    private void pair(String original, String translation) {
        if (original.isEmpty() || translation.isEmpty()) {
            alone(original, translation);
            return;
        }
        var said = ours.of(original);
        var translated = theirs.of(translation);
        if (said.size() != translated.size()) {
            rows.add(new ParallelRow(original, translation, How.BLOCK, isChanged(original)));
            return;
        }
        for (int i = 0; i < said.size(); i++) {
            rows.add(new ParallelRow(said.get(i), translated.get(i), How.SENTENCE, isChanged(said.get(i))));
        }
    }

    private boolean isChanged(String original) {
        return ours.of(original).stream().anyMatch(sentence -> !known.contains(sentence));
    }
}
