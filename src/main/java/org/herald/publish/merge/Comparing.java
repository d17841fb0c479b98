package org.herald.publish.merge;

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
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.jspecify.annotations.Nullable;

/** Says what changed between any two contents. */
public final class Comparing {

    /** Longer texts are shown as taken out and put in whole: finding their words takes time with the square of length. */
    private static final int MOST_WORDS = 20_000;

    private final Effort effort;

    private Comparing(Effort effort) {
        this.effort = effort;
    }

    /** The difference between two contents of a kind. */
    public static Difference compare(Kind kind, Content before, Content after) {
        return compare(kind.fields(), before, after, Effort.usual());
    }

    /** The difference between the bodies of two contents, whatever their kind. */
    public static Difference bodies(Content before, Content after) {
        return compare(List.of(), before, after, Effort.usual());
    }

    /** The same by so much effort; where that does not suffice, more is shown as taken out and put in than need be. */
    static Difference compare(List<Field> fields, Content before, Content after, Effort effort) {
        return new Comparing(effort).difference(fields, before, after);
    }

    private Difference difference(List<Field> fields, Content before, Content after) {
        var parts = new ArrayList<OfPart>();
        for (ContentPart part : parts(fields)) {
            String old = text(before, part);
            String now = text(after, part);
            if (!old.equals(now)) {
                parts.add(new OfPart(part, runs(TextBlock.words(old), TextBlock.words(now))));
            }
        }
        return new Difference(parts, blocks(before, after));
    }

    /** Fields come after the words above them, as in a form. */
    private static List<ContentPart> parts(List<Field> fields) {
        var parts = new ArrayList<ContentPart>(List.of(ContentPart.HEADLINE, ContentPart.STANDFIRST));
        fields.forEach(field -> parts.add(new ContentPart.OfField(field)));
        parts.addAll(List.of(ContentPart.PICTURE, ContentPart.TAGS));
        return parts;
    }

    /** What changed between two plain texts. */
    public static List<Run> words(String before, String after) {
        return new Comparing(Effort.usual()).runs(TextBlock.words(before), TextBlock.words(after));
    }

    /** The part as a text; nothing for the body, which is compared by its blocks. */
    private static String text(Content content, ContentPart part) {
        return switch (part) {
            case ContentPart.Common.HEADLINE -> content.headline();
            case ContentPart.Common.STANDFIRST -> content.standfirst();
            case ContentPart.Common.PICTURE -> picture(content.picture());
            case ContentPart.Common.TAGS -> String.join(", ", content.tags());
            case ContentPart.Common.BODY -> "";
            case ContentPart.OfField(Field field) ->
                content.fields().get(field.name()).map(field.type()::text).orElse("");
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
