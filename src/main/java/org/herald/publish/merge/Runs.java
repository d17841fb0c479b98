package org.herald.publish.merge;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Blank;
import org.herald.model.Difference.Run;
import org.herald.model.Difference.Run.Fate;

/**
 * Gathers words into runs as people read them: what was taken out before what was put in, and a lone space between two
 * changed words belongs to the change.
 */
final class Runs {

    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder same = new StringBuilder();

    void removed(String word) {
        beginChange();
        removed.append(word);
    }

    void added(String word) {
        beginChange();
        added.append(word);
    }

    void same(String word) {
        same.append(word);
    }

    List<Run> all() {
        endChange();
        flush(Fate.SAME, same);
        return List.copyOf(runs);
    }

    private void beginChange() {
        boolean isChanging = !removed.isEmpty() || !added.isEmpty();
        if (isChanging && Blank.is(same.toString())) {
            removed.append(same);
            added.append(same);
            same.setLength(0);
            return;
        }
        endChange();
        flush(Fate.SAME, same);
    }

    private void endChange() {
        flush(Fate.REMOVED, removed);
        flush(Fate.ADDED, added);
    }

    private void flush(Fate fate, StringBuilder text) {
        if (!text.isEmpty()) {
            runs.add(new Run(fate, text.toString()));
            text.setLength(0);
        }
    }
}
