package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import org.herald.model.Content;
import org.herald.model.ContentPart;
import org.herald.model.Difference;
import org.herald.model.Difference.How;
import org.herald.model.Difference.OfBlock;
import org.herald.model.Difference.OfPart;
import org.herald.model.Difference.Run;
import org.herald.model.Difference.Run.Fate;
import org.herald.model.Picture;
import org.jspecify.annotations.Nullable;

/** Says what changed between any two contents. */
public final class Comparing {

    /** Longer texts are shown as taken out and put in whole: finding their words takes time with the square of length. */
    private static final int MOST_WORDS = 20_000;

    private final Effort effort;

    private Comparing(Effort effort) {
        this.effort = effort;
    }

    public static Difference compare(Content before, Content after) {
        return compare(before, after, Effort.usual());
    }

    /** The same by so much effort; where that does not suffice, more is shown as taken out and put in than need be. */
    static Difference compare(Content before, Content after, Effort effort) {
        return new Comparing(effort).difference(before, after);
    }

    private Difference difference(Content before, Content after) {
        var parts = new ArrayList<OfPart>();
        for (ContentPart part : ContentPart.values()) {
            String old = text(before, part);
            String now = text(after, part);
            if (!old.equals(now)) {
                parts.add(new OfPart(part, runs(TextBlock.words(old), TextBlock.words(now))));
            }
        }
        return new Difference(parts, blocks(before, after));
    }

    /** What changed between two plain texts. */
    public static List<Run> words(String before, String after) {
        return new Comparing(Effort.usual()).runs(TextBlock.words(before), TextBlock.words(after));
    }

    /** The part as a text; nothing for the body, which is compared by its blocks. */
    private static String text(Content content, ContentPart part) {
        return switch (part) {
            case HEADLINE -> content.headline();
            case KICKER -> content.kicker();
            case STANDFIRST -> content.standfirst();
            case PLACE -> content.attribution().place();
            case BYLINE -> content.attribution().byline();
            case SOURCE -> content.attribution().source();
            case PICTURE -> picture(content.picture());
            case TAGS -> String.join(", ", content.tags());
            case BODY -> "";
        };
    }

    private static String picture(@Nullable Picture picture) {
        return picture == null
                ? ""
                : String.join("\n", "asset:" + picture.asset(), picture.alt(), picture.caption(), picture.credit())
                        .strip();
    }

    private List<OfBlock> blocks(Content before, Content after) {
        var olds = TextBlock.of(before.body());
        var news = TextBlock.of(after.body());
        var alignment = Alignment.of(olds, news, Likeness.LIKE, effort);
        var blocks = new ArrayList<OfBlock>();
        int next = 0;
        for (int place = 0; place < olds.size(); place++) {
            TextBlock old = olds.get(place);
            int partner = alignment.partner(place);
            if (partner == Alignment.NONE) {
                blocks.add(whole(old, How.REMOVED, Fate.REMOVED));
                continue;
            }
            while (next < partner) {
                blocks.add(whole(news.get(next++), How.ADDED, Fate.ADDED));
            }
            blocks.add(changed(old, news.get(next++)));
        }
        news.subList(next, news.size()).forEach(added -> blocks.add(whole(added, How.ADDED, Fate.ADDED)));
        return blocks;
    }

    private static OfBlock whole(TextBlock block, How how, Fate fate) {
        return new OfBlock(block.tag(), how, block.text().isEmpty() ? List.of() : List.of(new Run(fate, block.text())));
    }

    private OfBlock changed(TextBlock old, TextBlock now) {
        if (old.text().equals(now.text())) {
            return whole(now, old.html().equals(now.html()) ? How.SAME : How.MARKED, Fate.SAME);
        }
        return new OfBlock(now.tag(), How.CHANGED, runs(old.words(), now.words()));
    }

    private List<Run> runs(List<String> olds, List<String> news) {
        var runs = new Runs();
        if (olds.size() + news.size() > MOST_WORDS) {
            olds.forEach(runs::removed);
            news.forEach(runs::added);
            return runs.all();
        }
        var alignment = Alignment.of(olds, news, Likeness.EQUAL, effort);
        int next = 0;
        for (int place = 0; place < olds.size(); place++) {
            int partner = alignment.partner(place);
            if (partner == Alignment.NONE) {
                runs.removed(olds.get(place));
                continue;
            }
            while (next < partner) {
                runs.added(news.get(next++));
            }
            runs.same(news.get(next++));
        }
        news.subList(next, news.size()).forEach(runs::added);
        return runs.all();
    }
}
