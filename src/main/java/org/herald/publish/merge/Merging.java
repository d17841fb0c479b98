package org.herald.publish.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.Body;
import org.herald.model.Conflict;
import org.herald.model.Content;
import org.herald.model.ContentPart;
import org.herald.model.Merge;
import org.herald.model.Picture;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.TextType;
import org.jspecify.annotations.Nullable;

/**
 * Brings two changes of one revision together: texts as wholes, tags one by one, the body block by block and, within a
 * block that both changed, word by word. What cannot stand together is a conflict; nothing is decided for an editor.
 */
public final class Merging {

    /** Longer blocks are not merged word by word: that would take time with the square of their length. */
    private static final int MOST_TOKENS = 4_000;

    private final Kind kind;
    private final Content base;
    private final Content mine;
    private final Content theirs;
    private final List<String> chosen;
    private final Effort effort;
    private final List<Conflict> conflicts = new ArrayList<>();

    private Merging(Kind kind, Content base, Content mine, Content theirs, List<String> chosen, Effort effort) {
        this.kind = kind;
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.chosen = chosen;
        this.effort = effort;
    }

    /** Both changes of the base together. All three are clean. */
    public static Merge merge(Kind kind, Content base, Content mine, Content theirs) {
        return settle(kind, base, mine, theirs, List.of());
    }

    /** The same, with what an editor chose for the conflicts, in their order. */
    public static Merge settle(Kind kind, Content base, Content mine, Content theirs, List<String> chosen) {
        return settle(kind, base, mine, theirs, chosen, Effort.usual());
    }

    /** The same by so much effort; a conflict is wider where that does not suffice. */
    static Merge settle(Kind kind, Content base, Content mine, Content theirs, List<String> chosen, Effort effort) {
        var merging = new Merging(kind, base, mine, theirs, chosen, effort);
        Content content = merging.content();
        return new Merge(content, merging.conflicts);
    }

    private Content content() {
        return new Content(
                text(ContentPart.HEADLINE, base.headline(), mine.headline(), theirs.headline()),
                text(ContentPart.STANDFIRST, base.standfirst(), mine.standfirst(), theirs.standfirst()),
                picture(base.picture(), mine.picture(), theirs.picture()),
                tags(),
                body(),
                fields());
    }

    /** Field by field; what is no longer declared nobody changes. */
    private Fields fields() {
        Fields merged = mine.fields();
        for (Field field : kind.fields()) {
            merged = merged.with(
                    field.name(),
                    value(
                            field,
                            base.fields().get(field.name()).orElse(null),
                            mine.fields().get(field.name()).orElse(null),
                            theirs.fields().get(field.name()).orElse(null)));
        }
        return merged;
    }

    private @Nullable JsonValue value(
            Field field, @Nullable JsonValue old, @Nullable JsonValue left, @Nullable JsonValue right) {
        if (Objects.equals(left, right) || Objects.equals(right, old)) {
            return left;
        }
        if (Objects.equals(left, old)) {
            return right;
        }
        var part = new ContentPart.OfField(field);
        String mineSays = words(field, left);
        String theirsSays = words(field, right);
        if (mineSays.equals(theirsSays)) {
            // the same words in another form: as a conflict nobody could tell them apart, so what is there stays
            return right;
        }
        String settled = conflict(part, 0, words(field, old), mineSays, theirsSays);
        if (settled.equals(mineSays)) {
            return left;
        }
        if (settled.equals(theirsSays)) {
            return right;
        }
        return field.type() instanceof TextType type ? type.typed(Map.of("", settled)) : left;
    }

    private static String words(Field field, @Nullable JsonValue value) {
        return value == null ? "" : field.type().text(value);
    }

    private String text(ContentPart part, String old, String left, String right) {
        if (left.equals(right) || right.equals(old)) {
            return left;
        }
        if (left.equals(old)) {
            return right;
        }
        return conflict(part, 0, old, left, right);
    }

    /** What the editor chose here; mine until they have. */
    private String conflict(ContentPart part, int place, String old, String left, String right) {
        conflicts.add(new Conflict(part, place, old, left, right));
        return conflicts.size() <= chosen.size() ? chosen.get(conflicts.size() - 1) : left;
    }

    /** A picture and its texts belong together: the caption of one never comes to stand under another. */
    private @Nullable Picture picture(@Nullable Picture old, @Nullable Picture left, @Nullable Picture right) {
        if (Objects.equals(left, right) || Objects.equals(right, old)) {
            return left;
        }
        if (Objects.equals(left, old)) {
            return right;
        }
        String settled = conflict(ContentPart.PICTURE, 0, words(old), words(left), words(right));
        return settled.equals(words(right)) ? right : left;
    }

    private static String words(@Nullable Picture picture) {
        return picture == null
                ? ""
                : String.join("\n", picture.asset().toString(), picture.alt(), picture.caption(), picture.credit());
    }

    /** Tags are a set: what either added is there, what either took away is not. */
    private List<String> tags() {
        var tags = new LinkedHashSet<>(theirs.tags());
        base.tags().stream().filter(tag -> !mine.tags().contains(tag)).forEach(tags::remove);
        mine.tags().stream().filter(tag -> !base.tags().contains(tag)).forEach(tags::add);
        return List.copyOf(tags);
    }

    private Body body() {
        if (mine.body().equals(theirs.body()) || theirs.body().equals(base.body())) {
            return mine.body();
        }
        if (mine.body().equals(base.body())) {
            return theirs.body();
        }
        var merged = new ArrayList<String>();
        var pieces = ThreeWay.of(
                TextBlock.of(base.body()),
                TextBlock.of(mine.body()),
                TextBlock.of(theirs.body()),
                Likeness.LIKE,
                effort);
        for (var piece : pieces) {
            switch (piece) {
                case ThreeWay.Step<TextBlock> step -> merged.add(block(step, merged.size()));
                case ThreeWay.Stretch<TextBlock> stretch -> merged.addAll(stretch(stretch, merged.size()));
            }
        }
        return new Body(String.join("", merged));
    }

    private String block(ThreeWay.Step<TextBlock> step, int place) {
        String old = step.base().html();
        String left = step.mine().html();
        String right = step.theirs().html();
        if (left.equals(right) || right.equals(old)) {
            return left;
        }
        if (left.equals(old)) {
            return right;
        }
        return words(step).orElseGet(() -> conflict(ContentPart.BODY, place, old, left, right));
    }

    /** Both changes of one block, unless they touch each other or tear its markup. */
    private Optional<String> words(ThreeWay.Step<TextBlock> block) {
        var old = block.base().tokens();
        var left = block.mine().tokens();
        var right = block.theirs().tokens();
        if (Math.max(old.size(), Math.max(left.size(), right.size())) > MOST_TOKENS) {
            return Optional.empty();
        }
        var merged = new StringBuilder();
        for (var piece : ThreeWay.of(old, left, right, Likeness.EQUAL, effort)) {
            switch (piece) {
                case ThreeWay.Step<String> step -> merged.append(step.base());
                case ThreeWay.Stretch<String> stretch -> {
                    var changed = changed(stretch);
                    if (changed.isEmpty()) {
                        return Optional.empty();
                    }
                    changed.get().forEach(merged::append);
                }
            }
        }
        return Optional.of(merged.toString()).filter(TextBlock::isWhole);
    }

    private List<String> stretch(ThreeWay.Stretch<TextBlock> stretch, int place) {
        var html = new ThreeWay.Stretch<>(html(stretch.base()), html(stretch.mine()), html(stretch.theirs()));
        return changed(html).orElseGet(() -> {
            String left = String.join("", html.mine());
            String settled = conflict(
                    ContentPart.BODY, place, String.join("", html.base()), left, String.join("", html.theirs()));
            return settled.equals(left) ? html.mine() : List.of(settled);
        });
    }

    /** The side that changed something, when only one did or both did the same. */
    private static Optional<List<String>> changed(ThreeWay.Stretch<String> stretch) {
        if (stretch.mine().equals(stretch.theirs()) || stretch.theirs().equals(stretch.base())) {
            return Optional.of(stretch.mine());
        }
        return stretch.mine().equals(stretch.base()) ? Optional.of(stretch.theirs()) : Optional.empty();
    }

    private static List<String> html(List<TextBlock> blocks) {
        return blocks.stream().map(TextBlock::html).toList();
    }
}
